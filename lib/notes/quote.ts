/** A line of a note in the words that stand for it where it is asked about. */

/** The longest line that is quoted, in UTF-16 units. */
const QUOTE_MAX = 300;

/** As much of a line as is quoted. */
export const quoted = (line: string): string => [...line.trim()].slice(0, QUOTE_MAX / 2).join("");

/** The lines of a note that a quote stands for, counted from 0; none where nothing is quoted. */
export const linesQuoted = (words: string, quote: string): number[] =>
  words.split("\n").flatMap((line, i) => (quote !== "" && quoted(line) === quote ? [i] : []));
