import { VOC_CLASSES } from "../../scenes/classes";
import type { LayerSpec } from "../../nets";
import { backbone, BACKBONE_STRIDE_4, block } from "../backbone";

/** Pixels a cell of CenterNet's maps. */
export const CENTERNET_STRIDE = 4;
/** CenterNet's three output layers, each on the 28×28 map. */
export const CENTERNET_OUTPUTS = ["heatmap", "offset", "size"] as const;
/** P(centre) that the heatmap's bias starts from, as in focal-loss training (arXiv:1708.02002, §3.3). */
export const CENTERNET_PRIOR = 0.01;

/**
 * CenterNet on the backbone: its top map upsampled to stride 4, a lateral map added, one 3×3, then heatmap (logits, 20 classes),
 * offset (cells) and size (logarithm of cells: always positive, and the same relative error costs the same at every size).
 */
export function centernetLayers(): LayerSpec[] {
  return [
    ...backbone(),
    { type: "conv", name: "top", out: 48, kernel: 1 },
    { type: "batchnorm", name: "top/bn" },
    { type: "upsample", name: "up", factor: 2 },
    { type: "conv", name: "lateral", out: 48, kernel: 1, inputs: [BACKBONE_STRIDE_4] },
    { type: "batchnorm", name: "lateral/bn" },
    { type: "add", name: "merged", inputs: ["up", "lateral/bn"] },
    { type: "relu", name: "merged/relu" },
    ...block("tower", 64, 3),
    { type: "conv", name: "heatmap", out: VOC_CLASSES.length, kernel: 1, inputs: ["tower/relu"] },
    { type: "conv", name: "offset", out: 2, kernel: 1, inputs: ["tower/relu"] },
    { type: "conv", name: "size", out: 2, kernel: 1, inputs: ["tower/relu"] },
  ];
}
