/** What is labelled, by which rules, and what a list of labels is worth. */
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { SceneObject, VocClass } from "@/lib/engine/scenes";

/** The three trainings of R-CNN, in their order: of the network, of a class's SVM, of a class's box regressor. */
export const STAGES = ["tuning", "svm", "regressor"] as const;
export type Stage = (typeof STAGES)[number];

/** Positive for the class that is asked, positive for the other class, background, or left out of this training. */
export const LABELS = ["positive", "other", "background", "out"] as const;
export type Label = (typeof LABELS)[number];

export const MOST_BOXES = 8;

/** R-CNN, section 2.3: from this IoU on a box is positive for the network. */
export const POSITIVE = 0.5;
/** R-CNN, section 2.3: below this IoU a box is background for the SVM. */
export const NEGATIVE = 0.3;
/** R-CNN, appendix C: only boxes above this IoU teach the regressor. */
export const NEAR = 0.6;

export interface View {
  readonly width: number;
  readonly height: number;
  readonly objects: readonly SceneObject[];
  /** Whole pixels; true boxes may be among them. */
  readonly boxes: readonly BoxXYXY[];
  /** The class in question. */
  readonly cls: VocClass;
  /** The second class of the picture; null where there is one class alone. */
  readonly other: VocClass | null;
  /** The trainings that are asked. */
  readonly stages: readonly Stage[];
  /** Whether the IoUs are printed; otherwise they are measured on the board. */
  readonly table: boolean;
}

/** A list for each stage that is asked, an entry a box; null while it has no label. */
export interface Answer {
  readonly labels: readonly (readonly (Label | null)[])[];
}

/** A box's best IoU with an object of the class in question, and with one of the other class (0 where there is none). */
export interface Overlap {
  readonly own: number;
  readonly other: number;
}

type Scene = Pick<View, "objects" | "cls">;

export function overlapOf({ objects, cls }: Scene, box: BoxXYXY): Overlap {
  const best = (own: boolean) =>
    objects.reduce((most, each) => (own === (each.cls === cls) ? Math.max(most, iou(each.box, box)) : most), 0);
  return { own: best(true), other: best(false) };
}

export const overlapsOf = (view: View): Overlap[] => view.boxes.map((box) => overlapOf(view, box));

/** How R-CNN labels a box with these overlaps. Whole pixels: only a true box itself has an IoU of exactly 1. */
export const RULES: Readonly<Record<Stage, (overlap: Overlap) => Label>> = {
  tuning: ({ own, other }) => (Math.max(own, other) < POSITIVE ? "background" : own >= other ? "positive" : "other"),
  svm: ({ own }) => (own === 1 ? "positive" : own < NEGATIVE ? "background" : "out"),
  regressor: ({ own }) => (own > NEAR ? "positive" : "out"),
};

/** The labels by any set of rules, a list for each stage of the view. */
export function labelled(view: View, rules: Readonly<Record<Stage, (overlap: Overlap) => Label>>): Label[][] {
  const overlaps = overlapsOf(view);
  return view.stages.map((stage) => overlaps.map(rules[stage]));
}

export const truthOf = (view: View): Label[][] => labelled(view, RULES);

/** What may be said of a box in a stage: only the network's training knows the other class. */
export const optionsOf = ({ other }: Pick<View, "other">, stage: Stage): readonly Label[] =>
  LABELS.filter((label) => label !== "other" || (other !== null && stage === "tuning"));

/** With one stage, what a wrong label takes away again: as many right ones. */
export const PENALTY = 3;

/**
 * One stage: a point for each right label, PENALTY taken for each wrong one. Several: seven tenths for the share of boxes whose labels
 * are all right, three tenths for the share of right labels above a half. Whole points.
 */
export function pointsOf(truth: readonly (readonly Label[])[], { labels }: Answer): { readonly earned: number; readonly total: number } {
  const n = truth[0].length;
  const right = (stage: number, box: number) => labels[stage]?.[box] === truth[stage][box];
  const count = truth.reduce((sum, list, stage) => sum + list.filter((_, box) => right(stage, box)).length, 0);
  if (truth.length === 1) {
    const wrong = truth[0].filter((_, box) => (labels[0]?.[box] ?? null) !== null && !right(0, box)).length;
    return { earned: Math.max(0, count - PENALTY * wrong), total: n };
  }
  const whole = truth[0].filter((_, box) => truth.every((_list, stage) => right(stage, box))).length;
  return { earned: 21 * whole + Math.max(0, 6 * count - 9 * n), total: 30 * n };
}

/** How far the nearest IoU is from a bound: 0.3, 0.5 and 0.6 for the class in question, 1 for a box that is no true one, 0.5 for the other class. */
export const slackOf = (view: View): number =>
  Math.min(
    ...overlapsOf(view).flatMap(({ own, other }) => [
      ...[NEGATIVE, POSITIVE, NEAR].map((bound) => Math.abs(own - bound)),
      ...(own === 1 ? [] : [1 - own]),
      Math.abs(other - POSITIVE),
      // Where both classes claim a box, the higher IoU decides.
      ...(Math.min(own, other) >= POSITIVE ? [Math.abs(own - other)] : []),
    ]),
  );
