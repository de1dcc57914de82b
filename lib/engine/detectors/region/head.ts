import { ROI_HEAD_WEIGHTS, type BoxArray } from "../../boxes";
import type { LayerSpec } from "../../nets";
import { VOC_CLASSES } from "../../scenes/classes";
import { decodeAnchors } from "../anchored/decode";
import { foregroundScores } from "../anchored/scores";
import type { ZooDetection } from "../detector";

/** Bins a side that a region is pooled to, from the backbone's top map (128 channels, 8 pixels a cell). */
export const REGION_BINS = 3;
export const REGION_CHANNELS = 128;
const REGION_STRIDE = 8;
/** How `roiAlign` pools: two samples a bin along each axis. */
export const REGION_ALIGN = {
  outputSize: [REGION_BINS, REGION_BINS],
  spatialScale: 1 / REGION_STRIDE,
  samplingRatio: 2,
  aligned: true,
  layout: "NHWC",
} as const;
/** How `roiMaxPool` pools, as the paper has it: rounded to cells, the largest of each bin. */
export const REGION_MAX = { outputSize: [REGION_BINS, REGION_BINS], spatialScale: 1 / REGION_STRIDE, layout: "NHWC" } as const;
/** How regions are cut out of the map. */
export type RegionPooling = "align" | "max";
/** Background comes first: class c has logit c + 1. */
export const REGION_CLASSES = VOC_CLASSES.length + 1;
export const HEAD_INPUT = [REGION_CHANNELS, REGION_BINS, REGION_BINS] as const;

/**
 * What looks at each pooled region: one 3×3 over its nine bins (a dense layer of 128·9 inputs), then 21 logits and one box of four
 * deltas. One box for all classes where Fast R-CNN has one a class: twenty drawings of a class are too few to tell their shapes apart.
 */
export function regionHead(): LayerSpec[] {
  return [
    { type: "conv", name: "region", out: 192, kernel: REGION_BINS, pad: 0 },
    { type: "relu", name: "region/relu" },
    { type: "conv", name: "cls", out: REGION_CLASSES, kernel: 1 },
    { type: "conv", name: "box", out: 4, kernel: 1, inputs: ["region/relu"] },
  ];
}

/** RoIs of one picture with its place in the batch: [n, 5]. @param boxes [n, 4] xyxy pixels */
export function asRois(boxes: BoxArray, image: number): Float64Array {
  const out = new Float64Array((boxes.length / 4) * 5);
  for (let i = 0, o = 0; i < boxes.length; i += 4, o += 5) out.set([image, boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3]], o);
  return out;
}

/** IoU above which the weaker of two boxes of one class is dropped. */
const OVERLAP = 0.4;

/** Detections of one picture from what the head said of its proposals. @param logits [n, 21]  @param deltas [n, 4]  @param proposals [n, 4] */
export function decodeHead(logits: ArrayLike<number>, deltas: BoxArray, proposals: BoxArray, score: number): ZooDetection[] {
  return decodeAnchors(
    { scores: foregroundScores(logits, REGION_CLASSES, 0), deltas, anchors: proposals },
    { weights: ROI_HEAD_WEIGHTS, score, overlap: OVERLAP },
  );
}
