import type { Locale } from "../lib/words/text";

/** Reading speeds: syllables of Hangul and words in Latin script, a minute. */
const HANGUL_A_MINUTE = 500;
const WORDS_A_MINUTE = 180;
/** Playing, in minutes for each part of a lesson. */
const PLAYS: Readonly<Record<string, number>> = { Simulation: 3, Challenge: 2, Predict: 0.5, Ask: 1 };

/** What is read in a lesson: no front matter, no tags; a formula or an address is one word. */
const readable = (mdx: string): string =>
  mdx
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/\$\$[\s\S]*?\$\$|\$[^$\n]*\$/g, " formula ")
    .replace(/<[^>]*>/g, " ")
    .replace(/https?:\S+/g, " address ");

/**
 * How long a lesson takes, in whole minutes, at least 1: its text at the reader's speed and what there is to play.
 * @example lessonMinutes("가".repeat(1000) + "<Simulation />") → 2 + 3
 */
export function lessonMinutes(mdx: string): number {
  const text = readable(mdx);
  const hangul = text.match(/[가-힣]/g)?.length ?? 0;
  const words = text.match(/[A-Za-z0-9][A-Za-z0-9’'.,%-]*/g)?.length ?? 0;
  const plays = [...mdx.matchAll(/<([A-Z][A-Za-z]*)/g)].reduce((sum, [, name]) => sum + (PLAYS[name] ?? 0), 0);
  return Math.max(1, Math.round(hangul / HANGUL_A_MINUTE + words / WORDS_A_MINUTE + plays));
}

/** By language, whose lessons differ in length. */
export type Minutes = Readonly<Record<Locale, number>>;
