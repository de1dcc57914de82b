import { requireLength } from "../../errors";
import type { Tensor } from "../../nets";

/**
 * YOLO's output as the functions of `match/yolo` read it: [30, 7, 7] → [7, 7, 30], every cell's numbers together.
 * @example value c of cell (row, column) lies at (row · 7 + column) · 30 + c
 */
export function yoloGrid({ shape, data }: Tensor): Float64Array {
  const [channels, height, width] = shape;
  const cells = height * width;
  requireLength("data", data, channels * cells);
  const grid = new Float64Array(data.length);
  for (let c = 0, i = 0; c < channels; c++) for (let p = 0; p < cells; p++, i++) grid[p * channels + c] = data[i];
  return grid;
}
