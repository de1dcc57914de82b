import { areaUnderEnvelope, interpolatedAp, precisionRecall, type PrCurve, type RecallComparison } from "./curve";
import { hitsOf, matchDetections, type MatchedDetection, type MatchOptions } from "./matching";
import type { Detection, GroundTruth } from "./types";

export interface VocClassResult {
  positives: number;
  /** 11-point AP (VOC2007). */
  ap11: number;
  /** Area under the envelope (VOC2010 and later). */
  apAll: number;
  curve: PrCurve;
  /** Best score first. */
  ranked: MatchedDetection[];
}

export interface VocResult {
  /** Keyed by label; only labels with objects to find. */
  perClass: Record<number, VocClassResult>;
  /** Means over those labels; null when there are none. */
  map11: number | null;
  mapAll: number | null;
}

export interface VocOptions extends Omit<MatchOptions, "rule" | "maxPerImage" | "areaRange"> {
  recall?: RecallComparison;
}

/**
 * PASCAL VOC's evaluation: AP of each class and mAP at one IoU threshold (0.5: "mAP@.5").
 * Detections of a class without objects are not punished: the class is left out of the mean.
 * Source: Everingham et al. 2010, §4.2; 11 points until VOC2009, all points from VOC2010.
 * @example one object, found by the second of two detections: all-point AP 0.5, 11-point 0.5
 * @throws EngineInputError as `matchDetections`
 */
export function evaluateVoc(groundTruth: readonly GroundTruth[], detections: readonly Detection[], options: VocOptions = {}): VocResult {
  const perClass: Record<number, VocClassResult> = {};
  let count = 0;
  let sum11 = 0;
  let sumAll = 0;
  for (const matches of matchDetections(groundTruth, detections, { ...options, rule: "voc" })) {
    if (matches.positives === 0) continue;
    const curve = precisionRecall(hitsOf(matches), matches.positives);
    const ap11 = interpolatedAp(curve, 11, options.recall);
    const apAll = areaUnderEnvelope(curve);
    perClass[matches.label] = { positives: matches.positives, ap11, apAll, curve, ranked: matches.ranked };
    count++;
    sum11 += ap11;
    sumAll += apAll;
  }
  return { perClass, map11: count > 0 ? sum11 / count : null, mapAll: count > 0 ? sumAll / count : null };
}
