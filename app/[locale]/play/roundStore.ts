/** What a round needs to come back after a reload, a change of language or a step back: the draft, and what the server issued. */
import type { Level } from "@/lib/challenges";
import type { IssuedInstance } from "@/lib/wire/play";

interface RoundName {
  readonly kind: string;
  readonly level: Level;
  readonly seed: string;
}

type Shelf = "draft" | "issued";
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

/** What the server issued for this round, while it still stands; null where it is somebody else's link, or too old. */
export function readIssued(round: RoundName): IssuedInstance | null {
  const issued = read(nameOf("issued", round)) as IssuedInstance | undefined;
  return issued && Date.parse(issued.expiresAt) > Date.now() ? issued : null;
}
export const writeIssued = (round: RoundName, issued: IssuedInstance): void => write(nameOf("issued", round), issued);

/** Nothing of any round stays in this tab: its learner is gone. */
export function forgetRounds(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (/^boxup\.(draft|issued)\./.test(name)) sessionStorage.removeItem(name);
  } catch {
    // Private mode: nothing was stored.
  }
}
