/** What a round needs to come back after a reload, a change of language or a step back: draft, hints, verdict, and what the server issued. */
import { hintsOf, type Hints, type Level, type Text } from "@/lib/challenges";
import type { Evidence } from "@/lib/client/engine/protocol";
import { forgetDrafts } from "@/lib/client/work/draft";
import type { AttemptResult, IssuedInstance } from "@/lib/wire/play";

export interface RoundName {
  readonly kind: string;
  readonly level: Level;
  /** Of practice; of graded work, whose seed the server keeps, what `workName` makes. */
  readonly seed: string;
}

/**
 * What graded work for a skill card is kept under. It is the same however often it is asked for, under ever new tokens, and ends when it
 * was to end when it was drawn: no other work for the card ends at that millisecond.
 */
export const workName = (cardId: string, { expiresAt }: Pick<IssuedInstance, "expiresAt">): string => `${cardId}.${Date.parse(expiresAt)}`;

/** An answer that was graded. The grade itself is worked out anew from it. */
export interface KeptVerdict {
  /** Of the kind, when it was graded: by another one there is no saying what the answer was to. */
  readonly version: number;
  readonly answer: unknown;
  readonly hints: Hints;
  /** Under which it was sent: asked again, the server answers the same. */
  readonly key: string;
  readonly gradeMs: number;
  readonly evidence: Evidence | null;
  /** The server's word; null until it is there. */
  readonly result: AttemptResult | null;
}

const SHELVES = ["draft", "issued", "hints", "step", "verdict"] as const;
type Shelf = (typeof SHELVES)[number];
const nameOf = (shelf: Shelf, { kind, level, seed }: RoundName) => `boxup.${shelf}.${kind}.${level}.${seed}`;

/** What this tab kept under a name; undefined where there is nothing. */
export function read(name: string): unknown {
  try {
    const text = sessionStorage.getItem(name);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function write(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Private mode or a full store: the answer still lives in the page.
  }
}

/** The answer as it stood; undefined where there is none. */
export const readDraft = (round: RoundName): unknown => read(nameOf("draft", round));
export const writeDraft = (round: RoundName, answer: unknown): void => write(nameOf("draft", round), answer);

/** How many hints were opened. */
export const readHints = (round: RoundName): Hints => hintsOf(Number(read(nameOf("hints", round)) ?? 0));
export const writeHints = (round: RoundName, hints: Hints): void => write(nameOf("hints", round), hints);

/** The third hint of graded work as the server told it; null where it did not. */
export const readStep = (round: RoundName): Text | null => (read(nameOf("step", round)) as Text | null | undefined) ?? null;
export const writeStep = (round: RoundName, step: Text): void => write(nameOf("step", round), step);

/** The verdict on the round; undefined while there is none. */
export const readVerdict = (round: RoundName): KeptVerdict | undefined =>
  (read(nameOf("verdict", round)) as KeptVerdict | null | undefined) ?? undefined;
export const writeVerdict = (round: RoundName, verdict: KeptVerdict | null): void => write(nameOf("verdict", round), verdict);

/** Whether anything of the learner's stands here for the round. */
export const isBegun = (round: RoundName): boolean =>
  (["draft", "hints", "verdict"] as const).some((shelf) => read(nameOf(shelf, round)) !== undefined);

/** Under which the landing page keeps the round on its board, whose address names none. */
const LANDING = "boxup.landing";
export const readLanding = (): RoundName | undefined => (read(LANDING) as RoundName | undefined) ?? undefined;
export const writeLanding = (round: RoundName): void => write(LANDING, round);

/** What the server issued for this round, while it still stands; null where it is somebody else's link, or too old. */
export function readIssued(round: RoundName): IssuedInstance | null {
  const issued = read(nameOf("issued", round)) as IssuedInstance | undefined;
  return issued && Date.parse(issued.expiresAt) > Date.now() ? issued : null;
}
export const writeIssued = (round: RoundName, issued: IssuedInstance): void => write(nameOf("issued", round), issued);

/** Nothing of any round stays in this tab: its learner is gone. */
export function forgetRounds(): void {
  const ours = (name: string) => name === LANDING || SHELVES.some((shelf) => name.startsWith(`boxup.${shelf}.`));
  try {
    for (const name of Object.keys(sessionStorage)) if (ours(name)) sessionStorage.removeItem(name);
    forgetDrafts();
  } catch {
    // Private mode: nothing was stored.
  }
}

/** The account whose rounds this tab keeps. */
const OWNER = "boxup.owner";

/**
 * Whose tab this is now: the rounds of an account that signed out, here or elsewhere, are forgotten. A guest's go with them into the
 * account they sign in to.
 * @param account null for a guest and for nobody
 */
export function keepRoundsOf(account: string | null): void {
  const before = (read(OWNER) as string | null | undefined) ?? null;
  if (before === account) return;
  if (before !== null) forgetRounds();
  write(OWNER, account);
}
