import { EngineInputError } from "../errors";
import type { BoxXYXY } from "../boxes/types";
import type { Hog } from "./hog";

function requireInside(argument: string, value: number, count: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= count) {
    throw new EngineInputError(argument, `must be a whole number in 0..${count - 1}`, value);
  }
}

/** The histogram of one cell before normalisation: a view of `hog.cells`, [orientations]. */
export function cellHistogram(hog: Hog, row: number, column: number): Float64Array {
  requireInside("row", row, hog.cellRows);
  requireInside("column", column, hog.cellColumns);
  const at = (row * hog.cellColumns + column) * hog.orientations;
  return hog.cells.subarray(at, at + hog.orientations);
}

/** The normalised numbers of one block: a view of `hog.features`, [rows, columns, orientations] flat. */
export function blockVector(hog: Hog, row: number, column: number): Float64Array {
  const [rows, columns, cellRows, cellColumns, orientations] = hog.shape;
  requireInside("row", row, rows);
  requireInside("column", column, columns);
  const length = cellRows * cellColumns * orientations;
  const at = (row * columns + column) * length;
  return hog.features.subarray(at, at + length);
}

/** The pixels of one cell. */
export function cellBox(hog: Hog, row: number, column: number): BoxXYXY {
  requireInside("row", row, hog.cellRows);
  requireInside("column", column, hog.cellColumns);
  const [h, w] = hog.pixelsPerCell;
  return [column * w, row * h, (column + 1) * w, (row + 1) * h];
}

/** The pixels of one block. */
export function blockBox(hog: Hog, row: number, column: number): BoxXYXY {
  requireInside("row", row, hog.shape[0]);
  requireInside("column", column, hog.shape[1]);
  const [h, w] = hog.pixelsPerCell;
  return [column * w, row * h, (column + hog.cellsPerBlock[1]) * w, (row + hog.cellsPerBlock[0]) * h];
}

/** Angle of the middle of a bin, degrees. @example binAngle({ orientations: 9, signed: false }, 0) === 10 */
export function binAngle(hog: Pick<Hog, "orientations" | "signed">, bin: number): number {
  return ((hog.signed ? 360 : 180) / hog.orientations) * (bin + 0.5);
}

/** The histograms of a picture, or of a template, as far as their drawing goes. */
export type GlyphCells = Pick<Hog, "cellRows" | "cellColumns" | "orientations" | "signed" | "pixelsPerCell"> & {
  readonly cells: ArrayLike<number>;
};

/**
 * Line segments for drawing, 5 numbers each: x1, y1, x2, y2, strength in 0..1 (share of the strongest bin of all cells).
 * A segment lies along the edge, at right angles to the gradient, through the middle of its cell; bins without votes have none.
 */
export function hogGlyphs(hog: GlyphCells): Float64Array {
  const { cells, cellRows, cellColumns, orientations, pixelsPerCell } = hog;
  let strongest = 0;
  let count = 0;
  for (let i = 0; i < cells.length; i++) {
    if (cells[i] > 0) count++;
    if (cells[i] > strongest) strongest = cells[i];
  }
  const out = new Float64Array(5 * count);
  const radius = Math.min(pixelsPerCell[0], pixelsPerCell[1]) / 2;
  let o = 0;
  for (let row = 0, i = 0; row < cellRows; row++) {
    const cy = (row + 0.5) * pixelsPerCell[0];
    for (let column = 0; column < cellColumns; column++) {
      const cx = (column + 0.5) * pixelsPerCell[1];
      for (let bin = 0; bin < orientations; bin++, i++) {
        if (!(cells[i] > 0)) continue;
        const angle = (binAngle(hog, bin) * Math.PI) / 180;
        const ex = -Math.sin(angle) * radius;
        const ey = Math.cos(angle) * radius;
        out[o++] = cx - ex;
        out[o++] = cy - ey;
        out[o++] = cx + ex;
        out[o++] = cy + ey;
        out[o++] = cells[i] / strongest;
      }
    }
  }
  return out;
}
