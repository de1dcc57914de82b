import { PASS_SCORE } from "@/lib/challenges/score";

/** One answer at one item of a class's work. Times are ms. */
export interface Answered {
  readonly id: string;
  /** The place in the class. */
  readonly student: string;
  readonly topic: string;
  /** What was asked, never where it stood: `skillOf` or `questionOf`. */
  readonly item: string;
  /** The band of its drawn numbers, as its kind names it ("0.4–0.6"); null where the kind has none. */
  readonly band: string | null;
  /** The student's first answer at this place of the work. */
  readonly first: boolean;
  /** 0 to 100. */
  readonly score: number;
  /** Of a question with options: which one was chosen. */
  readonly option: string | null;
  /** Misconceptions whose very answer this was: by a chosen option, or by what was drawn, marked and placed. */
  readonly shown: readonly string[];
  /** Misconceptions that an answer here could have shown. */
  readonly couldShow: readonly string[];
  /** From the first sight to the answer; null where it was not seen. */
  readonly seconds: number | null;
  readonly at: number;
  /** The attempt it is kept as; null where none is. */
  readonly attempt: string | null;
}

export const passed = ({ score }: Pick<Answered, "score">): boolean => score >= PASS_SCORE;

/** A kind at a level: all its seeds are one item. */
export const skillOf = (kind: string, level: number): string => `${kind}@${level}`;

/** A question, whatever its version: another version is the same question mended. */
export const questionOf = (topic: string, question: string): string => `${topic}/${question}`;

/** What an item's name says. */
export type ItemName = { readonly kind: string; readonly level: number } | { readonly topic: string; readonly question: string };

export function itemName(item: string): ItemName {
  const at = item.lastIndexOf("@");
  if (at > 0) return { kind: item.slice(0, at), level: Number(item.slice(at + 1)) };
  const slash = item.indexOf("/");
  return { topic: item.slice(0, slash), question: item.slice(slash + 1) };
}

/** The order in which answers were given; of two in one moment the one with the lower id comes first, so that no two orders exist. */
export const inOrder = <T extends Pick<Answered, "at" | "id">>(answers: readonly T[]): T[] =>
  [...answers].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
