import type { Grade, Part } from "../contract";
import type { Text } from "../text";

/** The name of one thing that can be chosen, labelled or placed. */
export type Id = string | number;

/** The half of a grade that the form of an answer settles; spread it into the grade: `{ ...selection.points(…), steps, … }`. */
export type Points = Pick<Grade, "earned" | "total" | "parts">;

/** How the parts of an answer are called, and what is said of those that went wrong. */
export interface Naming<T, J> {
  readonly label: (thing: T) => Text;
  /** Asked for wrong parts only. */
  readonly note?: (thing: T, judged: J) => Text | undefined;
}

/** No answer holds more entries: what a grading thread and a stored attempt can bear. */
const MOST_ENTRIES = 1024;

/** Hands `most` back. Throws RangeError, naming the form, unless it is a whole number from 1 to 1024. */
export function bound(form: string, most: number): number {
  if (!Number.isInteger(most) || most < 1 || most > MOST_ENTRIES)
    throw new RangeError(`${form}: at most ${MOST_ENTRIES} entries, at least 1 (received ${most})`);
  return most;
}

export const distinct = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

/** A part that earns `earned` of `total`; it is correct when it earns all, and carries its note otherwise. */
export function partOf(id: Id, label: Text, correct: boolean, earned: number, total: number, note: Text | undefined): Part {
  return { id: String(id), label, correct, earned, total, note: correct ? undefined : note };
}

/** What the parts earn, or could earn, together. */
export const sumOf = (parts: readonly Part[], of: "earned" | "total"): number => parts.reduce((sum, part) => sum + part[of], 0);
