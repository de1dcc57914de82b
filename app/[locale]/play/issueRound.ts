/** Practice: what the server issues for a board, asked for together with the code that plays it. */
import { openRound } from "@/lib/client/api/openRound";
import type { Issue, Issued, Wish } from "./issued";
import { readIssued, writeIssued } from "./roundStore";
import { playableOf } from "./playableOf";

async function ticketFor(kind: string, wish: Wish): Promise<Issued> {
  // A round that comes back is the one that was issued, not somebody's link to it.
  const back = wish.seed && wish.level ? readIssued({ kind, seed: wish.seed, level: wish.level }) : null;
  return back === null ? openRound({ kind, ...wish }) : { ticket: back };
}

interface Early {
  readonly name: string;
  readonly issued: Promise<Issued>;
}
let early: Early | null = null;
const nameOf = (kind: string, { level, seed }: Wish): string => [kind, level, seed].join("/");

/** Asks for a page's first round before the page comes alive, which takes a slow phone half a second. The board takes what was asked for. */
export function askEarly(kind: string, wish: Wish): void {
  const issued = ticketFor(kind, wish);
  early = { name: nameOf(kind, wish), issued };
  // Whoever takes them hears what went wrong.
  for (const begun of [issued, playableOf(kind)]) begun.catch(() => undefined);
}

/** What was asked for early, once and where it is this; otherwise asked for now. */
function ticketAsked(kind: string, wish: Wish): Promise<Issued> {
  const asked = early;
  early = null;
  return asked?.name === nameOf(kind, wish) ? asked.issued : ticketFor(kind, wish);
}

export const issueRound: Issue = async (kind, _cardId, wish) => {
  const [game, issued] = await Promise.all([playableOf(kind), ticketAsked(kind, wish)]);
  const { ticket } = issued;
  if (ticket.seed !== null) writeIssued({ kind, seed: ticket.seed, level: ticket.level }, ticket);
  return { game, ...issued };
};
