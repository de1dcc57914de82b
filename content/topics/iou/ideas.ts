import { area, intersectionArea, type BoxXYXY } from "@/lib/engine/boxes";
import { fractionOf, hundredths, type Fraction, type Measure } from "./measures";

/** What each wrong idea takes for the IoU or GIoU of two boxes. Where an idea says nothing special it gives the true number. */
export const IDEAS = [
  "half-overlap",
  "over-smaller",
  "union-is-sum",
  "inside-is-one",
  "near-counts",
  "giou-is-iou",
  "zero-is-equal",
] as const;
export type Idea = (typeof IDEAS)[number];

/** "A little", to somebody who gives boxes that are close some IoU: hundredths. */
const A_LITTLE = 20;

/** The number as a fraction, so that a box can be sought that has it exactly. */
export function believed(idea: Idea, measure: Measure, a: BoxXYXY, b: BoxXYXY): Fraction {
  const truth = fractionOf(measure, a, b);
  const shared = intersectionArea(a, b);
  if (measure === "giou") {
    if (shared === 0) return idea === "zero-is-equal" ? { top: 0, bottom: 1 } : truth;
    return idea === "giou-is-iou" ? fractionOf("iou", a, b) : truth;
  }
  if (shared === 0) return idea === "near-counts" ? { top: A_LITTLE, bottom: 100 } : truth;
  const [small, large] = [area(a), area(b)].sort((x, y) => x - y);
  if (idea === "half-overlap" && small === large) return { top: shared, bottom: small };
  if (idea === "over-smaller" && small < large) return { top: shared, bottom: small };
  if (idea === "union-is-sum") return { top: shared, bottom: small + large };
  if (idea === "inside-is-one" && shared === small) return { top: 1, bottom: 1 };
  return truth;
}

/** The same in whole hundredths. */
export const believedHundredths = (idea: Idea, measure: Measure, a: BoxXYXY, b: BoxXYXY): number =>
  hundredths(believed(idea, measure, a, b));
