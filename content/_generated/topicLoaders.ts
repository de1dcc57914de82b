// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { Topic } from "@/lib/challenges/topic";
import type { Question } from "@/lib/questions";

/** Loads what a topic says of itself on demand, for the browser. */
export const topicLoaders: Readonly<Record<string, () => Promise<Topic>>> = {
  "anchor-boxes": async () => (await import("@/content/topics/anchor-boxes/topic")).topic,
  "cam": async () => (await import("@/content/topics/cam/topic")).topic,
  "detr": async () => (await import("@/content/topics/detr/topic")).topic,
  "fast-r-cnn": async () => (await import("@/content/topics/fast-r-cnn/topic")).topic,
  "focal-loss": async () => (await import("@/content/topics/focal-loss/topic")).topic,
  "fpn": async () => (await import("@/content/topics/fpn/topic")).topic,
  "grad-cam": async () => (await import("@/content/topics/grad-cam/topic")).topic,
  "guided-backprop": async () => (await import("@/content/topics/guided-backprop/topic")).topic,
  "hog-svm": async () => (await import("@/content/topics/hog-svm/topic")).topic,
  "iou": async () => (await import("@/content/topics/iou/topic")).topic,
  "nms": async () => (await import("@/content/topics/nms/topic")).topic,
  "object-detection": async () => (await import("@/content/topics/object-detection/topic")).topic,
  "objects-as-points": async () => (await import("@/content/topics/objects-as-points/topic")).topic,
  "one-vs-two-stage": async () => (await import("@/content/topics/one-vs-two-stage/topic")).topic,
  "r-cnn": async () => (await import("@/content/topics/r-cnn/topic")).topic,
  "r-cnn-family": async () => (await import("@/content/topics/r-cnn-family/topic")).topic,
  "retinanet": async () => (await import("@/content/topics/retinanet/topic")).topic,
  "rpn": async () => (await import("@/content/topics/rpn/topic")).topic,
  "saliency-backprop": async () => (await import("@/content/topics/saliency-backprop/topic")).topic,
  "selective-search": async () => (await import("@/content/topics/selective-search/topic")).topic,
  "ssd": async () => (await import("@/content/topics/ssd/topic")).topic,
  "yolo": async () => (await import("@/content/topics/yolo/topic")).topic,
};

/** Loads a topic's review questions on demand, for the browser. */
export const questionLoaders: Readonly<Record<string, () => Promise<readonly Question[]>>> = {
  "anchor-boxes": async () => (await import("@/content/topics/anchor-boxes/questions")).questions,
  "cam": async () => (await import("@/content/topics/cam/questions")).questions,
  "detr": async () => (await import("@/content/topics/detr/questions")).questions,
  "fast-r-cnn": async () => (await import("@/content/topics/fast-r-cnn/questions")).questions,
  "focal-loss": async () => (await import("@/content/topics/focal-loss/questions")).questions,
  "fpn": async () => (await import("@/content/topics/fpn/questions")).questions,
  "grad-cam": async () => (await import("@/content/topics/grad-cam/questions")).questions,
  "guided-backprop": async () => (await import("@/content/topics/guided-backprop/questions")).questions,
  "hog-svm": async () => (await import("@/content/topics/hog-svm/questions")).questions,
  "iou": async () => (await import("@/content/topics/iou/questions")).questions,
  "nms": async () => (await import("@/content/topics/nms/questions")).questions,
  "object-detection": async () => (await import("@/content/topics/object-detection/questions")).questions,
  "objects-as-points": async () => (await import("@/content/topics/objects-as-points/questions")).questions,
  "one-vs-two-stage": async () => (await import("@/content/topics/one-vs-two-stage/questions")).questions,
  "r-cnn": async () => (await import("@/content/topics/r-cnn/questions")).questions,
  "r-cnn-family": async () => (await import("@/content/topics/r-cnn-family/questions")).questions,
  "retinanet": async () => (await import("@/content/topics/retinanet/questions")).questions,
  "rpn": async () => (await import("@/content/topics/rpn/questions")).questions,
  "saliency-backprop": async () => (await import("@/content/topics/saliency-backprop/questions")).questions,
  "selective-search": async () => (await import("@/content/topics/selective-search/questions")).questions,
  "ssd": async () => (await import("@/content/topics/ssd/questions")).questions,
  "yolo": async () => (await import("@/content/topics/yolo/questions")).questions,
};
