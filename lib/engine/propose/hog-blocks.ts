import { EngineInputError } from "../errors";
import { orientationBin } from "./angle";
import { voteInterpolated, type CellGrid, type GradientField } from "./hog-cells";

export type BlockNorm = "L1" | "L1-sqrt" | "L2" | "L2-Hys";

const EPS = 1e-5;
const CUT = 0.2;

/** Scales `values[start..end)` in place. ε = 1e-5. */
function normalizeBlock(values: Float64Array, start: number, end: number, norm: BlockNorm): void {
  if (norm === "L1" || norm === "L1-sqrt") {
    let sum = EPS;
    for (let i = start; i < end; i++) sum += Math.abs(values[i]);
    for (let i = start; i < end; i++) values[i] = norm === "L1" ? values[i] / sum : Math.sqrt(values[i] / sum);
    return;
  }
  const scale = (): void => {
    let sum = EPS * EPS;
    for (let i = start; i < end; i++) sum += values[i] * values[i];
    const length = Math.sqrt(sum);
    for (let i = start; i < end; i++) values[i] /= length;
  };
  if (norm !== "L2" && norm !== "L2-Hys") throw new EngineInputError("blockNorm", "must be L1, L1-sqrt, L2 or L2-Hys", norm);
  scale();
  if (norm === "L2") return;
  for (let i = start; i < end; i++) if (values[i] > CUT) values[i] = CUT;
  scale();
}

/** Gaussian weight of each pixel of a block, centred on it; σ = multiple · side, along each axis. */
function windowWeights(height: number, width: number, multiple: number): Float64Array {
  const out = new Float64Array(height * width);
  const sy = multiple * height;
  const sx = multiple * width;
  for (let y = 0, k = 0; y < height; y++) {
    const v = (y + 0.5 - height / 2) / sy;
    for (let x = 0; x < width; x++, k++) {
      const u = (x + 0.5 - width / 2) / sx;
      out[k] = Math.exp(-0.5 * (u * u + v * v));
    }
  }
  return out;
}

export interface BlockWindow {
  readonly gradient: GradientField;
  readonly grid: CellGrid;
  readonly interpolate: boolean;
  readonly sigma: number;
}

/** The normalised blocks, in the order [blockRow, blockColumn, row, column, orientation]. */
export function blockFeatures(
  cells: Float64Array,
  cellColumns: number,
  shape: readonly [number, number, number, number, number],
  norm: BlockNorm,
  window: BlockWindow | null,
): Float64Array {
  const [blockRows, blockColumns, rows, columns, orientations] = shape;
  const length = rows * columns * orientations;
  const out = new Float64Array(blockRows * blockColumns * length);
  const line = columns * orientations;
  const weights = window && windowWeights(rows * window.grid.cellHeight, columns * window.grid.cellWidth, window.sigma);
  for (let br = 0, at = 0; br < blockRows; br++) {
    for (let bc = 0; bc < blockColumns; bc++, at += length) {
      if (window && weights) voteBlock(window, weights, br, bc, rows, columns, out, at);
      else {
        for (let r = 0; r < rows; r++) {
          let from = ((br + r) * cellColumns + bc) * orientations;
          for (let to = at + r * line; to < at + (r + 1) * line;) out[to++] = cells[from++];
        }
      }
      normalizeBlock(out, at, at + length, norm);
    }
  }
  return out;
}

function voteBlock(
  w: BlockWindow,
  weights: Float64Array,
  top: number,
  left: number,
  rows: number,
  columns: number,
  out: Float64Array,
  at: number,
): void {
  const { orientations, cellHeight, cellWidth } = w.grid;
  const area = cellHeight * cellWidth;
  if (w.interpolate) {
    voteInterpolated(w.gradient, w.grid, { top, left, rows, columns }, weights, out, at);
  } else {
    // Without sharing, each cell is a window of its own pixels; the block's weights are read cell by cell.
    voteNearest(w, weights, top, left, rows, columns, out, at);
  }
  for (let i = at; i < at + rows * columns * orientations; i++) out[i] /= area;
}

function voteNearest(
  w: BlockWindow,
  weights: Float64Array,
  top: number,
  left: number,
  rows: number,
  columns: number,
  out: Float64Array,
  at: number,
): void {
  const { gradient, grid } = w;
  const { orientations, cellHeight, cellWidth } = grid;
  for (let y = 0, k = 0; y < rows * cellHeight; y++) {
    for (let x = 0; x < columns * cellWidth; x++, k++) {
      const p = (top * cellHeight + y) * gradient.width + left * cellWidth + x;
      const cell = Math.floor(y / cellHeight) * columns + Math.floor(x / cellWidth);
      const bin = orientationBin(gradient.dx[p], gradient.dy[p], orientations, grid.signed);
      out[at + cell * orientations + bin] += gradient.magnitude[p] * weights[k];
    }
  }
}
