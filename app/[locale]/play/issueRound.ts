/** What the server issues for a board, and the code that plays it, asked for together. */
import { playables } from "@/content/_generated/playables";
import type { Level } from "@/lib/challenges";
import { call, openRound } from "@/lib/client/api";
import type { Playable } from "@/lib/ui/play/playable";
import { issueInstance, type IssuedInstance } from "@/lib/wire/play";
import { readIssued, writeIssued } from "./roundStore";

/** What is asked for; the server draws what is left open. */
export interface Wish {
  readonly level?: Level;
  readonly seed?: string;
}

interface Issued {
  readonly ticket: IssuedInstance;
  /** Whether the browser kept the session that began with it. */
  readonly kept: Promise<boolean>;
}

const KEPT = Promise.resolve(true);

async function ticketFor(kind: string, cardId: string | undefined, wish: Wish): Promise<Issued> {
  // A round that comes back is the one that was issued, not somebody's link to it.
  const back = wish.seed && wish.level ? readIssued({ kind, seed: wish.seed, level: wish.level }) : null;
  if (back !== null) return { ticket: back, kept: KEPT };
  if (cardId === undefined) return openRound({ kind, ...wish });
  return { ticket: await call(issueInstance, { body: { kind, ...wish, cardId, graded: true } }), kept: KEPT };
}

interface Early {
  readonly name: string;
  readonly issued: Promise<Issued>;
}
let early: Early | null = null;
const nameOf = (kind: string, { level, seed }: Wish): string => [kind, level, seed].join("/");

/** Asks for a page's first round before the page comes alive, which takes a slow phone half a second. The board takes what was asked for. */
export function askEarly(kind: string, wish: Wish): void {
  const issued = ticketFor(kind, undefined, wish);
  early = { name: nameOf(kind, wish), issued };
  // Whoever takes them hears what went wrong.
  for (const begun of [issued, playables[kind]()]) begun.catch(() => undefined);
}

/** What was asked for early, once and where it is this; otherwise asked for now. */
function ticketAsked(kind: string, cardId: string | undefined, wish: Wish): Promise<Issued> {
  const asked = early;
  early = null;
  return cardId === undefined && asked?.name === nameOf(kind, wish) ? asked.issued : ticketFor(kind, cardId, wish);
}

/** @throws ApiError */
export async function issueRound(kind: string, cardId: string | undefined, wish: Wish): Promise<Issued & { readonly game: Playable }> {
  const [game, issued] = await Promise.all([playables[kind](), ticketAsked(kind, cardId, wish)]);
  const { ticket } = issued;
  if (ticket.seed !== null) writeIssued({ kind, seed: ticket.seed, level: ticket.level }, ticket);
  return { game, ...issued };
}
