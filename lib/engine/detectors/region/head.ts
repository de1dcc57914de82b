import { VOC_CLASSES } from "../../scenes/classes";
import type { LayerSpec } from "../../nets";
import { block } from "../backbone";

/** Bins along a side of each pooled RoI. */
export const REGION_BINS = 3;
/** [channels, bins, bins]: what the head reads of each RoI. */
export const REGION_INPUT = [128, REGION_BINS, REGION_BINS] as const;
/** Logits [21], background first, and deltas [80]: four for each class. */
export const REGION_OUTPUTS = ["cls", "deltas"] as const;

/**
 * The second stage of Fast and Faster R-CNN: a fully connected layer over the pooled bins (written as a convolution as large as
 * the bins), then two sibling layers. 160 thousand multiplications a RoI.
 * Source: Girshick, arXiv:1504.08083, section 2.1.
 */
export function regionHead(): LayerSpec[] {
  return [
    ...block("region", 128, REGION_BINS, 1, 0),
    { type: "gap", name: "region/vector" },
    { type: "dense", name: "cls", out: VOC_CLASSES.length + 1, inputs: ["region/vector"] },
    { type: "dense", name: "deltas", out: 4 * VOC_CLASSES.length, inputs: ["region/vector"] },
  ];
}
