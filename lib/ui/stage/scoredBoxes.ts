import { CLASS_NAMES, VOC_CLASSES, type VocClass } from "@/lib/engine/scenes";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { Locale } from "@/lib/challenges/text";
import type { BoxState, StageBox } from "./types";

/** What a detector says: a box, a class, a score. */
export interface ScoredBox {
  /** The tag on the picture: "A". */
  readonly id: string;
  readonly cls: VocClass;
  readonly box: BoxXYXY;
  readonly score: number;
}

/** One tone per class of the picture, in the order of the classes; a picture of one class gets a tone per box. */
export function tonesOf(boxes: readonly ScoredBox[]): (box: Pick<ScoredBox, "id" | "cls">) => number {
  const classes = [...new Set(boxes.map((b) => b.cls))].sort((a, b) => VOC_CLASSES.indexOf(a) - VOC_CLASSES.indexOf(b));
  return classes.length > 1 ? (box) => classes.indexOf(box.cls) : (box) => boxes.findIndex((b) => b.id === box.id) % 8;
}

/** A score without its leading zero. @example 0.9 → ".90" */
export const shortScore = (score: number): string => score.toFixed(2).replace(/^0/, "");

/** "A .92": a box's name and score. */
export const tagOf = (box: Pick<ScoredBox, "id" | "score">): string => `${box.id} ${shortScore(box.score)}`;

/** With more boxes than this on a picture their tags carry the name alone; the scores are in the list below it. */
const ROOM_FOR_SCORES = 9;

/** What stands on the picture at a box, given how many there are. */
export const pictureTag = (box: Pick<ScoredBox, "id" | "score">, boxes: readonly unknown[]): string =>
  boxes.length > ROOM_FOR_SCORES ? box.id : tagOf(box);

/** What a screen reader says of a box. */
export function describeBox(box: ScoredBox, locale: Locale): string {
  const [x1, y1, x2, y2] = box.box;
  return locale === "ko"
    ? `상자 ${box.id}, ${CLASS_NAMES[box.cls].ko}, 점수 ${box.score.toFixed(2)}, 왼쪽 ${x1}, 위 ${y1}, 오른쪽 ${x2}, 아래 ${y2}`
    : `Box ${box.id}, ${CLASS_NAMES[box.cls].en}, score ${box.score.toFixed(2)}, left ${x1}, top ${y1}, right ${x2}, bottom ${y2}`;
}

/** Scored boxes as a `Stage` draws them, each with a state and, where it differs from the drawn one, the score it has now. */
export function stageBoxesOf(
  boxes: readonly ScoredBox[],
  locale: Locale,
  look: (box: ScoredBox, index: number) => { readonly state: BoxState; readonly score?: number; readonly mark?: string },
): StageBox[] {
  const tone = tonesOf(boxes);
  return boxes.map((box, i) => {
    const { state, score = box.score, mark = "" } = look(box, i);
    const now = { ...box, score };
    return {
      id: box.id,
      box: box.box,
      label: pictureTag(now, boxes) + mark,
      tone: tone(box),
      state,
      description: describeBox(now, locale),
      score,
    };
  });
}
