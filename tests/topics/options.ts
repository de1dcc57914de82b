/** How the options of a question read. */

/** Numbers of a text as written: "18,000", "0.24", ".5", "−3/5". */
export const numbersIn = (text: string) =>
  text.match(/−?\.?\d[\d,]*(?:\.\d+)?(?:\/\d+)?/g)?.map((number) => number.replace(/,$/, "")) ?? [];

/** How long an option reads: its words. A number is as long as it must be. */
export const wordsOf = (text: string) =>
  text
    .replace(/[\d.,/×+=≈%−()]+/g, "")
    .replace(/\s+/g, " ")
    .trim().length;

/** Within a fifth of each other; two or three letters apart is a particle, not a hint. */
export function even(texts: readonly string[]): boolean {
  const lengths = texts.map(wordsOf);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  return most <= 1.2 * least || most - least <= 3;
}
