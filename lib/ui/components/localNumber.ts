import type { Locale } from "@/lib/challenges/text";

const FORMATS = new Map<string, Intl.NumberFormat>();

/** A number as the language writes it, with as many decimals as `step` has: localNumber(0.5, 0.05, "ko") → "0.50". */
export function localNumber(value: number, step: number, locale: Locale): string {
  const decimals = Math.min(6, (String(step).split(".")[1] ?? "").length);
  const key = `${locale}/${decimals}`;
  let format = FORMATS.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    FORMATS.set(key, format);
  }
  return format.format(value);
}
