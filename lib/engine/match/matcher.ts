import { EngineInputError, requireAllFinite, requireLength } from "../errors";
import { requireBoxes, requireCount, requireFraction, requirePositive } from "../boxes/shape";
import { pairwiseIou } from "../boxes/overlap";
import type { BoxArray } from "../boxes/types";
import { log2 } from "../exact";
import { rankByScore } from "../suppress/rank";

/** An anchor that takes part as background. */
export const BACKGROUND = -1;
/** An anchor between the thresholds: it takes no part in the loss. */
export const IGNORED = -2;

export interface MatcherOptions {
  /** An anchor is positive when its best IoU is ≥ this. Default 0.7. */
  positive?: number;
  /** "atLeast" (default): positive from ≥ `positive`, as the released codes have it. "above": only from >, as the papers write. */
  positiveFrom?: "atLeast" | "above";
  /** An anchor is background when its best IoU is < this; in between it is ignored. Default 0.3. */
  negative?: number;
  /** Also take, for each object, every anchor tied for that object's best IoU, however low it is. Default true. */
  lowQuality?: boolean;
  /**
   * Whom a rescued anchor is given to. "ownBest" (default, torchvision): the object this anchor overlaps most, which need
   * not be the one that rescued it. "rescuer" (py-faster-rcnn's wording): the object whose best it is; the higher index
   * wins where one anchor is rescued by several.
   */
  rescuedTo?: "ownBest" | "rescuer";
  /**
   * An object that meets no anchor has best IoU 0, so it ties with every anchor that does not meet it and rescues them all.
   * false (default): so it happens, as in the released codes. true: a rescue needs an IoU above 0.
   */
  rescueNeedsOverlap?: boolean;
}

export interface Matches {
  /** [anchors]: the object's index, −1 background, −2 ignored. */
  matches: Int32Array;
  /** [anchors]: the anchor's best IoU with any object; 0 where there are no objects. */
  maxIou: Float64Array;
}

/**
 * Labels anchors from a table of IoUs. Ties over objects go to the lower index.
 * Source: Faster R-CNN (arXiv:1506.01497) §3.1.2; semantics of torchvision's Matcher.
 * @param quality [objects, anchors] row-major  @param objects number of rows  @param anchors number of columns
 * @example matchQuality([0.75, 0.5, 0.2], 1, 3) → matches [0, −2, −1]
 * @throws EngineInputError when the table's size is not objects · anchors, or the thresholds are not 0 ≤ low ≤ high ≤ 1
 */
export function matchQuality(quality: BoxArray, objects: number, anchors: number, options: MatcherOptions = {}): Matches {
  const { positive = 0.7, negative = 0.3, lowQuality = true } = options;
  const { positiveFrom = "atLeast", rescuedTo = "ownBest", rescueNeedsOverlap = false } = options;
  requireCount("objects", objects);
  requireCount("anchors", anchors);
  requireLength("quality", quality, objects * anchors);
  requireAllFinite("quality", quality);
  requireFraction("positive", positive);
  requireFraction("negative", negative);
  if (negative > positive) throw new EngineInputError("negative", `must not exceed positive (${positive})`, negative);

  const matches = new Int32Array(anchors).fill(BACKGROUND);
  const maxIou = new Float64Array(anchors);
  if (objects === 0) return { matches, maxIou };
  const own = new Int32Array(anchors);
  for (let a = 0; a < anchors; a++) maxIou[a] = quality[a];
  for (let g = 1; g < objects; g++) {
    for (let a = 0, k = g * anchors; a < anchors; a++, k++) {
      if (quality[k] > maxIou[a]) {
        maxIou[a] = quality[k];
        own[a] = g;
      }
    }
  }
  for (let a = 0; a < anchors; a++) {
    if (maxIou[a] > positive || (maxIou[a] === positive && positiveFrom === "atLeast")) matches[a] = own[a];
    else if (maxIou[a] >= negative) matches[a] = IGNORED;
  }
  if (!lowQuality) return { matches, maxIou };
  const high = Uint8Array.from(matches, (match) => (match >= 0 ? 1 : 0));
  for (let g = 0; g < objects; g++) {
    let best = -Infinity;
    for (let a = 0, k = g * anchors; a < anchors; a++, k++) if (quality[k] > best) best = quality[k];
    if (rescueNeedsOverlap && !(best > 0)) continue;
    for (let a = 0, k = g * anchors; a < anchors; a++, k++) {
      if (quality[k] !== best) continue;
      if (rescuedTo === "ownBest") matches[a] = own[a];
      else if (!high[a]) matches[a] = g;
    }
  }
  return { matches, maxIou };
}

/**
 * Labels anchors for an RPN or RetinaNet: best IoU ≥ positive → that object, < negative → background, in between → ignored,
 * and each object's best anchors are positive whatever their IoU.
 * @param anchors [n, 4] xyxy pixels  @param objects [g, 4] xyxy pixels
 * @example matchAnchors([0,0,10,10, 0,0,10,20, 50,50,60,60], [0,0,10,10]) → matches [0, −2, −1], maxIou [1, 0.5, 0]
 * @throws EngineInputError on bad boxes or thresholds
 */
export function matchAnchors(anchors: BoxArray, objects: BoxArray, options: MatcherOptions = {}): Matches {
  const n = requireBoxes("anchors", anchors);
  const g = requireBoxes("objects", objects);
  return matchQuality(pairwiseIou(objects, anchors), g, n, options);
}

/**
 * SSD's matching from a table of IoUs: best IoU ≥ threshold → that object, else background; then each object takes its own
 * best default box (the lowest index among equals) in any case. Where two objects share that box the later object wins.
 * Source: SSD (arXiv:1512.02325) §2.2; semantics of torchvision's SSDMatcher.
 * @param quality [objects, anchors] row-major
 * @example matchSsdQuality([0.2, 0.4, 0.6, 0.1], 2, 2) → matches [1, 0]
 */
export function matchSsdQuality(quality: BoxArray, objects: number, anchors: number, threshold = 0.5): Matches {
  const result = matchQuality(quality, objects, anchors, { positive: threshold, negative: threshold, lowQuality: false });
  if (anchors === 0) return result;
  for (let g = 0; g < objects; g++) {
    let best = 0;
    for (let a = 1; a < anchors; a++) if (quality[g * anchors + a] > quality[g * anchors + best]) best = a;
    result.matches[best] = g;
  }
  return result;
}

/** `matchSsdQuality` from boxes. @param anchors [n, 4] xyxy  @param objects [g, 4] xyxy, same unit */
export function matchSsd(anchors: BoxArray, objects: BoxArray, threshold = 0.5): Matches {
  const n = requireBoxes("anchors", anchors);
  const g = requireBoxes("objects", objects);
  return matchSsdQuality(pairwiseIou(objects, anchors), g, n, threshold);
}

export interface MinedExamples {
  /** Indices of the positives, ascending. */
  positives: Int32Array;
  /** Indices of the chosen negatives, hardest (highest loss) first. */
  negatives: Int32Array;
}

/**
 * Hard-negative mining: all positives, and the `ratio` · positives background boxes with the highest loss
 * (equal losses: lower index first). Ignored boxes (−2) are never chosen.
 * Source: SSD (arXiv:1512.02325) §2.2, "the ratio between the negatives and positives is at most 3:1".
 * @param losses [n] classification loss of each box  @param matches [n] as `matchSsd` gives
 * @param options.ratio negatives a positive, default 3  @param options.atLeast negatives even without positives, default 0
 * @example mineHardNegatives([1, 5, 2, 9, 3], [0, −1, −1, −1, −1]) → positives [0], negatives [3, 1, 4]
 */
export function mineHardNegatives(
  losses: ArrayLike<number>,
  matches: ArrayLike<number>,
  options: { ratio?: number; atLeast?: number } = {},
): MinedExamples {
  const { ratio = 3, atLeast = 0 } = options;
  requireLength("losses", losses, matches.length);
  requirePositive("ratio", ratio);
  requireCount("atLeast", atLeast);
  const positives: number[] = [];
  for (let i = 0; i < matches.length; i++) if (matches[i] >= 0) positives.push(i);
  const room = Math.max(atLeast, Math.floor(ratio * positives.length));
  const order = rankByScore(losses);
  const negatives: number[] = [];
  for (let i = 0; i < order.length && negatives.length < room; i++) {
    if (matches[order[i]] === BACKGROUND) negatives.push(order[i]);
  }
  return { positives: Int32Array.from(positives), negatives: Int32Array.from(negatives) };
}

export interface FpnLevelOptions {
  kMin?: number;
  kMax?: number;
  /** s0: the side at which a box belongs to `canonicalLevel`. Default 224 (ImageNet's crop). */
  canonicalSize?: number;
  /** k0. Default 4. */
  canonicalLevel?: number;
}

/**
 * The pyramid level that pools a region: clamp(⌊k0 + log2(√(w·h) / s0) + 1e−6⌋, kMin, kMax). An empty box goes to kMin.
 * Source: Feature Pyramid Networks (arXiv:1612.03144) eq. 1; the 1e−6 is torchvision's, it gives 224 px to level 4.
 * @param boxes [n, 4] xyxy pixels  @returns Int32Array [n]
 * @example fpnLevels of squares of side 112, 223.9, 224, 448 → [3, 3, 4, 5]
 */
export function fpnLevels(boxes: BoxArray, options: FpnLevelOptions = {}): Int32Array {
  const { kMin = 2, kMax = 5 } = options;
  requireCount("kMin", kMin);
  requireCount("kMax", kMax, kMin);
  const real = fpnLevelsReal(boxes, options);
  const out = new Int32Array(real.length);
  for (let i = 0; i < out.length; i++) out[i] = Math.min(kMax, Math.max(kMin, Math.floor(real[i] + 1e-6)));
  return out;
}

/** k0 + log2(√(w·h) / s0), before rounding down and clamping; −Infinity for an empty box. Float64Array [n]. */
export function fpnLevelsReal(boxes: BoxArray, options: FpnLevelOptions = {}): Float64Array {
  const n = requireBoxes("boxes", boxes);
  const { canonicalSize = 224, canonicalLevel = 4 } = options;
  requirePositive("canonicalSize", canonicalSize);
  const out = new Float64Array(n);
  for (let i = 0, o = 0; i < n; i++, o += 4) {
    const w = Math.max(0, boxes[o + 2] - boxes[o]);
    const h = Math.max(0, boxes[o + 3] - boxes[o + 1]);
    out[i] = canonicalLevel + log2(Math.sqrt(w * h) / canonicalSize);
  }
  return out;
}
