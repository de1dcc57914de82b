/** What the simulation makes of the RPN's numbers: the decoded boxes, the funnel, what it covers. */
import { boxAt, clipBoxes, decodeDeltas, iou, removeSmall, type BoxXYXY } from "@/lib/engine/boxes";
import { sigmoid } from "@/lib/engine/exact";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { nms } from "@/lib/engine/suppress";
import { ANCHOR_COUNT, ANCHORS, CELLS, FUNNEL, PER_CELL, STRIDE, type Looked } from "./looked";

/** An object counts as covered from this IoU on. */
export const COVERED = 0.5;

export const scoreOf = ({ logits }: Looked, i: number): number => sigmoid(logits[i]);
export const anchorOf = (i: number): BoxXYXY => boxAt(ANCHORS, i);
export const deltasOf = ({ deltas }: Looked, i: number): readonly [number, number, number, number] => [
  deltas[4 * i],
  deltas[4 * i + 1],
  deltas[4 * i + 2],
  deltas[4 * i + 3],
];

/** The box that deltas make of an anchor, and that box cut to the picture. */
export const decoded = (i: number, deltas: readonly number[]): BoxXYXY =>
  boxAt(decodeDeltas(deltas, ANCHORS.subarray(4 * i, 4 * i + 4)), 0);
export const boxOf = (looked: Looked, i: number): BoxXYXY => boxAt(clipBoxes(decoded(i, deltasOf(looked, i)), SCENE_SIDE, SCENE_SIDE), 0);

/** The anchors that go on by score, best first. */
export const ranked = ({ logits }: Looked, many: number = FUNNEL.before): number[] =>
  Array.from({ length: ANCHOR_COUNT }, (_, i) => i)
    .sort((a, b) => logits[b] - logits[a] || a - b)
    .slice(0, many);

export interface Funnel {
  /** Anchors by score, then those whose boxes are large enough, then those that NMS leaves, then those that are kept. */
  readonly ranked: readonly number[];
  readonly large: readonly number[];
  readonly apart: readonly number[];
  readonly kept: readonly number[];
}

/** The way from the anchors to the proposals. @param overlap null: no NMS @param after how many are kept */
export function funnelOf(looked: Looked, overlap: number | null, after: number): Funnel {
  const order = ranked(looked);
  const boxes = order.flatMap((i) => [...boxOf(looked, i)]);
  const large = removeSmall(boxes, FUNNEL.smallest).map((at) => order[at]);
  const flat = large.flatMap((i) => [...boxOf(looked, i)]);
  const apart =
    overlap === null
      ? large
      : nms(
          flat,
          large.map((i) => looked.logits[i]),
          overlap,
        ).map((at) => large[at]);
  return { ranked: order, large, apart, kept: apart.slice(0, after) };
}

/** Which objects are covered by one of these anchors' boxes. */
export const coveredBy = (looked: Looked, anchors: readonly number[]): boolean[] =>
  looked.objects.map(({ box }) => anchors.some((i) => iou(boxOf(looked, i), box) >= COVERED));

export const countOf = (covered: readonly boolean[]): number => covered.filter(Boolean).length;

/** The place in a list of the first box that covers each object, from 1; null where none does. */
export const firstCovers = (looked: Looked, anchors: readonly number[]): (number | null)[] =>
  looked.objects.map(({ box }) => {
    const at = anchors.findIndex((i) => iou(boxOf(looked, i), box) >= COVERED);
    return at < 0 ? null : at + 1;
  });

/** The heat of every cell: its best anchor's score, or that of one of its nine. @param shape 1 … 9, 0 for the best */
export const heatOf = (looked: Looked, shape: number): Float32Array =>
  Float32Array.from({ length: CELLS * CELLS }, (_, cell) =>
    scoreOf(looked, shape > 0 ? cell * PER_CELL + shape - 1 : bestOf(looked, cell)),
  );

/** A cell's anchors, and the one among them that scores highest. */
export const anchorsAt = (cell: number): number[] => Array.from({ length: PER_CELL }, (_, k) => cell * PER_CELL + k);
export const bestOf = (looked: Looked, cell: number): number =>
  anchorsAt(cell).reduce((best, i) => (looked.logits[i] > looked.logits[best] ? i : best));

/** The cell at a place of the picture. */
export const cellAt = (x: number, y: number): number => {
  const along = (value: number) => Math.min(CELLS - 1, Math.max(0, Math.floor(value / STRIDE)));
  return along(y) * CELLS + along(x);
};

/** Recall of this picture's list by its length: a step where an object is covered for the first time. */
export const recallOf = (looked: Looked, anchors: readonly number[], most: number): { readonly x: number; readonly y: number }[] => {
  const firsts = firstCovers(looked, anchors);
  return Array.from({ length: most }, (_, k) => ({
    x: k + 1,
    y: firsts.filter((at) => at !== null && at <= k + 1).length / looked.objects.length,
  }));
};
