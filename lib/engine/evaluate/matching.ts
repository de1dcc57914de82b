import { EngineInputError } from "../errors";
import { pairwiseIou } from "../boxes/overlap";
import { rankByScore } from "../suppress/rank";
import { requireEntries, type Detection, type GroundTruth } from "./types";

/**
 * "voc": a detection looks at its best-overlapping object only; if that one is taken, it is a false positive.
 * "coco": it takes the best-overlapping object that is still free.
 */
export type MatchRule = "voc" | "coco";

export interface MatchOptions {
  rule?: MatchRule;
  /** 0.5 unless given. */
  iouThreshold?: number;
  /** A match needs IoU > threshold (the VOC paper's "exceed 50 %") instead of ≥ (the codes). */
  strict?: boolean;
  /** "inclusive": width = x2 − x1 + 1, as in the VOC development kit. */
  pixels?: "continuous" | "inclusive";
  /** Only the best so many detections of an image and class take part. */
  maxPerImage?: number;
  /** [least, most] box area, px²: objects outside are as if difficult, detections outside that match nothing are ignored. COCO's sizes. */
  areaRange?: readonly [number, number];
}

/** What became of one detection. */
export interface MatchedDetection {
  /** Its index in the caller's list. */
  detection: number;
  /** "ignored": it found a difficult object or one outside the area range, and counts neither way. */
  verdict: "true positive" | "false positive" | "ignored";
  /** The object it took; for a false positive under "voc" the one it overlaps best; null when there is none. */
  object: number | null;
  /** IoU with that object, 0 for null. */
  iou: number;
}

export interface ClassMatches {
  label: number;
  /** Objects to find: those that are neither difficult nor outside the area range. */
  positives: number;
  /** Best score first; equal scores in the caller's order. */
  ranked: MatchedDetection[];
}

/** One image's detections and objects of a class, with their overlaps: worked out once, matched at many thresholds. */
interface Scene {
  /** Indices of detections, best first. */
  detections: number[];
  objects: number[];
  /** [detections, objects]. */
  overlaps: Float64Array;
}

export interface PreparedClass {
  label: number;
  scenes: Scene[];
  /** All detections that take part, best first. */
  ranking: number[];
}

/** Groups detections and objects by class and image and computes the overlaps inside each group. Classes by rising label. */
export function prepareClasses(
  groundTruth: readonly GroundTruth[],
  detections: readonly Detection[],
  options: Pick<MatchOptions, "pixels" | "maxPerImage"> = {},
): PreparedClass[] {
  const { pixels = "continuous", maxPerImage = Infinity } = options;
  requireEntries("groundTruth", groundTruth);
  requireEntries("detections", detections);
  if (!(maxPerImage >= 0)) throw new EngineInputError("maxPerImage", "must be at least 0", maxPerImage);
  const classes = new Map<number, { ranking: number[]; scenes: Map<number, { detections: number[]; objects: number[] }> }>();
  const sceneOf = (label: number, image: number) => {
    let one = classes.get(label);
    if (!one) classes.set(label, (one = { ranking: [], scenes: new Map() }));
    let scene = one.scenes.get(image);
    if (!scene) one.scenes.set(image, (scene = { detections: [], objects: [] }));
    return { ranking: one.ranking, scene };
  };
  groundTruth.forEach(({ label, image }, i) => sceneOf(label, image).scene.objects.push(i));
  for (const i of rankByScore(detections.map((d) => d.score))) {
    const { ranking, scene } = sceneOf(detections[i].label, detections[i].image);
    if (scene.detections.length >= maxPerImage) continue;
    scene.detections.push(i);
    ranking.push(i);
  }
  const grow = pixels === "inclusive" ? 1 : 0;
  const flat = (indices: number[], from: readonly { box: readonly number[] }[]) => {
    const out = new Float64Array(4 * indices.length);
    indices.forEach((i, k) => {
      const [x1, y1, x2, y2] = from[i].box;
      out.set([x1, y1, x2 + grow, y2 + grow], 4 * k);
    });
    return out;
  };
  return [...classes]
    .sort(([a], [b]) => a - b)
    .map(([label, { ranking, scenes }]) => ({
      label,
      ranking,
      scenes: [...scenes.values()].map((scene) => ({
        ...scene,
        overlaps: pairwiseIou(flat(scene.detections, detections), flat(scene.objects, groundTruth)),
      })),
    }));
}

function areaOf([x1, y1, x2, y2]: readonly number[]): number {
  return Math.max(0, x2 - x1) * Math.max(0, y2 - y1);
}

/** Matches one prepared class at one threshold. `maxPerImage` and `pixels` were settled when it was prepared. */
export function matchPrepared(
  prepared: PreparedClass,
  groundTruth: readonly GroundTruth[],
  detections: readonly Detection[],
  options: MatchOptions = {},
): ClassMatches {
  const { rule = "voc", iouThreshold = 0.5, strict = false, areaRange } = options;
  if (rule !== "voc" && rule !== "coco") throw new EngineInputError("rule", 'must be "voc" or "coco"', String(rule));
  if (!(iouThreshold > 0 && iouThreshold <= 1)) throw new EngineInputError("iouThreshold", "must lie in (0, 1]", iouThreshold);
  const outside = (box: readonly number[]) => areaRange !== undefined && !(areaOf(box) >= areaRange[0] && areaOf(box) <= areaRange[1]);
  const skipped = (object: number) => groundTruth[object].difficult === true || outside(groundTruth[object].box);
  const reaches = (overlap: number) => (strict ? overlap > iouThreshold : overlap >= iouThreshold);
  const found = new Map<number, MatchedDetection>();
  let positives = 0;
  for (const { detections: here, objects, overlaps } of prepared.scenes) {
    const skip = objects.map(skipped);
    const taken = objects.map(() => false);
    positives += skip.filter((s) => !s).length;
    here.forEach((detection, row) => {
      const at = row * objects.length;
      let best = -1;
      if (rule === "voc") {
        for (let k = 0; k < objects.length; k++) if (best < 0 || overlaps[at + k] > overlaps[at + best]) best = k;
      } else {
        // An object that counts goes before one that does not, however well the latter fits.
        for (const ignored of [false, true]) {
          if (best >= 0) break;
          for (let k = 0; k < objects.length; k++) {
            if (skip[k] !== ignored || taken[k] || !reaches(overlaps[at + k])) continue;
            if (best < 0 || overlaps[at + k] > overlaps[at + best]) best = k;
          }
        }
      }
      const iou = best < 0 ? 0 : overlaps[at + best];
      const object = iou > 0 ? objects[best] : null;
      let verdict: MatchedDetection["verdict"] = "false positive";
      if (best >= 0 && reaches(iou)) {
        if (skip[best]) verdict = "ignored";
        else if (!taken[best]) verdict = "true positive";
        if (rule === "coco" || verdict === "true positive") taken[best] = true;
      } else if (outside(detections[detection].box)) {
        verdict = "ignored";
      }
      found.set(detection, { detection, verdict, object, iou });
    });
  }
  return { label: prepared.label, positives, ranked: prepared.ranking.map((i) => found.get(i)!) };
}

/**
 * Decides for every detection whether it is a true positive, class by class and image by image, best score first.
 * Source: VOC development kit (Everingham et al. 2010, §4.2); COCO evaluation (Lin et al. 2014).
 * @returns one entry for each label that occurs, by rising label
 * @example two detections on one object: the better one is a true positive, the other a false positive
 * @throws EngineInputError when a box, score or label is no fit number, or the threshold lies outside (0, 1]
 */
export function matchDetections(
  groundTruth: readonly GroundTruth[],
  detections: readonly Detection[],
  options: MatchOptions = {},
): ClassMatches[] {
  return prepareClasses(groundTruth, detections, options).map((one) => matchPrepared(one, groundTruth, detections, options));
}

/** The ranked answers that count: true for a true positive, false for a false positive; ignored ones are left out. */
export function hitsOf(matches: ClassMatches): boolean[] {
  return matches.ranked.filter((m) => m.verdict !== "ignored").map((m) => m.verdict === "true positive");
}
