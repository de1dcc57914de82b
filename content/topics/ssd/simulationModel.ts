/** What the simulation makes of an answer: heat maps, detections, and what training would teach. */
import { boxAt, clipBoxes, decodeDeltas, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { SSD_BOXES, SSD_LEVELS, SSD_WEIGHTS } from "@/lib/engine/detectors/ssd/layers";
import { exp, log } from "@/lib/engine/exact";
import { BACKGROUND, matchSsd, mineHardNegatives } from "@/lib/engine/match";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { batchedNms } from "@/lib/engine/suppress";
import { BOXES, CLASSES, PER_CELL, type Looked } from "./looked";

/** The maps with the first default box of each. */
export const MAPS = SSD_LEVELS.map((map, i) => ({
  ...map,
  first: SSD_LEVELS.slice(0, i).reduce((sum, { side }) => sum + side * side * PER_CELL, 0),
}));

/** Where a default box stands: which map, cell (from 0, row by row) and shape (two squares, lying, standing). */
export interface Place {
  readonly map: number;
  readonly cell: number;
  readonly shape: number;
}

export function placeOf(box: number): Place {
  const map = MAPS.findLastIndex(({ first }) => box >= first);
  const inside = box - MAPS[map].first;
  return { map, cell: Math.floor(inside / PER_CELL), shape: inside % PER_CELL };
}
export const boxAtPlace = ({ map, cell, shape }: Place): number => MAPS[map].first + cell * PER_CELL + shape;

export const defaultBox = (box: number): BoxXYXY => boxAt(SSD_BOXES, box);

/** The softmax of a default box: background, then twenty classes. */
function probabilitiesOf({ logits }: Looked, box: number): number[] {
  const own = Array.from({ length: CLASSES }, (_, k) => logits[box * CLASSES + k]);
  const top = Math.max(...own);
  const powers = own.map((logit) => exp(logit - top));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}

/** All probabilities, a row a default box. */
export const scoresOf = (looked: Looked): number[][] => Array.from({ length: BOXES }, (_, box) => probabilitiesOf(looked, box));

/** The class with the highest probability but background, from 0 as in EmojiVOC. */
export function bestClass(probabilities: readonly number[]): { readonly k: number; readonly p: number } {
  const classes = probabilities.slice(1);
  const p = Math.max(...classes);
  return { k: classes.indexOf(p), p };
}

/** [side · side]: the highest probability of any class in each cell of a map. */
export function heatOf(scores: readonly (readonly number[])[], map: number): Float32Array {
  const { first, side } = MAPS[map];
  return Float32Array.from({ length: side * side }, (_, cell) =>
    Math.max(...Array.from({ length: PER_CELL }, (__, shape) => bestClass(scores[first + cell * PER_CELL + shape]).p)),
  );
}

/** The surest default box, of a cell or of all. */
export function surest(scores: readonly (readonly number[])[], among?: Pick<Place, "map" | "cell">): number {
  const from = among ? boxAtPlace({ ...among, shape: 0 }) : 0;
  const boxes = Array.from({ length: among ? PER_CELL : BOXES }, (_, i) => from + i);
  return boxes.reduce((best, box) => (bestClass(scores[box]).p > bestClass(scores[best]).p ? box : best), from);
}

/** Boxes after their deltas, clipped to the picture: [n, 4]. */
export function movedBoxes({ deltas }: Looked, boxes: readonly number[]): Float64Array {
  const pick = (list: ArrayLike<number>) => Float64Array.from({ length: 4 * boxes.length }, (_, i) => list[4 * boxes[i >> 2] + (i & 3)]);
  return clipBoxes(decodeDeltas(pick(deltas), pick(SSD_BOXES), SSD_WEIGHTS), SCENE_SIDE, SCENE_SIDE);
}

export interface Decoding {
  readonly cut: number;
  readonly overlap: number;
  /** Which maps take part. */
  readonly on: readonly boolean[];
}

export interface Found {
  readonly from: number;
  readonly k: number;
  readonly score: number;
  readonly box: BoxXYXY;
}

/** The detections, best first: pairs of box and class above the cut, then NMS for each class over all maps. */
export function detectionsOf(looked: Looked, scores: readonly (readonly number[])[], { cut, overlap, on }: Decoding): Found[] {
  const pairs = scores
    .flatMap((row, from) => (on[placeOf(from).map] ? row.slice(1).flatMap((score, k) => (score >= cut ? [{ from, k, score }] : [])) : []))
    .sort((a, b) => b.score - a.score || a.from - b.from || a.k - b.k);
  if (pairs.length === 0) return [];
  const boxes = movedBoxes(
    looked,
    pairs.map(({ from }) => from),
  );
  const kept = batchedNms(
    boxes,
    pairs.map(({ score }) => score),
    pairs.map(({ k }) => k),
    overlap,
  );
  return kept.map((i) => ({ ...pairs[i], box: boxAt(boxes, i) }));
}

/** The map that finds an object: the one of the surest detection of its class that overlaps it by half; null where it is missed. */
export function finderOf(found: readonly Found[], { label, box }: Looked["objects"][number]): number | null {
  const right = found.find((each) => each.k === label && iou(each.box, box) >= 0.5);
  return right ? placeOf(right.from).map : null;
}

/** The map of the default box with the highest IoU. */
export function fitOf(box: BoxXYXY): number {
  const best = Array.from({ length: BOXES }, (_, i) => iou(defaultBox(i), box));
  return placeOf(best.indexOf(Math.max(...best))).map;
}

export interface Taught {
  readonly positives: readonly number[];
  /** Hard negatives, the hardest first. */
  readonly negatives: readonly number[];
  /** All default boxes that are background. */
  readonly background: number;
}

/** What training would teach: positives by matching, and the background boxes with the largest loss, −log p(background). */
export function taughtOf({ objects }: Looked, scores: readonly (readonly number[])[], match: number, ratio: number): Taught {
  const { matches } = matchSsd(
    SSD_BOXES,
    objects.flatMap(({ box }) => [...box]),
    match,
  );
  const background = Array.from(matches).filter((object) => object === BACKGROUND).length;
  const positives = Array.from({ length: BOXES }, (_, i) => i).filter((i) => matches[i] >= 0);
  if (ratio === 0) return { positives, negatives: [], background };
  const { negatives } = mineHardNegatives(
    scores.map(([none]) => -log(Math.max(none, Number.MIN_VALUE))),
    matches,
    { ratio },
  );
  return { positives, negatives: Array.from(negatives), background };
}

/** The object a default box overlaps most, and how much; null in a picture without objects. */
export const bestObject = ({ objects }: Looked, box: number): { readonly object: number; readonly iou: number } | null =>
  objects
    .map((each, object) => ({ object, iou: iou(each.box, defaultBox(box)) }))
    .reduce<{ object: number; iou: number } | null>((best, each) => (best === null || each.iou > best.iou ? each : best), null);
