/** The numbers of a few cells, the box that they mean, and what an answer is worth. */
import { decodeYoloCell, iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { VocClass } from "@/lib/engine/scenes";

/** One box of a cell as YOLOv1 gives it. All in hundredths: x, y of the cell, w, h of the picture. */
export interface Numbers {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly confidence: number;
}

export interface Cell {
  /** From 0, from the top and from the left. */
  readonly row: number;
  readonly column: number;
  readonly boxes: readonly Numbers[];
  /** Hundredths, an entry for each of the view's classes. */
  readonly values: readonly number[];
}

export interface View {
  readonly width: number;
  readonly height: number;
  /** Cells along a side. */
  readonly grid: number;
  readonly cells: readonly Cell[];
  /** What the class values are of; empty where there is one box and no class is asked. */
  readonly classes: readonly VocClass[];
  /** Whether the cell is shown in the picture; otherwise its row and column say where it is. */
  readonly lit: boolean;
  /** The learner's box at first. */
  readonly start: BoxXYXY;
}

export interface Answer {
  /** Whole pixels; null while it was not moved. */
  readonly box: BoxXYXY | null;
  readonly cls: VocClass | null;
}

export const WIDEST = 640;
/** The least width and height that a box is drawn with. */
export const SMALLEST = 8;

/** The box that numbers mean, in pixels. */
export const boxOf = ({ width, height, grid }: View, { row, column }: Pick<Cell, "row" | "column">, { x, y, w, h }: Numbers): BoxXYXY =>
  decodeYoloCell({ row, column, code: [x / 100, y / 100, w / 100, h / 100] }, width, height, grid);

/** A box of a cell with a class. */
export interface Scored {
  readonly cell: number;
  readonly box: number;
  readonly cls: number;
  /** confidence × class value, in ten-thousandths. */
  readonly score: number;
}

/** Every box with its cell's likeliest class. */
export function scoresOf({ cells, classes }: View): Scored[] {
  return cells.flatMap(({ boxes, values }, cell) => {
    const cls = classes.length === 0 ? 0 : values.indexOf(Math.max(...values));
    return boxes.map(({ confidence }, box) => ({ cell, box, cls, score: classes.length === 0 ? 1 : confidence * values[cls] }));
  });
}

/** The box with the highest score. */
export const bestOf = (view: View): Scored => scoresOf(view).reduce((best, each) => (each.score > best.score ? each : best));

/** The numbers of a scored box. */
export const numbersOf = ({ cells }: View, { cell, box }: Pick<Scored, "cell" | "box">): Numbers => cells[cell].boxes[box];

export const trueBox = (view: View, of: Pick<Scored, "cell" | "box"> = bestOf(view)): BoxXYXY =>
  boxOf(view, view.cells[of.cell], numbersOf(view, of));

const whole = ([x1, y1, x2, y2]: BoxXYXY): BoxXYXY => [Math.round(x1) + 0, Math.round(y1) + 0, Math.round(x2), Math.round(y2)];

/** A box in whole pixels, cut to the picture; null where next to nothing is left of it. */
export function drawable({ width, height }: Pick<View, "width" | "height">, box: BoxXYXY): BoxXYXY | null {
  const [x1, y1, x2, y2] = whole(box);
  const cut: BoxXYXY = [Math.max(0, x1), Math.max(0, y1), Math.min(width, x2), Math.min(height, y2)];
  return cut[2] - cut[0] < SMALLEST || cut[3] - cut[1] < SMALLEST ? null : cut;
}

/** IoU from which a box earns points, and all of them. */
export const [FROM, FULL] = [0.5, 0.85] as const;
/** Of 100 points with a class asked: what the class is worth. */
export const CLASS_POINTS = 40;

/** Points for the box and for the class, of 100 together. */
export function pointsOf(view: View, { box, cls }: Answer): { readonly box: number; readonly cls: number; readonly most: number } {
  const most = view.classes.length === 0 ? 100 : 100 - CLASS_POINTS;
  const overlap = box === null ? 0 : iou(box, trueBox(view));
  const share = Math.min(1, Math.max(0, (overlap - FROM) / (FULL - FROM)));
  const right = view.classes.length > 0 && cls !== null && view.classes[bestOf(view).cls] === cls;
  return { box: Math.round(most * share), cls: right ? CLASS_POINTS : 0, most };
}

export function solutionOf(view: View): Answer {
  return { box: whole(trueBox(view)), cls: view.classes.length === 0 ? null : view.classes[bestOf(view).cls] };
}

/** How clear the highest score is of the next, and the drawn solution of the full band. */
export function slackOf(view: View): number {
  const scores = scoresOf(view)
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  const values = view.cells.map((cell) => [...cell.values].sort((a, b) => b - a));
  const { box } = solutionOf(view);
  return Math.min(
    scores.length > 1 ? (scores[0] - scores[1]) / 10_000 : Infinity,
    ...values.map(([first, second]) => (second === undefined ? Infinity : (first - second) / 100)),
    box === null ? 0 : iou(box, trueBox(view)) - FULL,
  );
}
