/** What the simulation makes of an answer: detections of a class, neighbours of a crop, how often a pixel is computed. */
import { boxAt, clipBox, decodeDeltas, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { nms } from "@/lib/engine/suppress";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { CLASSES, type Looked } from "./looked";

/** The crops that the guess is about, by rank: each has cut off a part of the dog. */
export const GUESSED = [7, 22, 25, 57, 64, 73] as const;

export const boxOf = (looked: Looked, i: number): BoxXYXY => boxAt(looked.boxes, i);
export const scoreOf = (looked: Looked, i: number, cls: number): number => looked.scores[i * CLASSES + cls];
export const moveOf = (looked: Looked, i: number, cls: number): readonly number[] =>
  Array.from({ length: 4 }, (_, k) => looked.moves[(i * CLASSES + cls) * 4 + k]);

/** A crop's box after its class has moved it, cut to the picture. */
export const movedBox = (looked: Looked, i: number, cls: number): BoxXYXY =>
  clipBox(boxAt(decodeDeltas(moveOf(looked, i, cls), boxOf(looked, i)), 0), SCENE_SIDE, SCENE_SIDE);

/** Which of the crops that are here belong to the first `shown` proposals. */
export const firstOf = ({ ranks }: Looked, shown: number): number[] => ranks.flatMap((rank, i) => (rank <= shown ? [i] : []));

export interface Found {
  /** Index of the crop. */
  readonly crop: number;
  readonly box: BoxXYXY;
  readonly score: number;
}

export interface Decoding {
  readonly cls: number;
  readonly shown: number;
  readonly cut: number;
  readonly overlap: number;
  /** Whether the class moves its boxes before NMS. */
  readonly move: boolean;
}

/** The detections of one class, best first. */
export function detectionsOf(looked: Looked, { cls, shown, cut, overlap, move }: Decoding): Found[] {
  const found = firstOf(looked, shown)
    .map((crop) => ({ crop, score: scoreOf(looked, crop, cls), box: move ? movedBox(looked, crop, cls) : boxOf(looked, crop) }))
    .filter(({ score }) => score >= cut);
  const kept = nms(
    found.flatMap(({ box }) => [...box]),
    found.map(({ score }) => score),
    overlap,
  );
  return kept.map((i) => found[i]);
}

/** The crop that a class scores highest, of those shown. */
export const bestCrop = (looked: Looked, cls: number, shown: number): number =>
  firstOf(looked, shown).reduce((best, i) => (scoreOf(looked, i, cls) > scoreOf(looked, best, cls) ? i : best), 0);

/** The crops that overlap one most, IoU 0.5 at least, closest first. */
export function neighboursOf(looked: Looked, crop: number): { readonly crop: number; readonly iou: number }[] {
  const own = boxOf(looked, crop);
  return looked.ranks
    .map((_, i) => ({ crop: i, iou: iou(own, boxOf(looked, i)) }))
    .filter((each) => each.crop !== crop && each.iou >= 0.5)
    .sort((a, b) => b.iou - a.iou);
}

/** How often a covered pixel is computed: the areas of the first proposals over the area that they cover together. */
export function timesComputed(looked: Looked, shown: number): number {
  const covered = new Uint8Array(SCENE_SIDE * SCENE_SIDE);
  let area = 0;
  for (const i of firstOf(looked, shown)) {
    const [x1, y1, x2, y2] = boxOf(looked, i).map(Math.round);
    area += (x2 - x1) * (y2 - y1);
    for (let y = y1; y < y2; y++) covered.fill(1, y * SCENE_SIDE + x1, y * SCENE_SIDE + x2);
  }
  return (
    area /
    Math.max(
      1,
      covered.reduce((sum, one) => sum + one, 0),
    )
  );
}
