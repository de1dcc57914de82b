import { area, enclosing, intersectionArea, unionArea, type BoxXYXY } from "@/lib/engine/boxes";

/** The two numbers this topic is about. */
export type Measure = "iou" | "giou";

/** A number as numerator over denominator, both whole: nothing here depends on the last bit of a division. */
export interface Fraction {
  readonly top: number;
  /** Above 0. */
  readonly bottom: number;
}

/**
 * IoU = |A∩B| / |A∪B|, or GIoU = IoU − (|C| − |A∪B|) / |C| over one common denominator. For whole-pixel boxes of stages up
 * to 400 × 300 all products stay below 2^53, so the fraction is exact.
 * @example fractionOf("iou", [0,0,10,10], [5,0,15,10]) → 50/150
 * @example fractionOf("giou", [0,0,1,1], [2,0,3,1]) → −2/6 = −1/3
 */
export function fractionOf(measure: Measure, a: BoxXYXY, b: BoxXYXY): Fraction {
  const shared = intersectionArea(a, b);
  const union = unionArea(a, b);
  if (measure === "iou") return { top: shared, bottom: union };
  const hull = area(enclosing(a, b));
  return { top: shared * hull - (hull - union) * union, bottom: union * hull };
}

/** The fraction in hundredths, rounded to a whole number. @example 50/150 → 33 */
export const hundredths = ({ top, bottom }: Fraction): number => Math.round((100 * top) / bottom);

/** "0.33", "−0.80": two decimals with a true minus sign. */
export const shown = (value: number): string => (value / 100).toFixed(2).replace("-", "−");

/** Points of one number, most first, and how far off (in tolerances) each still counts. */
const BANDS = [
  { within: 1, points: 10 },
  { within: 2, points: 8 },
  { within: 3, points: 6 },
  { within: 5, points: 4 },
  { within: 8, points: 2 },
] as const;

/** Points for a perfect number. */
export const FULL = 10;

/** |value − fraction| ≤ width, all in hundredths and compared as whole numbers. */
export function near(value: number, { top, bottom }: Fraction, width: number): boolean {
  return Math.abs(value * bottom - 100 * top) <= width * bottom;
}

/**
 * Partial credit by distance: 10 within the tolerance, then 8, 6, 4, 2 within 2, 3, 5, 8 tolerances, else 0.
 * @param value hundredths @param tolerance hundredths
 * @example points(50, {top: 1, bottom: 3}, 5) === 4: 0.50 is 0.167 off, more than 3 × 0.05
 */
export function points(value: number, fraction: Fraction, tolerance: number): number {
  return BANDS.find(({ within }) => near(value, fraction, within * tolerance))?.points ?? 0;
}

/** "80×60", for labels and screen readers. */
export const sizeOf = (box: BoxXYXY): string => `${box[2] - box[0]}×${box[3] - box[1]}`;

/** Digits whose Korean name ends in a vowel: 이, 사, 오, 구. */
const OPEN_DIGITS = "2459";

/** A number with the Korean "is" that fits its last digit. @example isKo("0.71") === "0.71이에요"; isKo("0.25") === "0.25예요" */
export const isKo = (number: string | number): string => `${number}${OPEN_DIGITS.includes(String(number).slice(-1)) ? "예요" : "이에요"}`;
