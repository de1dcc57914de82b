import { EngineInputError } from "../errors";
import { pairwiseIou } from "../boxes/overlap";
import { averagePrecision, precisionRecall, type ApRule } from "./curve";
import { matchDetections } from "./matching";
import type { Detection, GroundTruth } from "./types";

/** Ways to be a false positive, in the order in which they are tested. */
export const FALSE_POSITIVE_TYPES = ["localisation", "class", "duplicate", "background", "both"] as const;
export type FalsePositiveType = (typeof FALSE_POSITIVE_TYPES)[number];
export type ErrorType = FalsePositiveType | "missed";

export interface ExplainedDetection {
  detection: number;
  type: "true positive" | FalsePositiveType;
  /** The object that decides: the one found, nearly found, found under a wrong name or found before; null for background. */
  object: number | null;
  /** IoU with it. */
  iou: number;
}

export interface ErrorSplit {
  /** mAP over the classes with objects; null when there are none. */
  map: number | null;
  /** One entry a detection, in the caller's order. */
  detections: ExplainedDetection[];
  /** Objects that no detection found, nor nearly found, nor found under a wrong name. */
  missed: number[];
  counts: Record<ErrorType, number>;
  /** How much mAP rises when all errors of one type, and only those, are mended. 0 when there are no objects. */
  gain: Record<ErrorType | "falsePositives" | "falseNegatives", number>;
}

export interface ErrorSplitOptions {
  /** IoU at which a detection finds an object. 0.5. */
  foreground?: number;
  /** IoU below which a detection has nothing to do with an object. 0.1. */
  background?: number;
  rule?: ApRule;
}

/**
 * Splits a detector's errors by cause, as TIDE does. A detection that found no free object of its class (matched as COCO does) is
 * – "localisation": its best object of its own class has IoU in [background, foreground);
 * – "class": else some object of another class has IoU ≥ foreground;
 * – "duplicate": else an object of its class, already found, has IoU ≥ foreground;
 * – "background": else no object at all has IoU ≥ background;
 * – "both": else (wrong class and badly placed).
 * An object is "missed" when it was not found and no localisation or class error points at it.
 * Mending: a localisation or class error becomes a true positive (the best-scored one an object, if the object was not found; the
 * others go); duplicate, background and both go; missed objects are no longer asked for. A class left without objects to find
 * counts 1 when nothing false is left in it, else 0. Gains need not add up: mending one type changes what the others cost.
 * Source: Bolya et al. 2020, TIDE (arXiv:2008.08115) §2.2–2.3.
 * @example one object, one detection of its class at IoU 0.3: one localisation error, gain 1, nothing missed
 * @throws EngineInputError as `matchDetections`; unless 0 ≤ background < foreground ≤ 1
 */
export function errorSplit(
  groundTruth: readonly GroundTruth[],
  detections: readonly Detection[],
  options: ErrorSplitOptions = {},
): ErrorSplit {
  const { foreground = 0.5, background = 0.1, rule = "101-point" } = options;
  if (!(background >= 0 && background < foreground && foreground <= 1)) {
    throw new EngineInputError("background", "must be at least 0 and below foreground, at most 1", `${background}, ${foreground}`);
  }
  // Difficult objects are a VOC idea; here every object counts.
  const objects = groundTruth.map(({ image, label, box }): GroundTruth => ({ image, label, box }));
  const classes = matchDetections(objects, detections, { rule: "coco", iouThreshold: foreground });
  const explained = new Array<ExplainedDetection>(detections.length);
  const found = new Set<number>();
  for (const { ranked } of classes) {
    for (const m of ranked) {
      if (m.verdict !== "true positive") continue;
      explained[m.detection] = { detection: m.detection, type: "true positive", object: m.object, iou: m.iou };
      found.add(m.object!);
    }
  }
  const byImage = new Map<number, number[]>();
  objects.forEach(({ image }, i) => byImage.set(image, [...(byImage.get(image) ?? []), i]));
  for (const { ranked } of classes) {
    for (const { detection } of ranked) {
      explained[detection] ??= explain(
        detection,
        detections[detection],
        byImage.get(detections[detection].image) ?? [],
        objects,
        foreground,
        background,
      );
    }
  }
  /** The best-scored localisation or class error of each object that was not found. */
  const mender = new Map<number, number>();
  for (const { detection, type, object } of explained) {
    if ((type !== "localisation" && type !== "class") || object === null || found.has(object)) continue;
    const best = mender.get(object);
    if (best === undefined || detections[detection].score > detections[best].score) mender.set(object, detection);
  }
  const missed = objects.map((_, i) => i).filter((i) => !found.has(i) && !mender.has(i));

  const counts: Record<ErrorType, number> = { localisation: 0, class: 0, duplicate: 0, background: 0, both: 0, missed: missed.length };
  for (const { type } of explained) if (type !== "true positive") counts[type]++;

  const labels = [...new Set(objects.map((o) => o.label))].sort((a, b) => a - b);
  /** mAP after mending: what each detection counts as, and which objects are still asked for. */
  const mapAfter = (mended: readonly ErrorType[], asked: (object: number) => boolean = () => true): number => {
    const answers = explained.flatMap(({ detection, type, object }) => {
      const { label, score } = detections[detection];
      if (type === "true positive") return [{ label, score, hit: true }];
      if (!mended.includes(type)) return [{ label, score, hit: false }];
      return object !== null && mender.get(object) === detection ? [{ label: objects[object].label, score, hit: true }] : [];
    });
    let sum = 0;
    for (const label of labels) {
      const hits = answers
        .filter((a) => a.label === label)
        .sort((a, b) => b.score - a.score)
        .map((a) => a.hit);
      const positives = objects.filter((o, i) => o.label === label && asked(i)).length;
      if (positives > 0) sum += averagePrecision(precisionRecall(hits, positives), rule);
      else if (hits.length === 0) sum += 1;
    }
    return sum / labels.length;
  };
  const gain: ErrorSplit["gain"] = {
    localisation: 0,
    class: 0,
    duplicate: 0,
    background: 0,
    both: 0,
    missed: 0,
    falsePositives: 0,
    falseNegatives: 0,
  };
  if (labels.length === 0) return { map: null, detections: explained, missed, counts, gain };
  const map = mapAfter([]);
  for (const type of FALSE_POSITIVE_TYPES) gain[type] = mapAfter([type]) - map;
  gain.missed = mapAfter([], (i) => !missed.includes(i)) - map;
  gain.falseNegatives = mapAfter([], (i) => found.has(i)) - map;
  gain.falsePositives = mapWithoutFalsePositives(explained, objects, detections, labels, rule) - map;
  return { map, detections: explained, missed, counts, gain };
}

function mapWithoutFalsePositives(
  explained: readonly ExplainedDetection[],
  objects: readonly GroundTruth[],
  detections: readonly Detection[],
  labels: readonly number[],
  rule: ApRule,
): number {
  let sum = 0;
  for (const label of labels) {
    const hits = explained.filter((e) => e.type === "true positive" && detections[e.detection].label === label).map(() => true);
    sum += averagePrecision(precisionRecall(hits, objects.filter((o) => o.label === label).length), rule);
  }
  return sum / labels.length;
}

function explain(
  detection: number,
  { label, box }: Detection,
  here: readonly number[],
  objects: readonly GroundTruth[],
  foreground: number,
  background: number,
): ExplainedDetection {
  const overlaps = pairwiseIou(
    box,
    here.flatMap((i) => [...objects[i].box]),
  );
  const best = (fits: (object: number) => boolean) => {
    let object: number | null = null;
    let iou = 0;
    here.forEach((i, k) => {
      if (fits(i) && (object === null || overlaps[k] > iou)) {
        object = i;
        iou = overlaps[k];
      }
    });
    return { detection, object: object as number | null, iou };
  };
  const own = best((i) => objects[i].label === label);
  if (own.object !== null && own.iou >= background && own.iou < foreground) return { ...own, type: "localisation" };
  const other = best((i) => objects[i].label !== label);
  if (other.object !== null && other.iou >= foreground) return { ...other, type: "class" };
  if (own.object !== null && own.iou >= foreground) return { ...own, type: "duplicate" };
  const any = best(() => true);
  if (any.object === null || any.iou < background) return { ...any, object: null, type: "background" };
  return { ...any, type: "both" };
}
