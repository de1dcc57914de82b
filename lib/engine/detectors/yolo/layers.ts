import { VOC_CLASSES } from "../../scenes/classes";
import type { LayerSpec } from "../../nets";
import { backbone, block, INPUT_SHAPE } from "../backbone";

/** YOLOv1's head on EmojiVOC: 7 × 7 cells of 16 pixels, two boxes, twenty classes: a 7×7×30 tensor, as in the paper. */
export const YOLO_HEAD = { S: 7, B: 2, C: VOC_CLASSES.length, imageWidth: INPUT_SHAPE[2], imageHeight: INPUT_SHAPE[1] } as const;

/**
 * YOLOv1 on the backbone: down to 7×7, one more 3×3, then a linear 1×1 to the 30 numbers of each cell. Convolutional where the
 * paper has two dense layers (its last takes 7·7·30·4096 weights: a hundred times this whole model). Output: "grid".
 */
export function yoloLayers(): LayerSpec[] {
  return [
    ...backbone(),
    ...block("down", 128, 3, 2),
    ...block("cells", 128, 3),
    { type: "conv", name: "grid", out: 5 * YOLO_HEAD.B + YOLO_HEAD.C, kernel: 1 },
  ];
}
