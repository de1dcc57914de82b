/** What is asked of a picture under a grid, what YOLOv1's target says of it, and what an answer is worth. */
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { SceneObject } from "@/lib/engine/scenes";

/** Width and height of every picture. */
export const SIDE = 448;
export const MOST_OBJECTS = 6;
export const MOST_BOXES = 3;

/** A box that a cell has predicted, in whole pixels, with its confidence in hundredths. */
export interface Predicted {
  readonly box: BoxXYXY;
  readonly confidence: number;
}

/** What is asked of an object: its cell; the box that answers for it as well; and the confidence that each box of the cell is taught. */
export type Stage = 1 | 2 | 3;

export interface View {
  /** Cells along a side. */
  readonly grid: number;
  /** In the order of their letters. */
  readonly objects: readonly SceneObject[];
  /** Entry i: what the cell of object i has predicted; objects of one cell have the same boxes. Empty at stage 1. */
  readonly predicted: readonly (readonly Predicted[])[];
  readonly stage: Stage;
  /** Whether a cell may hold the centres of two objects, so that one is left without a box. */
  readonly shared: boolean;
  /** Whether IoUs are printed; otherwise they are measured on the board. */
  readonly table: boolean;
}

/** A confidence to be taught: 0, the box's IoU with its object, or 1. */
export const TARGETS = ["zero", "iou", "one"] as const;
export type Target = (typeof TARGETS)[number];

/** One object's answer; null is open. `box` from 0, or "none" for an object that the target leaves out. */
export interface One {
  readonly cell: number | null;
  readonly box: number | "none" | null;
  readonly targets: readonly (Target | null)[];
}

export interface Answer {
  readonly answers: readonly One[];
}

/** How somebody reads a picture: which point of a box has its cell, which box of a cell answers, who keeps a cell, what is taught. */
export interface Reading {
  /** The point of an object's box that decides the cell. */
  readonly point: (box: BoxXYXY) => readonly [number, number];
  /** The index of the box that answers for an object. */
  readonly box: (predicted: readonly Predicted[], object: BoxXYXY) => number;
  /** Whether the later object takes the cell from the earlier one; "both": neither is left out. */
  readonly takes: "both" | ((later: BoxXYXY, earlier: BoxXYXY) => boolean);
  /** What a box is taught. */
  readonly target: (answers: boolean) => Target;
}

const most = <T>(list: readonly T[], of: (each: T) => number): number =>
  list.reduce((best, each, i) => (of(each) > of(list[best]) ? i : best), 0);

export const middle = ([x1, y1, x2, y2]: BoxXYXY): readonly [number, number] => [(x1 + x2) / 2, (y1 + y2) / 2];
export const areaOf = ([x1, y1, x2, y2]: BoxXYXY): number => (x2 - x1) * (y2 - y1);
/** The box with the highest value of some kind; the first one on ties. */
export const bestBy =
  (of: (each: Predicted, object: BoxXYXY) => number): Reading["box"] =>
  (predicted, object) =>
    most(predicted, (each) => of(each, object));

/** You Only Look Once, section 2 and 2.2; a cell keeps its first object. */
export const PAPER: Reading = {
  point: middle,
  box: bestBy(({ box }, object) => iou(box, object)),
  takes: () => false,
  target: (answers) => (answers ? "iou" : "zero"),
};

/** The cell that holds a point; one on the far edge belongs to the last cell. */
export function cellAt(grid: number, [x, y]: readonly [number, number]): number {
  const index = (value: number) => Math.min(grid - 1, Math.max(0, Math.floor((value * grid) / SIDE)));
  return index(y) * grid + index(x);
}

export const openOne = (boxes: number): One => ({ cell: null, box: null, targets: Array.from({ length: boxes }, () => null) });

/** How many confidences are asked of an object that has a box. */
export const targetsAsked = ({ stage, predicted }: View): number => (stage === 3 ? predicted[0].length : 0);

/** For each object the one that holds its cell: itself, or the one that has kept it. */
export function holdersOf(view: View, { point, takes }: Reading = PAPER): number[] {
  const cells = view.objects.map(({ box }) => cellAt(view.grid, point(box)));
  if (takes === "both" || !view.shared) return cells.map((_, i) => i);
  return cells.map((cell) =>
    cells.reduce(
      (holder, other, j) => (other !== cell || j === holder || !takes(view.objects[j].box, view.objects[holder].box) ? holder : j),
      cells.indexOf(cell),
    ),
  );
}

/** What somebody who reads like this says of every object. */
export function answered(view: View, reading: Reading): One[] {
  const { objects, predicted, stage, grid } = view;
  const holders = holdersOf(view, reading);
  const asked = targetsAsked(view);
  return objects.map(({ box }, i): One => {
    const cell = cellAt(grid, reading.point(box));
    if (stage === 1) return { ...openOne(0), cell };
    if (holders[i] !== i) return { ...openOne(asked), cell, box: "none" };
    const own = reading.box(predicted[i], box);
    return { cell, box: own, targets: Array.from({ length: asked }, (_, b) => reading.target(b === own)) };
  });
}

export const truthOf = (view: View): One[] => answered(view, PAPER);

/** What is right of each object. A box counts in its right cell alone, confidences with their right box alone. */
export interface Judged {
  readonly cell: boolean;
  readonly box: boolean;
  readonly targets: boolean;
}

export function judged(truth: readonly One[], { answers }: Answer): Judged[] {
  return truth.map((right, i) => {
    const said = answers[i];
    const cell = said?.cell === right.cell;
    const box = cell && said.box !== null && said.box === right.box;
    return { cell, box, targets: box && right.targets.every((target, b) => target === null || said.targets[b] === target) };
  });
}

const share = (list: readonly boolean[]): number => (list.length === 0 ? 1 : list.filter(Boolean).length / list.length);

/**
 * The share of 1,000 points that an answer earns. Stage 1: cells. Stage 2: .2 cells and .8 boxes. Stage 3: .2, .4, and .4 for objects
 * whose cell is taught rightly; with shared cells .1, .22, .34, and .34 for cells of two objects of which both are right.
 */
export function pointsOf(view: View, answer: Answer): { readonly earned: number; readonly total: number } {
  const truth = truthOf(view);
  const right = judged(truth, answer);
  const holders = holdersOf(view);
  const held = right.filter((_, i) => truth[i].box !== "none");
  const cells = share(right.map(({ cell }) => cell));
  const boxes = share(right.map(({ box }) => box));
  const targets = share(held.map((each) => each.targets));
  const lost = holders.flatMap((holder, i) => (holder === i ? [] : [right[holder].box && right[i].box]));
  const sum =
    view.stage === 1
      ? cells
      : view.stage === 2
        ? 0.2 * cells + 0.8 * boxes
        : view.shared
          ? 0.1 * cells + 0.22 * boxes + 0.34 * targets + 0.34 * share(lost)
          : 0.2 * cells + 0.4 * boxes + 0.4 * targets;
  return { earned: Math.round(1000 * sum), total: 1000 };
}

/** Pixels that a centre is clear of a cell's border, and the IoU that the answering box is ahead by. */
export const CLEAR = 6;
export const AHEAD = 0.08;

/** The distance of the closest decision from its flip, in units of what is asked for. */
export function slackOf({ objects, predicted, grid }: View): number {
  const cell = SIDE / grid;
  const centres = objects.flatMap(({ box }) =>
    middle(box).map((value) => {
      const over = value - cell * Math.floor(value / cell);
      return Math.min(over, cell - over) / CLEAR;
    }),
  );
  const holders = predicted.length === 0 ? [] : holdersOf({ objects, predicted, grid, shared: true, stage: 2, table: true });
  const gaps = holders.flatMap((holder, i) => {
    if (holder !== i) return [];
    const ious = predicted[i].map(({ box }) => iou(box, objects[i].box)).sort((a, b) => b - a);
    return [(ious[0] - ious[1]) / AHEAD];
  });
  return Math.min(...centres, ...gaps);
}
