import { EngineInputError } from "../errors";
import { requireCount, requirePositive } from "../boxes/shape";
import { requireImage, type PixelImage } from "./image";
import { blockFeatures, type BlockNorm } from "./hog-blocks";
import { gradients, voteCells, type GradientField } from "./hog-cells";

export type { BlockNorm } from "./hog-blocks";
export type { GradientField } from "./hog-cells";

export interface HogOptions {
  /** Bins over the half circle (or the full one when `signed`). Default 9. */
  readonly orientations?: number;
  /** Cell [height, width] in pixels. Default [8, 8]. */
  readonly pixelsPerCell?: readonly [number, number];
  /** Block [rows, columns] in cells; blocks step by one cell. Default [2, 2]. */
  readonly cellsPerBlock?: readonly [number, number];
  /** Default "L2-Hys". */
  readonly blockNorm?: BlockNorm;
  /** Square root of the values before the gradient (values must not be negative). Default false. */
  readonly transformSqrt?: boolean;
  /**
   * "nearest" (scikit-image, the default): a pixel votes its magnitude into one bin of its own cell, cells are averaged.
   * "interpolated" (Dalal and Triggs): the vote is shared linearly between the two nearest bins and the four nearest cells.
   */
  readonly voting?: "nearest" | "interpolated";
  /** Bins over 360° instead of 180°. Default false. */
  readonly signed?: boolean;
  /**
   * Standard deviation of Dalal and Triggs's Gaussian block window as a multiple of the block's side (they use 0.5);
   * each block then counts its own pixels only. 0, the default, is no window.
   */
  readonly blockWindow?: number;
}

/** Descriptor with the arrays it was made from, for drawing. */
export interface Hog {
  /** [blockRows, blockColumns, rows in block, columns in block, orientations], flat. */
  readonly features: Float64Array;
  readonly shape: readonly [number, number, number, number, number];
  /** [cellRows, cellColumns, orientations]: histograms before block normalisation. */
  readonly cells: Float64Array;
  readonly cellRows: number;
  readonly cellColumns: number;
  readonly orientations: number;
  readonly signed: boolean;
  readonly pixelsPerCell: readonly [number, number];
  readonly cellsPerBlock: readonly [number, number];
  readonly gradient: GradientField;
}

function requirePair(argument: string, pair: readonly [number, number]): void {
  requireCount(`${argument}[0]`, pair[0], 1);
  requireCount(`${argument}[1]`, pair[1], 1);
}

/**
 * Histograms of oriented gradients. Centred differences [−1, 0, 1] (0 on border rows and columns), one histogram of gradient
 * angle a cell, overlapping blocks normalised (L2-Hys: L2, cut at 0.2, L2 again). Of several channels the one with the
 * largest gradient counts at each pixel. Rows and columns beyond the last whole cell are left out.
 * Source: Dalal and Triggs, CVPR 2005, section 6; defaults follow scikit-image's `hog`. O(pixels + blocks · block length).
 * @param image values are used as given, not scaled
 * @throws EngineInputError when the image holds no whole block, or for an option out of range
 * @example a 64×128 window with 8×8 cells, 2×2 blocks and 9 bins: 7 · 15 · 4 · 9 = 3780 numbers
 */
export function hog(image: PixelImage, options: HogOptions = {}): Hog {
  requireImage("image", image);
  const { orientations = 9, pixelsPerCell = [8, 8], cellsPerBlock = [2, 2], blockNorm = "L2-Hys" } = options;
  const { transformSqrt = false, voting = "nearest", signed = false, blockWindow = 0 } = options;
  requireCount("orientations", orientations, 1);
  requirePair("pixelsPerCell", pixelsPerCell);
  requirePair("cellsPerBlock", cellsPerBlock);
  if (blockWindow !== 0) requirePositive("blockWindow", blockWindow);
  const cellRows = Math.floor(image.height / pixelsPerCell[0]);
  const cellColumns = Math.floor(image.width / pixelsPerCell[1]);
  const blockRows = cellRows - cellsPerBlock[0] + 1;
  const blockColumns = cellColumns - cellsPerBlock[1] + 1;
  if (blockRows < 1 || blockColumns < 1) {
    throw new EngineInputError(
      "image",
      `must hold at least one block of ${cellsPerBlock[0]}×${cellsPerBlock[1]} cells`,
      `${image.height}×${image.width}`,
    );
  }
  const gradient = gradients(image, transformSqrt);
  const grid = { orientations, signed, cellRows, cellColumns, cellHeight: pixelsPerCell[0], cellWidth: pixelsPerCell[1] };
  const cells = voteCells(gradient, grid, voting === "interpolated");
  const shape = [blockRows, blockColumns, cellsPerBlock[0], cellsPerBlock[1], orientations] as const;
  const window = blockWindow === 0 ? null : { gradient, grid, interpolate: voting === "interpolated", sigma: blockWindow };
  const features = blockFeatures(cells, cellColumns, shape, blockNorm, window);
  return { features, shape, cells, cellRows, cellColumns, orientations, signed, pixelsPerCell, cellsPerBlock, gradient };
}

/** Length of the descriptor without computing it; 0 when no whole block fits. @example hogLength(64, 128) === 3780 */
export function hogLength(width: number, height: number, options: HogOptions = {}): number {
  const { orientations = 9, pixelsPerCell = [8, 8], cellsPerBlock = [2, 2] } = options;
  const rows = Math.floor(height / pixelsPerCell[0]) - cellsPerBlock[0] + 1;
  const columns = Math.floor(width / pixelsPerCell[1]) - cellsPerBlock[1] + 1;
  return Math.max(rows, 0) * Math.max(columns, 0) * cellsPerBlock[0] * cellsPerBlock[1] * orientations;
}
