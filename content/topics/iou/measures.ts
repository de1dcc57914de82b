import { area, enclosing, intersectionArea, unionArea, type BoxXYXY } from "@/lib/engine/boxes";
import { josa } from "@/lib/words";

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

/** Whether two fractions are the same number. */
export const sameFraction = (a: Fraction, b: Fraction): boolean => a.top * b.bottom === b.top * a.bottom;

/** The fraction in hundredths, rounded to a whole number. @example 50/150 → 33 */
export const hundredths = ({ top, bottom }: Fraction): number => Math.round((100 * top) / bottom);

/** "0.33", "−0.80": two decimals with a true minus sign. */
export const shown = (value: number): string => (value / 100).toFixed(2).replace("-", "−");

/** Points for a perfect number. */
export const FULL = 10;

/** |value − fraction| ≤ width, all in hundredths and compared as whole numbers. */
export function near(value: number, { top, bottom }: Fraction, width: number): boolean {
  return Math.abs(value * bottom - 100 * top) <= width * bottom;
}

/** Beyond this many tolerances a number earns nothing, so that no constant does. */
export const REACH = 3;

/**
 * Partial credit by distance: all points within the tolerance, none from REACH tolerances on, evenly fewer in between.
 * @param value hundredths @param tolerance hundredths
 * @example points(43, {top: 1, bottom: 3}, 5) === 5: 0.43 is 0.097 off, 0.053 before the end of a band 0.10 wide
 */
export function points(value: number, fraction: Fraction, tolerance: number): number {
  if (near(value, fraction, tolerance)) return FULL;
  const { top, bottom } = fraction;
  const left = REACH * tolerance * bottom - Math.abs(value * bottom - 100 * top);
  return Math.max(0, Math.floor((FULL * left) / ((REACH - 1) * tolerance * bottom)));
}

/** "80×60", for labels and screen readers. */
export const sizeOf = (box: BoxXYXY): string => `${box[2] - box[0]}×${box[3] - box[1]}`;

/** A number with the Korean "is" that fits its sound. @example isKo("0.71") === "0.71이에요"; isKo("0.25") === "0.25예요" */
export const isKo = (number: string | number): string => josa(number, "이에요/예요");
