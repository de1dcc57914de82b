import { EngineInputError } from "../errors";
import { interpolatedAp, precisionRecall, type RecallComparison } from "./curve";
import { hitsOf, matchPrepared, prepareClasses } from "./matching";
import type { Detection, GroundTruth } from "./types";

/** 0.50, 0.55, … 0.95. */
const COCO_THRESHOLDS: readonly number[] = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/** COCO's object sizes as box areas, px²: below 32², 32² to 96², above; "all" bounds nothing. */
export const COCO_AREAS = {
  all: [0, Infinity],
  small: [0, 32 * 32],
  medium: [32 * 32, 96 * 96],
  large: [96 * 96, Infinity],
} as const satisfies Record<string, readonly [number, number]>;

export interface CocoOptions {
  iouThresholds?: readonly number[];
  /** 101 in COCO. */
  recallPoints?: number;
  /** How many detections of a class an image may have, for each average recall; the largest also holds for AP. */
  maxDetections?: readonly number[];
  area?: keyof typeof COCO_AREAS;
  recall?: RecallComparison;
}

export interface CocoResult {
  /** Mean over thresholds and classes with objects; null when no class has one. */
  AP: number | null;
  /** AP at 0.5 and 0.75; null when these are not among the thresholds. */
  AP50: number | null;
  AP75: number | null;
  /** One a threshold, mean over classes. Empty when no class has objects. */
  apPerIou: number[];
  /** Keyed by label, mean over thresholds. */
  apPerClass: Record<number, number>;
  /** One an entry of maxDetections: recall at the end of the list, mean over thresholds and classes. */
  averageRecall: (number | null)[];
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/**
 * COCO's detection metrics: AP averaged over ten IoU thresholds and the classes, AP50, AP75 and average recall.
 * Each detection takes the free object it overlaps best. Equal overlaps go to the lower index (the released evaluation keeps the
 * later one). No crowd regions; areas are those of boxes.
 * Source: Lin et al. 2014 (arXiv:1405.0312); the released evaluation's rules.
 * @example one object, a false positive ranked above its exact detection: AP 0.5, recall with 1 detection 0, with 10 1
 * @throws EngineInputError as `matchDetections`; when a list is empty or recallPoints < 2
 */
export function evaluateCoco(groundTruth: readonly GroundTruth[], detections: readonly Detection[], options: CocoOptions = {}): CocoResult {
  const { iouThresholds = COCO_THRESHOLDS, recallPoints = 101, maxDetections = [1, 10, 100], area = "all", recall } = options;
  if (iouThresholds.length === 0) throw new EngineInputError("iouThresholds", "must not be empty", iouThresholds);
  if (maxDetections.length === 0) throw new EngineInputError("maxDetections", "must not be empty", maxDetections);
  const most = Math.max(...maxDetections);
  const areaRange = area === "all" ? undefined : COCO_AREAS[area];
  const labels: number[] = [];
  /** [class][threshold]. */
  const ap: number[][] = [];
  const averageRecall = maxDetections.map((maxPerImage) => {
    const recalls: number[] = [];
    for (const one of prepareClasses(groundTruth, detections, { maxPerImage })) {
      const row: number[] = [];
      for (const iouThreshold of iouThresholds) {
        const matches = matchPrepared(one, groundTruth, detections, { rule: "coco", iouThreshold, areaRange });
        if (matches.positives === 0) break;
        const curve = precisionRecall(hitsOf(matches), matches.positives);
        recalls.push(curve.recall.length > 0 ? curve.recall[curve.recall.length - 1] : 0);
        if (maxPerImage === most) row.push(interpolatedAp(curve, recallPoints, recall));
      }
      if (row.length > 0 && !labels.includes(one.label)) {
        labels.push(one.label);
        ap.push(row);
      }
    }
    return recalls.length > 0 ? mean(recalls) : null;
  });
  const apPerIou = labels.length > 0 ? iouThresholds.map((_, t) => mean(ap.map((row) => row[t]))) : [];
  const at = (threshold: number): number | null => {
    const t = iouThresholds.findIndex((one) => Math.abs(one - threshold) < 1e-9);
    return t >= 0 && apPerIou.length > 0 ? apPerIou[t] : null;
  };
  return {
    AP: apPerIou.length > 0 ? mean(apPerIou) : null,
    AP50: at(0.5),
    AP75: at(0.75),
    apPerIou,
    apPerClass: Object.fromEntries(labels.map((label, c) => [label, mean(ap[c])])),
    averageRecall,
  };
}

/** COCO's twelve numbers; null where no object is of that size. */
export type CocoSummary = Record<
  "AP" | "AP50" | "AP75" | "APsmall" | "APmedium" | "APlarge" | "AR1" | "AR10" | "AR100" | "ARsmall" | "ARmedium" | "ARlarge",
  number | null
>;

/** The twelve numbers COCO's leaderboard prints, in its order. */
export function cocoSummary(groundTruth: readonly GroundTruth[], detections: readonly Detection[]): CocoSummary {
  const all = evaluateCoco(groundTruth, detections);
  const [small, medium, large] = (["small", "medium", "large"] as const).map((area) =>
    evaluateCoco(groundTruth, detections, { area, maxDetections: [100] }),
  );
  const [AR1, AR10, AR100] = all.averageRecall;
  return {
    AP: all.AP,
    AP50: all.AP50,
    AP75: all.AP75,
    APsmall: small.AP,
    APmedium: medium.AP,
    APlarge: large.AP,
    AR1,
    AR10,
    AR100,
    ARsmall: small.averageRecall[0],
    ARmedium: medium.averageRecall[0],
    ARlarge: large.averageRecall[0],
  };
}
