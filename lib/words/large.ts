import { num } from "./numbers";
import type { Locale } from "./text";

/** Korean groups by ten thousands, English by thousands: the words for it, the largest first. */
const WORDS: Readonly<Record<Locale, readonly { readonly word: string; readonly size: number }[]>> = {
  ko: [
    { word: "조", size: 1e12 },
    { word: "억", size: 1e8 },
    { word: "만", size: 1e4 },
  ],
  en: [
    { word: " trillion", size: 1e12 },
    { word: " billion", size: 1e9 },
    { word: " million", size: 1e6 },
  ],
};

/** The first word that large numbers take: what a column or an axis of them is counted in. */
export const LARGE_UNIT: Readonly<Record<Locale, { readonly word: string; readonly size: number }>> = {
  ko: { word: "만", size: 1e4 },
  en: { word: "million", size: 1e6 },
};

/** Decimals of a number counted in `size` and rounded to `step`, both powers of ten. */
const decimalsOf = (step: number, size: number): number => {
  let decimals = 0;
  for (let digit = size / 10; digit >= step; digit /= 10) decimals += 1;
  return decimals;
};
const without0 = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

/** A whole number in Korean words and digits: 139,500,000 → "1억 3,950만". */
function grouped(whole: number): string {
  const parts: string[] = [];
  let rest = whole;
  for (const { word, size } of WORDS.ko) {
    const part = Math.floor(rest / size);
    if (part > 0) parts.push(`${num(part)}${word}`);
    rest -= part * size;
  }
  return [...parts, ...(rest > 0 || parts.length === 0 ? [num(rest)] : [])].join(" ");
}

/**
 * A large number as each language says it: Korean by 만 and 억, English by million and billion. Every text that gives one takes it from here.
 * @param step what it is rounded to: a power of ten
 * @example large(70_200_000, "ko", 1e5) → "7,020만" · large(70_200_000, "en", 1e5) → "70.2 million" · large(139_500_000, "ko") → "1억 3,950만"
 */
export function large(value: number, locale: Locale, step = 1): string {
  const rounded = Math.round(value / step) * step;
  const size = Math.abs(rounded);
  const sign = rounded < 0 ? "−" : "";
  if (locale === "ko") return sign + grouped(size);
  const unit = WORDS.en.find((one) => size >= one.size);
  return sign + (unit === undefined ? num(size) : `${without0(num(size / unit.size, decimalsOf(step, unit.size)))}${unit.word}`);
}

/**
 * The same number counted in `LARGE_UNIT`, for columns, sums and axes that name the unit once.
 * @example inLargeUnit(57_800_000, "ko", 1e5) → "5,780" · inLargeUnit(57_800_000, "en", 1e5) → "57.8"
 */
export const inLargeUnit = (value: number, locale: Locale, step: number): string =>
  num((Math.round(value / step) * step) / LARGE_UNIT[locale].size, decimalsOf(step, LARGE_UNIT[locale].size));
