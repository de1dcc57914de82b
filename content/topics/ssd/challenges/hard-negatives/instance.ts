/** Default boxes with their losses, which negatives SSD keeps of them, and what an answer is worth. */
import { BACKGROUND, IGNORED, mineHardNegatives } from "@/lib/engine/match";

export const MOST_BOXES = 24;

export const LABELS = ["positive", "negative", "ignored"] as const;
export type Label = (typeof LABELS)[number];

export interface Entry {
  readonly label: Label;
  /** In hundredths: the loss, or the probability of what the box is taught. */
  readonly value: number;
}

export interface View {
  /** Box i is called i + 1. */
  readonly boxes: readonly Entry[];
  /** Negatives that are kept for each positive. */
  readonly ratio: number;
  /** "loss": the classification loss; "p": the probability of what the box is taught, whose loss is −log p. */
  readonly shows: "loss" | "p";
}

export interface Answer {
  /** Numbers of the boxes, ascending. */
  readonly kept: readonly number[];
}

export const numbersOf = ({ boxes }: View): number[] => boxes.map((_, i) => i + 1);

/** What grows with the loss: −log p falls as p grows. */
const hardness = ({ shows }: Pick<View, "shows">, { value }: Entry): number => (shows === "loss" ? value : -value);

const MATCHES = { positive: 0, negative: BACKGROUND, ignored: IGNORED } as const;

/** The negatives that are kept, hardest first. */
export function mined(view: View): number[] {
  const { negatives } = mineHardNegatives(
    view.boxes.map((each) => hardness(view, each)),
    view.boxes.map(({ label }) => MATCHES[label]),
    { ratio: view.ratio },
  );
  return Array.from(negatives, (i) => i + 1);
}

export const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
export const truthOf = (view: View): number[] => ascending(mined(view));

export const positivesOf = ({ boxes }: View): number => boxes.filter(({ label }) => label === "positive").length;

/** All boxes by what they lose, the most first. */
export const byLoss = (view: View): number[] =>
  numbersOf(view).sort((a, b) => hardness(view, view.boxes[b - 1]) - hardness(view, view.boxes[a - 1]));

/** What one that is missed, and one too many, cost of an even share: whoever keeps four of five for each positive must not pass. */
const MISSED = 1.5;

/** The share of 1,000 points that an answer earns. */
export function pointsOf(view: View, { kept }: Answer, truth = truthOf(view)): { readonly earned: number; readonly total: number } {
  const hits = kept.filter((number) => truth.includes(number)).length;
  const lost = MISSED * (truth.length - hits) + (kept.length - hits);
  return { earned: Math.round(1000 * Math.max(0, 1 - lost / truth.length)), total: 1000 };
}
