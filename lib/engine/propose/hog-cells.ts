import { EngineInputError } from "../errors";
import { gradientAngle, orientationBin } from "./angle";
import type { PixelImage } from "./image";

/** Gradient of each pixel, [height, width] each; `dx` to the right, `dy` down, per two pixels (no division by 2). */
export interface GradientField {
  readonly width: number;
  readonly height: number;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  readonly magnitude: Float64Array;
}

/** The cells a field is counted in. */
export interface CellGrid {
  readonly orientations: number;
  readonly signed: boolean;
  readonly cellRows: number;
  readonly cellColumns: number;
  readonly cellHeight: number;
  readonly cellWidth: number;
}

export function gradients(image: PixelImage, transformSqrt: boolean): GradientField {
  const { width, height, channels } = image;
  const n = width * height;
  const values = new Float64Array(n * channels);
  for (let i = 0; i < values.length; i++) values[i] = image.data[i];
  if (transformSqrt) {
    for (let i = 0; i < values.length; i++) {
      if (values[i] < 0) throw new EngineInputError("image.data", "must not be negative for the square root", values[i]);
      values[i] = Math.sqrt(values[i]);
    }
  }
  const dx = new Float64Array(n);
  const dy = new Float64Array(n);
  const magnitude = new Float64Array(n);
  const row = width * channels;
  for (let y = 0, p = 0; y < height; y++) {
    const insideY = y > 0 && y < height - 1;
    for (let x = 0; x < width; x++, p++) {
      const insideX = x > 0 && x < width - 1;
      let best = -1;
      for (let c = 0, i = p * channels; c < channels; c++, i++) {
        const gx = insideX ? values[i + channels] - values[i - channels] : 0;
        const gy = insideY ? values[i + row] - values[i - row] : 0;
        const squared = gx * gx + gy * gy;
        if (squared > best) {
          best = squared;
          dx[p] = gx;
          dy[p] = gy;
        }
      }
      magnitude[p] = Math.sqrt(best);
    }
  }
  return { width, height, dx, dy, magnitude };
}

/** Histograms [cellRows, cellColumns, orientations], sums of votes divided by the cell's area. */
export function voteCells(field: GradientField, grid: CellGrid, interpolate: boolean): Float64Array {
  const { orientations, signed, cellRows, cellColumns, cellHeight, cellWidth } = grid;
  const cells = new Float64Array(cellRows * cellColumns * orientations);
  const { dx, dy, magnitude, width } = field;
  if (interpolate) {
    voteInterpolated(field, grid, { top: 0, left: 0, rows: cellRows, columns: cellColumns }, null, cells, 0);
  } else {
    for (let y = 0; y < cellRows * cellHeight; y++) {
      const cellRow = Math.floor(y / cellHeight) * cellColumns;
      for (let column = 0, p = y * width; column < cellColumns; column++) {
        const at = (cellRow + column) * orientations;
        for (let end = p + cellWidth; p < end; p++) {
          const m = magnitude[p];
          if (m > 0) cells[at + orientationBin(dx[p], dy[p], orientations, signed)] += m;
        }
      }
    }
  }
  const area = cellHeight * cellWidth;
  for (let i = 0; i < cells.length; i++) cells[i] /= area;
  return cells;
}

/** A rectangle of cells. */
export interface CellWindow {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Adds the pixels of a window of cells to `out` [rows, columns, orientations] from `offset`, each vote shared linearly between
 * two bins and up to four cells of the window; shares that fall outside the window are lost.
 * @param weights weight of each pixel of the window, or null for 1
 */
export function voteInterpolated(
  field: GradientField,
  grid: CellGrid,
  window: CellWindow,
  weights: Float64Array | null,
  out: Float64Array,
  offset: number,
): void {
  const { orientations, signed, cellHeight, cellWidth } = grid;
  const { dx, dy, magnitude, width } = field;
  const binWidth = (signed ? 360 : 180) / orientations;
  const pixelRows = window.rows * cellHeight;
  const pixelColumns = window.columns * cellWidth;
  for (let y = 0, k = 0; y < pixelRows; y++) {
    // Position in units of cells, measured between cell centres.
    const v = (y + 0.5) / cellHeight - 0.5;
    const row = Math.floor(v);
    const fy = v - row;
    for (let x = 0; x < pixelColumns; x++, k++) {
      const p = (window.top * cellHeight + y) * width + window.left * cellWidth + x;
      const m = magnitude[p] * (weights ? weights[k] : 1);
      if (!(m > 0)) continue;
      const u = (x + 0.5) / cellWidth - 0.5;
      const column = Math.floor(u);
      const fx = u - column;
      const b = gradientAngle(dx[p], dy[p], signed) / binWidth - 0.5;
      const low = Math.floor(b);
      const fb = b - low;
      const bin0 = (low + orientations) % orientations;
      const bin1 = (low + 1) % orientations;
      for (let r = 0; r < 2; r++) {
        const toRow = row + r;
        if (toRow < 0 || toRow >= window.rows) continue;
        const wy = r === 0 ? 1 - fy : fy;
        for (let c = 0; c < 2; c++) {
          const toColumn = column + c;
          if (toColumn < 0 || toColumn >= window.columns) continue;
          const share = m * wy * (c === 0 ? 1 - fx : fx);
          const at = offset + (toRow * window.columns + toColumn) * orientations;
          out[at + bin0] += share * (1 - fb);
          out[at + bin1] += share * fb;
        }
      }
    }
  }
}
