/** What the simulation makes of an answer: the boxes of all cells, detections, and whose cell has found an object. */
import { decodeYoloCell, encodeYoloCell, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { batchedNms } from "@/lib/engine/suppress";
import { B, C, LENGTH, S, type Looked } from "./looked";

type Grid = Looked["grid"];

export interface CellNumbers {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly confidence: number;
}

/** The five numbers of a box. @param slot 0 or 1 */
export function numbersAt(grid: Grid, cell: number, slot: number): CellNumbers {
  const o = cell * LENGTH + 5 * slot;
  return { x: grid[o], y: grid[o + 1], w: grid[o + 2], h: grid[o + 3], confidence: grid[o + 4] };
}

/** The class values of a cell, which all its boxes share. */
export const valuesAt = (grid: Grid, cell: number): readonly number[] =>
  Array.from({ length: C }, (_, k) => grid[cell * LENGTH + 5 * B + k]);

/** The class with the largest value. */
export function likeliest(grid: Grid, cell: number): { readonly cls: number; readonly value: number } {
  const values = valuesAt(grid, cell);
  const value = Math.max(...values);
  return { cls: values.indexOf(value), value };
}

export const rowOf = (cell: number): number => Math.floor(cell / S);
export const columnOf = (cell: number): number => cell % S;

/** A box in the picture's pixels. A width or height below 0 is none. */
export function boxAtCell(grid: Grid, cell: number, slot: number): BoxXYXY {
  const { x, y, w, h } = numbersAt(grid, cell, slot);
  const code = [x, y, Math.max(0, w), Math.max(0, h)] as const;
  return decodeYoloCell({ row: rowOf(cell), column: columnOf(cell), code }, SCENE_SIDE, SCENE_SIDE, S);
}

/** The cell in which the centre of a box lies. */
export function cellOf(box: BoxXYXY): number {
  const { row, column } = encodeYoloCell(box, SCENE_SIDE, SCENE_SIDE, S);
  return row * S + column;
}

export interface Place {
  readonly cell: number;
  readonly slot: number;
}

/** Both boxes of every cell, or those of one slot. @param slots "both", "1" or "2" */
export function placesOf(slots: string): readonly Place[] {
  const shown = slots === "both" ? [0, 1] : [Number(slots) - 1];
  return Array.from({ length: S * S }, (_, cell) => shown.map((slot) => ({ cell, slot }))).flat();
}

export interface Found extends Place {
  readonly box: BoxXYXY;
  readonly label: number;
  readonly score: number;
}

export interface Decoding {
  readonly slots: string;
  readonly cut: number;
  readonly overlap: number;
  /** "product": confidence × class value, for every class. "confidence": the confidence alone, for the likeliest class. */
  readonly by: string;
}

/** Detections before NMS and after it, best first. */
export function detectionsOf(
  grid: Grid,
  { slots, cut, overlap, by }: Decoding,
): { readonly passed: number; readonly kept: readonly Found[] } {
  const found = placesOf(slots).flatMap(({ cell, slot }): Found[] => {
    const { confidence } = numbersAt(grid, cell, slot);
    const scores =
      by === "confidence"
        ? [{ label: likeliest(grid, cell).cls, score: confidence }]
        : valuesAt(grid, cell).map((value, label) => ({ label, score: confidence * value }));
    return scores.filter(({ score }) => score >= cut).map((each) => ({ ...each, cell, slot, box: boxAtCell(grid, cell, slot) }));
  });
  const kept = batchedNms(
    Float64Array.from(found.flatMap(({ box }) => [...box])),
    found.map(({ score }) => score),
    found.map(({ label }) => label),
    overlap,
  );
  return { passed: found.length, kept: kept.map((i) => found[i]) };
}

/** The IoU from which a detection of the right class counts as finding an object. */
const HIT = 0.5;

/** Whether an object is found by its centre's cell, by another one alone, or by none. */
export function finderOf({ label, box }: Looked["objects"][number], kept: readonly Found[]): "own" | "neighbour" | "missed" {
  const hits = kept.filter((each) => each.label === label && iou(each.box, box) >= HIT);
  if (hits.length === 0) return "missed";
  return hits.some(({ cell }) => cell === cellOf(box)) ? "own" : "neighbour";
}

/** The cells that are guessed about, in reading order: of the corner, the centre, the foot and the right side of an object. */
export function guessedCells([x1, y1, x2, y2]: BoxXYXY): readonly number[] {
  const at = (x: number, y: number) => cellOf([x - 1, y - 1, x + 1, y + 1]);
  const [cx, cy] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return [at(x1 + 4, y1 + 4), at(cx, cy), at(cx, y2 - 4), at(x2 - 4, cy)].sort((a, b) => a - b);
}
