import { gridAnchors } from "../../anchors";
import type { LayerSpec } from "../../nets";
import { backbone, INPUT_SHAPE } from "../backbone";

/** Anchors a cell: three sizes, three ratios, as in the paper (§3.1.1). */
export const RPN_PER_CELL = 9;

/** [1764, 4] xyxy pixels: 14×14 cells of 8 pixels, nine anchors each. */
export const RPN_ANCHORS: Float64Array = gridAnchors({
  imageWidth: INPUT_SHAPE[2],
  imageHeight: INPUT_SHAPE[1],
  stride: 8,
  scales: [18, 32, 56],
  ratios: [0.5, 1, 2],
});

/** Backbone and region proposal network. Outputs: "rpn/cls" [9, 14, 14] logits, "rpn/box" [36, 14, 14] deltas, and the backbone's top map. */
export function fasterRcnnLayers(): LayerSpec[] {
  return [
    ...backbone(),
    { type: "conv", name: "rpn", out: 96, kernel: 3, pad: "same" },
    { type: "relu", name: "rpn/relu" },
    { type: "conv", name: "rpn/cls", out: RPN_PER_CELL, kernel: 1 },
    { type: "conv", name: "rpn/box", out: RPN_PER_CELL * 4, kernel: 1, inputs: ["rpn/relu"] },
  ];
}
