import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { VOC_CLASSES, type VocClass } from "@/lib/engine/scenes";
import { nmsTrace, type NmsStep } from "@/lib/engine/suppress";

export interface CandidateBox {
  /** "A", "B", …: the tag on the picture. */
  readonly id: string;
  readonly cls: VocClass;
  /** Whole pixels. */
  readonly box: BoxXYXY;
  /** Whole hundredths, no two alike. */
  readonly score: number;
}

export interface Sprite {
  readonly cls: VocClass;
  readonly box: BoxXYXY;
  readonly flip: boolean;
}

export interface Instance {
  readonly width: number;
  readonly height: number;
  readonly sprites: readonly Sprite[];
  readonly boxes: readonly CandidateBox[];
  /** A box of the same class falls when its IoU with a kept one is strictly greater. */
  readonly threshold: number;
}

export interface Answer {
  /** Ids of the boxes that survive. */
  readonly keep: readonly string[];
}

/** The engine's rounds of greedy NMS, each class on its own. */
export function traceOf(
  { boxes, threshold }: Instance,
  over: "each class" | "all boxes" = "each class",
  at: number = threshold,
): NmsStep[] {
  const classes = over === "each class" ? boxes.map((b) => VOC_CLASSES.indexOf(b.cls)) : null;
  return nmsTrace(
    boxes.flatMap((b) => b.box),
    boxes.map((b) => b.score),
    classes,
    at,
  );
}

/** Ids that survive greedy, class-wise NMS, best score first. */
export function survivorsOf(instance: Instance): string[] {
  return traceOf(instance).map((round) => instance.boxes[round.picked].id);
}

/** The fallen box of the same class and a better score that overlaps a survivor by more than t: what a chain is made of. */
export function fallenAbove(instance: Instance, kept: ReadonlySet<string>, box: CandidateBox): CandidateBox | undefined {
  return instance.boxes.find(
    (o) => !kept.has(o.id) && o.cls === box.cls && o.score > box.score && iou(o.box, box.box) > instance.threshold,
  );
}

/** The kept box of another class and a better score that overlaps a survivor by more than t. */
export function otherClassAbove(instance: Instance, kept: ReadonlySet<string>, box: CandidateBox): CandidateBox | undefined {
  return instance.boxes.find((o) => kept.has(o.id) && o.cls !== box.cls && o.score > box.score && iou(o.box, box.box) > instance.threshold);
}

/** Points of an answer: one for each survivor found, one taken for each box kept wrongly, never below zero. */
export function pointsOf(kept: ReadonlySet<string>, chosen: ReadonlySet<string>): { hits: number; extra: number; earned: number } {
  const hits = [...chosen].filter((id) => kept.has(id)).length;
  const extra = chosen.size - hits;
  return { hits, extra, earned: Math.max(0, hits - extra) };
}

/** Distance of the closest same-class IoU from t; 0 where two scores tie. Scores are hundredths: unequal ones lie far apart. */
export function slackOf({ boxes, threshold }: Instance): number {
  let slack = Infinity;
  for (let i = 0; i < boxes.length; i++) {
    for (let j = 0; j < i; j++) {
      if (boxes[i].score === boxes[j].score) return 0;
      if (boxes[i].cls === boxes[j].cls) slack = Math.min(slack, Math.abs(iou(boxes[i].box, boxes[j].box) - threshold));
    }
  }
  return slack;
}
