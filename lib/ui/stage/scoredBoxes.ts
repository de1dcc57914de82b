import { CLASS_NAMES, VOC_CLASSES, type VocClass } from "@/lib/engine/scenes";
import { iou } from "@/lib/engine/boxes";
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

const TONES = 8;

/**
 * A tone for each box, so that the edges of a crowd can be followed one by one: the best score chooses first, and each box takes the
 * tone whose boxes it overlaps least.
 */
export function tonesOf(boxes: readonly ScoredBox[]): (box: Pick<ScoredBox, "id">) => number {
  const tones = new Map<string, number>();
  for (const { id, cls, box } of [...boxes].sort((a, b) => b.score - a.score)) {
    const crowd = Array.from({ length: TONES }, () => 0);
    for (const other of boxes) {
      const tone = tones.get(other.id);
      // Even one that lies elsewhere counts a little, so that no tone is used twice before all are used.
      // Those of another class have another line besides.
      if (tone !== undefined) crowd[tone] += 0.01 + (other.cls === cls ? 4 : 1) * iou(box, other.box);
    }
    tones.set(id, crowd.indexOf(Math.min(...crowd)));
  }
  return (box) => tones.get(box.id) ?? 0;
}

/** A line for each class of the picture, in the order of the classes; null in a picture of one class, where each tone has its own. */
export function dashesOf(boxes: readonly Pick<ScoredBox, "cls">[]): ((box: Pick<ScoredBox, "cls">) => number) | null {
  const classes = VOC_CLASSES.filter((cls) => boxes.some((box) => box.cls === cls));
  return classes.length > 1 ? ({ cls }) => classes.indexOf(cls) : null;
}

/** A score without its leading zero. @example 0.9 → ".90" */
export const shortScore = (score: number): string => score.toFixed(2).replace(/^0/, "");

/** "A .92": a box's name and score. */
export const tagOf = (box: Pick<ScoredBox, "id" | "score">): string => `${box.id} ${shortScore(box.score)}`;

/** With more boxes than this on a picture their tags carry the name alone; the scores are in the list below it. */
const ROOM_FOR_SCORES = 13;

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
  const dash = dashesOf(boxes);
  return boxes.map((box, i) => {
    const { state, score = box.score, mark = "" } = look(box, i);
    const now = { ...box, score };
    return {
      id: box.id,
      box: box.box,
      label: pictureTag(now, boxes) + mark,
      tone: tone(box),
      dash: dash?.(box),
      state,
      description: describeBox(now, locale),
      score,
    };
  });
}
