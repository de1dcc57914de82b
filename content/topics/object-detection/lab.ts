/** What the threshold lab looks at: recorded scenes, and an evaluation of what a detector said of them. */
import type { BoxXYXY } from "@/lib/engine/boxes";
import {
  averagePrecision,
  errorSplit,
  hitsOf,
  matchDetections,
  precisionRecall,
  type ApRule,
  type ClassMatches,
  type Detection,
  type ErrorSplit,
  type GroundTruth,
} from "@/lib/engine/evaluate";
import { batchedNms } from "@/lib/engine/suppress";

/** One scene: what is on it, and what the detector said before its NMS, best first. Boxes in pixels, labels into VOC_CLASSES. */
export interface LabScene {
  readonly objects: readonly Omit<GroundTruth, "image">[];
  readonly detections: readonly Omit<Detection, "image">[];
}

/** Where the three knobs of the lab stand. */
export interface Cuts {
  /** IoU above which NMS drops the weaker box of a class. */
  readonly nms: number;
  /** IoU from which on a detection finds an object. */
  readonly match: number;
  /** The least score of a detection that is shown. */
  readonly score: number;
}

/** The three readings of a curve, in the order in which the field took them up. */
export const RULES = ["11-point", "all-point", "101-point"] as const satisfies readonly ApRule[];
export type ByRule = Readonly<Record<ApRule, number>>;

/** What is left of a scene's detections after NMS, class by class, best first. */
export function afterNms({ detections }: LabScene, overlap: number): LabScene["detections"] {
  const kept = batchedNms(
    detections.flatMap(({ box }) => box),
    detections.map(({ score }) => score),
    detections.map(({ label }) => label),
    overlap,
  );
  return kept.map((i) => detections[i]);
}

/** A whole test set in the engine's words: image i is scene i. */
export interface TestSet {
  readonly objects: readonly GroundTruth[];
  readonly detections: readonly Detection[];
}

/** The scenes as a test set, after NMS; detections below `score` are left out. */
export const testSet = (scenes: readonly LabScene[], { nms, score }: Pick<Cuts, "nms" | "score">): TestSet => ({
  objects: scenes.flatMap(({ objects }, image) => objects.map((object) => ({ ...object, image }))),
  // What scores less never drops what scores more, so cutting before NMS and after it is the same.
  detections: scenes.flatMap((scene, image) =>
    afterNms(scene, nms)
      .filter((detection) => detection.score >= score)
      .map((detection) => ({ ...detection, image })),
  ),
});

const curveOf = (matches: ClassMatches) => precisionRecall(hitsOf(matches), matches.positives);
const byRule = (value: (rule: ApRule) => number): ByRule => ({
  "11-point": value("11-point"),
  "all-point": value("all-point"),
  "101-point": value("101-point"),
});

/** AP of one class under each rule. */
const apOf = (matches: ClassMatches): ByRule => byRule((rule) => averagePrecision(curveOf(matches), rule));

/** Matches of every class that has objects to find. */
export const matchesOf = ({ objects, detections }: TestSet, match: number): ClassMatches[] =>
  matchDetections(objects, detections, { iouThreshold: match }).filter(({ positives }) => positives > 0);

/** The mean of the classes' APs under each rule. */
export function mapOf(classes: readonly ClassMatches[]): ByRule {
  const all = classes.map(apOf);
  return byRule((rule) => all.reduce((sum, ap) => sum + ap[rule], 0) / all.length);
}

/** What the lab knows of one class, and of all together, at one setting of its knobs. */
export interface LabAnswer {
  /** Objects of the class to find. */
  readonly positives: number;
  /** Scores of the class's detections, best first, and which of them are true positives (1) and which false (0). */
  readonly scores: readonly number[];
  readonly hits: readonly (0 | 1)[];
  readonly ap: ByRule;
  /** The same, had only the detections from the score cut on been handed in. */
  readonly cutAp: ByRule;
  readonly map: ByRule;
  readonly cutMap: ByRule;
}

/** Evaluates all scenes. @param label the class whose curve is wanted @throws Error when the scenes hold no object of it */
export function evaluateLab(scenes: readonly LabScene[], cuts: Cuts, label: number): LabAnswer {
  const set = testSet(scenes, { nms: cuts.nms, score: 0 });
  const whole = matchesOf(set, cuts.match);
  // What scores less never drops what scores more: cutting after NMS is the same as before it.
  const above = { ...set, detections: set.detections.filter(({ score }) => score >= cuts.score) };
  const cut = matchesOf(above, cuts.match);
  const of = (classes: readonly ClassMatches[]) => {
    const own = classes.find((one) => one.label === label);
    if (!own) throw new Error(`no object of class ${label} is on the scenes`);
    return own;
  };
  const own = of(whole);
  return {
    positives: own.positives,
    scores: own.ranked.map(({ detection }) => set.detections[detection].score),
    hits: hitsOf(own).map((hit) => (hit ? 1 : 0)),
    ap: apOf(own),
    cutAp: apOf(of(cut)),
    map: mapOf(whole),
    cutMap: mapOf(cut),
  };
}

/** Why the detections from the score cut on are wrong, over all scenes, and what mending each cause would bring. */
export type LabErrors = Pick<ErrorSplit, "counts" | "gain"> & { readonly map: number; readonly right: number };

export function errorsOf(scenes: readonly LabScene[], cuts: Cuts): LabErrors {
  const { objects, detections } = testSet(scenes, cuts);
  const { map, counts, gain, detections: explained } = errorSplit(objects, detections, { foreground: cuts.match });
  return { map: map ?? 0, counts, gain, right: explained.filter(({ type }) => type === "true positive").length };
}

/** Scores are kept in thousandths, coordinates in half pixels. */
const THOUSANDTHS = 1000;
const HALVES = 2;

const boxBytes = (box: ArrayLike<number>): number[] => Array.from(box, (side) => Math.round(HALVES * side));

/** A scene as bytes: two counts, five for an object, six for a detection. */
export const packScene = ({ objects, detections }: LabScene): number[] => [
  objects.length,
  detections.length,
  ...objects.flatMap(({ label, box }) => [label, ...boxBytes(box)]),
  ...detections.flatMap(({ label, score, box }) => {
    const both = (label << 10) | Math.round(THOUSANDTHS * score);
    return [both >> 8, both & 255, ...boxBytes(box)];
  }),
];

/** Reads the scenes back. */
export function unpackScenes(bytes: Uint8Array): LabScene[] {
  let at = 0;
  const next = () => bytes[at++];
  const times = <X>(length: number, item: () => X): X[] => Array.from({ length }, item);
  const box = (): BoxXYXY => [next() / HALVES, next() / HALVES, next() / HALVES, next() / HALVES];
  const scenes: LabScene[] = [];
  while (at < bytes.length) {
    const [objects, detections] = [next(), next()];
    scenes.push({
      objects: times(objects, () => ({ label: next(), box: box() })),
      detections: times(detections, () => {
        const both = (next() << 8) | next();
        return { label: both >> 10, score: (both & 1023) / THOUSANDTHS, box: box() };
      }),
    });
  }
  return scenes;
}
