import type { BoxXYXY } from "@/lib/engine/boxes";
import type { VocClass } from "@/lib/engine/scenes";
import { letter, type Locale, type Text } from "@/lib/words";
import type { Measure } from "../../measures";
import type { Rule } from "./rules";

export const WIDTH = 400;
export const HEIGHT = 300;

export interface Target {
  /** Index into `objects`. */
  readonly object: number;
  readonly measure: Measure;
  /** The number to hit, in hundredths. */
  readonly hundredths: number;
}
export interface TaskObject {
  readonly cls: VocClass;
  readonly box: BoxXYXY;
  readonly flip: boolean;
}
export interface Task {
  readonly width: number;
  readonly height: number;
  readonly rule: Rule;
  /** A, and B where the rule needs one. */
  readonly objects: readonly TaskObject[];
  readonly targets: readonly Target[];
  /** Where the learner's box stands at first. */
  readonly start: BoxXYXY;
  /** A box that hits every target: one of many. */
  readonly example: BoxXYXY;
  /** Full marks within this many hundredths. */
  readonly tolerance: number;
}

/** What the learner's box is called: on the picture, in the table, in each sum and sentence. */
export const MINE: Text = { ko: "내 상자", en: "your box" };

export const nameOf = ({ measure }: Pick<Target, "measure">): string => (measure === "iou" ? "IoU" : "GIoU");

/** "IoU(A, your box)". */
export const measureOf = (target: Target, locale: Locale): string => `${nameOf(target)}(${letter(target.object)}, ${MINE[locale]})`;

/** What a learner sees of a task. */
export type View = Omit<Task, "example">;

export interface Answer {
  /** Whole pixels; null: the box has not been moved yet. */
  readonly box: BoxXYXY | null;
}
