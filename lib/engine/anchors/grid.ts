import { EngineInputError } from "../errors";
import { requireCount, requirePositive } from "../boxes/shape";
import type { BoxXYXY } from "../boxes/types";

/**
 * One anchor: area scale² whatever the ratio, ratio = height / width.
 * w = scale / √ratio, h = scale · √ratio. Source: Faster R-CNN (arXiv:1506.01497) §3.1.1.
 * @param cx centre, pixels  @param cy centre, pixels  @param scale √area, pixels  @param ratio h / w
 * @example anchorBox(0, 0, 64, 4) → [−16, −64, 16, 64]
 * @throws EngineInputError when scale or ratio is not above 0
 */
export function anchorBox(cx: number, cy: number, scale: number, ratio: number): BoxXYXY {
  requirePositive("scale", scale);
  requirePositive("ratio", ratio);
  const root = Math.sqrt(ratio);
  const halfWidth = scale / root / 2;
  const halfHeight = (scale * root) / 2;
  return [cx - halfWidth, cy - halfHeight, cx + halfWidth, cy + halfHeight];
}

export interface GridOptions {
  /** Pixels. */
  imageWidth: number;
  /** Pixels. */
  imageHeight: number;
  /** Pixels between neighbouring anchor centres. */
  stride: number;
  /** √area of the anchors, pixels. */
  scales: readonly number[];
  /** h / w. */
  ratios: readonly number[];
  /**
   * Where the first centre stands. "cell" (default): in the middle of its cell, ((column + ½)·stride, (row + ½)·stride), as
   * SSD, YOLO and the papers' drawings have it. "origin": on pixel 0, (column·stride, row·stride), torchvision's convention.
   */
  centre?: "cell" | "origin";
}

/** Rows and columns of the feature map under a grid: whole cells only, ⌊side / stride⌋, but at least 1. */
export function gridSize(options: Pick<GridOptions, "imageWidth" | "imageHeight" | "stride">): {
  columns: number;
  rows: number;
} {
  requirePositive("imageWidth", options.imageWidth);
  requirePositive("imageHeight", options.imageHeight);
  requirePositive("stride", options.stride);
  return {
    columns: Math.max(1, Math.floor(options.imageWidth / options.stride)),
    rows: Math.max(1, Math.floor(options.imageHeight / options.stride)),
  };
}

/**
 * Anchors of every scale and ratio at every cell, not rounded, not clipped.
 * Order: row by row, column by column, then ratio by ratio, all scales of a ratio together (torchvision's order).
 * @returns Float64Array [rows · columns · ratios · scales, 4] xyxy pixels
 * @example gridAnchors({ imageWidth: 32, imageHeight: 16, stride: 16, scales: [8], ratios: [1] }) → [4,4,12,12, 20,4,28,12]
 * @throws EngineInputError when a number is not above 0 or a list is empty
 */
export function gridAnchors(options: GridOptions): Float64Array {
  const { stride, scales, ratios, centre = "cell" } = options;
  const { columns, rows } = gridSize(options);
  if (scales.length === 0) throw new EngineInputError("scales", "must not be empty", scales);
  if (ratios.length === 0) throw new EngineInputError("ratios", "must not be empty", ratios);
  const cell = ratios.flatMap((ratio) => scales.flatMap((scale) => [...anchorBox(0, 0, scale, ratio)]));
  const start = centre === "cell" ? stride / 2 : 0;
  return tile(cell, columns, rows, stride, stride, start, start);
}

/** Cell anchors shifted to every cell of a map, row by row. @param cell [k, 4] around 0 */
export function tile(
  cell: ArrayLike<number>,
  columns: number,
  rows: number,
  strideX: number,
  strideY: number,
  startX: number,
  startY: number,
): Float64Array {
  requireCount("columns", columns);
  requireCount("rows", rows);
  const out = new Float64Array(columns * rows * cell.length);
  let o = 0;
  for (let row = 0; row < rows; row++) {
    const y = startY + row * strideY;
    for (let column = 0; column < columns; column++) {
      const x = startX + column * strideX;
      for (let k = 0; k < cell.length; k += 4, o += 4) {
        out[o] = cell[k] + x;
        out[o + 1] = cell[k + 1] + y;
        out[o + 2] = cell[k + 2] + x;
        out[o + 3] = cell[k + 3] + y;
      }
    }
  }
  return out;
}
