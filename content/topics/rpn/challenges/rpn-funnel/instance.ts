/** Anchors with their decoded boxes, and the funnel that leaves the proposals. */
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { VocClass } from "@/lib/engine/scenes";
import { nmsTrace, type NmsStep } from "@/lib/engine/suppress";

export const [WIDTH, HEIGHT] = [360, 270] as const;
/** Boxes with a shorter side are dropped, in pixels: the paper's code. */
export const SMALLEST = 16;

export interface FunnelBox {
  /** "A", "B", …: the tag on the picture. */
  readonly id: string;
  /** Where it starts: whole pixels. */
  readonly anchor: BoxXYXY;
  /** What its deltas make of it, cut to the picture: whole pixels. */
  readonly box: BoxXYXY;
  /** Objectness in whole hundredths, no two alike. */
  readonly score: number;
}

export interface View {
  readonly width: number;
  readonly height: number;
  readonly sprites: readonly { readonly cls: VocClass; readonly box: BoxXYXY; readonly flip: boolean }[];
  readonly boxes: readonly FunnelBox[];
  /** How many go on by score, before anything else; null: all. */
  readonly before: number | null;
  /** Boxes with a side below it fall; null: none. */
  readonly smallest: number | null;
  /** A box falls when its IoU with a kept one is strictly greater. */
  readonly threshold: number;
  /** Whether decoded boxes are drawn; otherwise the board shows those that are measured. */
  readonly shown: boolean;
}

export interface Answer {
  /** Ids of the proposals that are left. */
  readonly keep: readonly string[];
}

/** A funnel as somebody runs it: what is left out, and which boxes NMS compares. */
export interface Rules {
  readonly before: number | null;
  readonly smallest: number | null;
  /** Null: no NMS. */
  readonly threshold: number | null;
  readonly compares: "anchors" | "boxes";
}

export const rulesOf = ({ before, smallest, threshold }: View): Rules => ({ before, smallest, threshold, compares: "boxes" });

export const byScore = (boxes: readonly FunnelBox[]): FunnelBox[] => [...boxes].sort((a, b) => b.score - a.score);

export const shorterSide = ([x1, y1, x2, y2]: BoxXYXY): number => Math.min(x2 - x1, y2 - y1);

export interface Trace {
  /** Beyond the limit, too small. */
  readonly beyond: readonly FunnelBox[];
  readonly small: readonly FunnelBox[];
  /** Those that NMS gets, best first, and its rounds, whose indices point into them. */
  readonly entered: readonly FunnelBox[];
  readonly rounds: readonly NmsStep[];
  readonly kept: readonly FunnelBox[];
}

/** The funnel in the order of our code and torchvision's: the best by score, the large ones of these, NMS. */
export function funnel({ boxes }: View, { before, smallest, threshold, compares }: Rules): Trace {
  const ranked = byScore(boxes);
  const first = ranked.slice(0, before ?? ranked.length);
  const entered = first.filter(({ box }) => smallest === null || shorterSide(box) >= smallest);
  const rounds =
    threshold === null
      ? []
      : nmsTrace(
          entered.flatMap((each) => [...each[compares === "boxes" ? "box" : "anchor"]]),
          entered.map(({ score }) => score),
          null,
          threshold,
        );
  return {
    beyond: ranked.slice(first.length),
    small: first.filter((each) => !entered.includes(each)),
    entered,
    rounds,
    kept: threshold === null ? entered : rounds.map(({ picked }) => entered[picked]),
  };
}

export const proposalsOf = (view: View): string[] => funnel(view, rulesOf(view)).kept.map(({ id }) => id);

/** Points taken for each box that is kept wrongly or missed: one slip does not pass. */
const SLIP = 30;

export function earnedBy(view: View, keep: readonly string[]): number {
  const right = new Set(proposalsOf(view));
  const slips = view.boxes.filter(({ id }) => right.has(id) !== keep.includes(id)).length;
  return Math.max(0, 100 - SLIP * slips);
}

/** How near a side of a whole number of pixels comes to the limit, in IoUs, so that one margin holds for both: a pixel and a half is enough. */
const PIXEL = 0.02;

/** Distance of the closest decision from flipping: an IoU from the threshold, a side from the smallest. 0 where two scores tie. */
export function slackOf({ boxes, threshold, smallest }: View): number {
  let slack = Infinity;
  for (const [i, a] of boxes.entries()) {
    if (smallest !== null) slack = Math.min(slack, PIXEL * Math.abs(shorterSide(a.box) - smallest));
    for (const b of boxes.slice(0, i)) {
      if (a.score === b.score) return 0;
      slack = Math.min(slack, Math.abs(iou(a.box, b.box) - threshold));
    }
  }
  return slack;
}
