import { pairwiseIou, type BoxXYXY } from "@/lib/engine/boxes";
import { matchQuality } from "@/lib/engine/match";
import type { SceneObject } from "@/lib/engine/scenes";

/** What the labels depend on. */
export interface Labelled {
  readonly objects: readonly { readonly box: BoxXYXY }[];
  readonly anchors: readonly BoxXYXY[];
}

export interface View {
  readonly width: number;
  readonly height: number;
  readonly objects: readonly SceneObject[];
  /** Whole pixels, as a detector with rounded base anchors has them. */
  readonly anchors: readonly BoxXYXY[];
  /** Whether the table of IoUs is given; without it they are judged by eye. */
  readonly table: boolean;
}

export interface Answer {
  /** An entry an anchor: the object's index (positive for it), −1 background, −2 ignored, null not labelled yet. */
  readonly labels: readonly (number | null)[];
}

/** What a wrong label takes away again: as many right ones. Whoever leaves out one rule does not pass. */
export const PENALTY = 3;

/** Points: one for each right label, PENALTY taken for each wrong one, never below 0. A label that is missing counts as neither. */
export function pointsOf(matches: readonly number[], { labels }: Answer): number {
  const right = matches.filter((match, a) => labels[a] === match).length;
  const wrong = matches.filter((match, a) => (labels[a] ?? null) !== null && labels[a] !== match).length;
  return Math.max(0, right - PENALTY * wrong);
}

/** The thresholds of Faster R-CNN's region proposal network. */
export const POSITIVE = 0.7;
export const NEGATIVE = 0.3;

export interface Labels {
  /** [anchors]: the object's index, −1 background, −2 ignored. */
  readonly matches: readonly number[];
  readonly maxIou: readonly number[];
  /** [anchors]: the object that this anchor overlaps most (the lower index among equals). */
  readonly own: readonly number[];
  /** [objects]: the best IoU of each object, and every anchor that has it. */
  readonly rescues: readonly { readonly iou: number; readonly anchors: readonly number[] }[];
  /** IoU of object g with anchor a. */
  readonly quality: (object: number, anchor: number) => number;
}

/** The engine's labels of all anchors, with the reasons behind them. */
export function labelAll({ objects, anchors }: Labelled): Labels {
  const [g, n] = [objects.length, anchors.length];
  const table = pairwiseIou(
    objects.flatMap(({ box }) => [...box]),
    anchors.flatMap((box) => [...box]),
  );
  const quality = (object: number, anchor: number) => table[object * n + anchor];
  const { matches, maxIou } = matchQuality(table, g, n, { positive: POSITIVE, negative: NEGATIVE });
  const all = (count: number) => Array.from({ length: count }, (_, i) => i);
  const own = all(n).map((a) => all(g).reduce((high, object) => (quality(object, a) > quality(high, a) ? object : high), 0));
  const rescues = all(g).map((object) => {
    const iou = Math.max(...all(n).map((a) => quality(object, a)));
    return { iou, anchors: all(n).filter((a) => quality(object, a) === iou) };
  });
  return { matches: [...matches], maxIou: [...maxIou], own, rescues, quality };
}

/**
 * How far the nearest decision is from flipping: an anchor's best IoU from 0.7 and 0.3, an object's best anchor from its
 * second (exact ties of mirror images are no decision: whole pixels give bit-equal IoUs), and a positive anchor's own object
 * from the next one.
 */
export function slackOf(instance: Labelled): number {
  const { matches, maxIou, own, rescues, quality } = labelAll(instance);
  const gaps = maxIou.flatMap((iou) => [Math.abs(iou - POSITIVE), Math.abs(iou - NEGATIVE)]);
  rescues.forEach(({ iou }, object) => {
    for (let a = 0; a < matches.length; a++) if (quality(object, a) !== iou) gaps.push(iou - quality(object, a));
  });
  matches.forEach((match, a) => {
    for (let object = 0; match >= 0 && object < rescues.length; object++) if (object !== own[a]) gaps.push(maxIou[a] - quality(object, a));
  });
  return Math.min(...gaps);
}
