import { native } from "./counters";
import type { Locale } from "./text";

const SUFFIXES: Readonly<Record<number, string>> = { 1: "st", 2: "nd", 3: "rd" };

/**
 * A place in a row, counted from 1.
 * @example ordinal(1, "ko") → "첫 번째" · ordinal(21, "ko") → "스물한 번째" · ordinal(112, "ko") → "112번째" · ordinal(22, "en") → "22nd"
 * @throws {RangeError} when n is not a whole number from 1
 */
export function ordinal(n: number, locale: Locale): string {
  const word = native(n);
  if (locale === "ko") return n === 1 ? "첫 번째" : n > 99 ? `${n}번째` : `${word} 번째`;
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${teen ? "th" : (SUFFIXES[n % 10] ?? "th")}`;
}
