import { josa } from "./particles";
import type { Locale } from "./text";

/**
 * Things in a row as one says them. An empty list is an empty string.
 * @example list(["A", "B", "C"], "ko") → "A, B와 C" · list(["A", "M"], "ko", "or") → "A나 M" · list(["A", "B", "C"], "en") → "A, B and C"
 */
export function list(items: readonly string[], locale: Locale, by: "and" | "or" = "and"): string {
  if (items.length < 2) return items.join("");
  const head = items.slice(0, -2);
  const [before, last] = items.slice(-2);
  const pair = locale === "en" ? `${before} ${by} ${last}` : `${josa(before, by === "and" ? "과/와" : "이나/나")} ${last}`;
  return [...head, pair].join(", ");
}
