import { requireLength } from "../../errors";
import type { Tensor } from "../../nets";

/**
 * The map of a convolutional head as one row an anchor: [A·k, h, w] → [h·w·A, k], row by row, cell by cell, anchor by anchor, the
 * order of `gridAnchors` and `defaultBoxes`. Channel a·k + j holds number j of the cell's anchor a.
 * @param each numbers an anchor, k
 * @throws EngineInputError when the channels are no multiple of `each`, or the data does not fit the shape
 * @example two anchors of one number on one cell, channels (5, 7) → rows [5], [7]
 */
export function anchorRows({ shape, data }: Tensor, each: number): Float64Array {
  const [channels, height, width] = shape;
  const cells = height * width;
  requireLength("data", data, channels * cells);
  requireLength("channels", { length: channels % each }, 0);
  const rows = new Float64Array(data.length);
  for (let c = 0, i = 0; c < channels; c++) for (let p = 0; p < cells; p++, i++) rows[p * channels + c] = data[i];
  return rows;
}
