import type { BoxXYXY } from "../boxes/types";
import type { Tensor } from "../nets";

/** Every detector of the zoo, in the order in which the field found them. */
export const DETECTORS = ["hog-svm", "rcnn", "fast-rcnn", "faster-rcnn", "yolo", "ssd", "retinanet", "centernet", "detr"] as const;
export type DetectorName = (typeof DETECTORS)[number];

export function isDetectorName(name: string): name is DetectorName {
  return (DETECTORS as readonly string[]).includes(name);
}

/** One found object. */
export interface ZooDetection {
  /** Index into VOC_CLASSES. */
  readonly label: number;
  /** In [0, 1], comparable within one detector only. */
  readonly score: number;
  /** Pixels of the picture, clipped to it. */
  readonly box: BoxXYXY;
}

/** What a detector says of one picture. */
export interface DetectorAnswer {
  /** Best first. */
  readonly detections: readonly ZooDetection[];
  /** How often a convolutional network ran over this picture or a crop of it. */
  readonly passes: number;
  /** Intermediate tensors by name, for drawing: maps are [channels, rows, columns], boxes [n, 4] in pixels, scores [n]. */
  readonly parts: Readonly<Record<string, Tensor>>;
}

export interface DetectOptions {
  /** The least score of a detection. Default: the detector's own, meant for showing; evaluation takes less, for the whole curve. */
  readonly score?: number;
}
