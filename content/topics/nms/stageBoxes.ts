import { CLASS_NAMES, VOC_CLASSES, type VocClass } from "@/lib/engine/scenes";
import type { BoxXYXY } from "@/lib/engine/boxes";
import type { Locale } from "@/lib/challenges/text";

export interface ScoredBox {
  readonly id: string;
  readonly cls: VocClass;
  readonly box: BoxXYXY;
  readonly score: number;
}

/** One tone per class of the picture, in order of first appearance; a picture of one class gets a tone per box. */
export function tonesOf(boxes: readonly ScoredBox[]): (box: ScoredBox) => number {
  const classes = [...new Set(boxes.map((b) => b.cls))].sort((a, b) => VOC_CLASSES.indexOf(a) - VOC_CLASSES.indexOf(b));
  return classes.length > 1 ? (box) => classes.indexOf(box.cls) : (box) => boxes.findIndex((b) => b.id === box.id) % 8;
}

/** "A .92": a box's name and score. */
export const tagOf = (box: ScoredBox): string => `${box.id} ${box.score.toFixed(2).replace(/^0/, "")}`;

/** With more boxes than this on a picture their tags carry the name alone; the scores are in the list below it. */
const ROOM_FOR_SCORES = 9;

/** What stands on the picture at a box. */
export const pictureTag = (box: ScoredBox, boxes: readonly ScoredBox[]): string => (boxes.length > ROOM_FOR_SCORES ? box.id : tagOf(box));

/** What a screen reader says of a box. */
export function describe(box: ScoredBox, locale: Locale): string {
  const [x1, y1, x2, y2] = box.box;
  return locale === "ko"
    ? `상자 ${box.id}, ${CLASS_NAMES[box.cls].ko}, 점수 ${box.score.toFixed(2)}, 왼쪽 ${x1}, 위 ${y1}, 오른쪽 ${x2}, 아래 ${y2}`
    : `Box ${box.id}, ${CLASS_NAMES[box.cls].en}, score ${box.score.toFixed(2)}, left ${x1}, top ${y1}, right ${x2}, bottom ${y2}`;
}
