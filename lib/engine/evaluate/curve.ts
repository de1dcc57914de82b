import { EngineInputError } from "../errors";

/** Precision and recall after each detection, best score first. */
export interface PrCurve {
  /** True positives among the first i + 1. */
  truePositives: Uint32Array;
  /** truePositives / (i + 1). */
  precision: Float64Array;
  /** truePositives / positives. */
  recall: Float64Array;
  /** Objects to find. */
  positives: number;
}

/**
 * The precision–recall curve of ranked detections.
 * @param hits [n] best score first: is detection i a true positive?  @param positives objects to find, ≥ 1
 * @example T F T of 2 objects: precision 1, 1/2, 2/3, recall 1/2, 1/2, 1
 * @throws EngineInputError when positives is not a whole number of at least 1 or smaller than the number of hits
 */
export function precisionRecall(hits: ArrayLike<boolean | number>, positives: number): PrCurve {
  if (!Number.isInteger(positives) || positives < 1) {
    throw new EngineInputError(
      "positives",
      "must be a whole number of at least 1: without objects precision and recall say nothing",
      positives,
    );
  }
  const n = hits.length;
  const curve: PrCurve = { truePositives: new Uint32Array(n), precision: new Float64Array(n), recall: new Float64Array(n), positives };
  let found = 0;
  for (let i = 0; i < n; i++) {
    if (hits[i]) found++;
    curve.truePositives[i] = found;
    curve.precision[i] = found / (i + 1);
    curve.recall[i] = found / positives;
  }
  if (found > positives) throw new EngineInputError("hits", `must hold at most ${positives} true positives, one an object`, found);
  return curve;
}

/**
 * The monotone envelope of a curve: out[i] = max over j ≥ i of precision[j], the best precision at this recall or a later one.
 * @example precision 1, 1/2, 2/3 → 1, 2/3, 2/3
 */
export function precisionEnvelope(curve: PrCurve): Float64Array {
  const out = Float64Array.from(curve.precision);
  for (let i = out.length - 2; i >= 0; i--) out[i] = Math.max(out[i], out[i + 1]);
  return out;
}

/**
 * How "recall reaches r" is decided. "exact": as fractions, 3 of 10 reaches 0.3. "double": as the released evaluations compute it,
 * where r = k · step in floating point: 3 · 0.1 > 0.3, so 3 of 10 does not.
 */
export type RecallComparison = "exact" | "double";

/**
 * Interpolated AP: the mean over r = 0, 1/(points − 1), …, 1 of the best precision at recall ≥ r (0 where no recall reaches r).
 * Source: VOC2007 (Everingham et al. 2010, §4.2; 11 points), COCO (Lin et al. 2014; 101 points).
 * @example T T F T F F T F of 5 objects: 11 points 0.694805, 101 points 0.667610
 * @throws EngineInputError when points is not a whole number of at least 2
 */
export function interpolatedAp(curve: PrCurve, points: number, comparison: RecallComparison = "exact"): number {
  if (!Number.isInteger(points) || points < 2) throw new EngineInputError("points", "must be a whole number of at least 2", points);
  const envelope = precisionEnvelope(curve);
  const { truePositives, recall, positives } = curve;
  const steps = points - 1;
  let sum = 0;
  for (let k = 0, i = 0; k <= steps; k++) {
    const wanted = k === steps ? 1 : k * (1 / steps);
    while (i < envelope.length && !(comparison === "exact" ? truePositives[i] * steps >= k * positives : recall[i] >= wanted)) i++;
    if (i === envelope.length) break;
    sum += envelope[i];
  }
  return sum / points;
}

/**
 * All-point AP: the area under the envelope, Σ (rᵢ − rᵢ₋₁) · envelope(rᵢ).
 * Source: VOC2010 and later (development kit).
 * @example T T F T F F T F of 5 objects: 0.664286
 */
export function areaUnderEnvelope(curve: PrCurve): number {
  const envelope = precisionEnvelope(curve);
  let sum = 0;
  for (let i = 0, before = 0; i < envelope.length; i++) {
    sum += (curve.truePositives[i] - before) * envelope[i];
    before = curve.truePositives[i];
  }
  return sum / curve.positives;
}

/** VOC2007, VOC2010 and later, COCO. */
export type ApRule = "11-point" | "all-point" | "101-point";

/**
 * Average precision of a curve under one of the field's three rules; in [0, 1].
 * @example T T F T F F T F of 5 objects: 0.694805, 0.664286, 0.667610
 */
export function averagePrecision(curve: PrCurve, rule: ApRule, comparison: RecallComparison = "exact"): number {
  switch (rule) {
    case "11-point":
      return interpolatedAp(curve, 11, comparison);
    case "101-point":
      return interpolatedAp(curve, 101, comparison);
    case "all-point":
      return areaUnderEnvelope(curve);
    default:
      throw new EngineInputError("rule", 'must be "11-point", "all-point" or "101-point"', String(rule));
  }
}
