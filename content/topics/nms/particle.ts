/** Letters whose Korean name ends in a consonant: 엘, 엠, 엔, 알. */
const CLOSED = new Set(["L", "M", "N", "R"]);

/**
 * A box's letter with the Korean particle that fits its name.
 * @example particle("A", "을", "를") → "A를" · particle("M", "을", "를") → "M을"
 */
export const particle = (letter: string, afterConsonant: string, afterVowel: string): string =>
  letter + (CLOSED.has(letter) ? afterConsonant : afterVowel);
