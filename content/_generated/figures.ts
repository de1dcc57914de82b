// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { Figures } from "@/lib/challenges/figures";

/** Loads a topic's measured figures; topics without any are not listed. */
export const figures: Readonly<Record<string, () => Promise<{ readonly default: Figures }>>> = {
  "anchor-boxes": () => import("@/content/topics/anchor-boxes/figures.json"),
  "autograd": () => import("@/content/topics/autograd/figures.json"),
  "cam": () => import("@/content/topics/cam/figures.json"),
  "detr": () => import("@/content/topics/detr/figures.json"),
  "fast-r-cnn": () => import("@/content/topics/fast-r-cnn/figures.json"),
  "filter-weights": () => import("@/content/topics/filter-weights/figures.json"),
  "focal-loss": () => import("@/content/topics/focal-loss/figures.json"),
  "fpn": () => import("@/content/topics/fpn/figures.json"),
  "grad-cam": () => import("@/content/topics/grad-cam/figures.json"),
  "guided-backprop": () => import("@/content/topics/guided-backprop/figures.json"),
  "hog-svm": () => import("@/content/topics/hog-svm/figures.json"),
  "nms": () => import("@/content/topics/nms/figures.json"),
  "object-detection": () => import("@/content/topics/object-detection/figures.json"),
  "objects-as-points": () => import("@/content/topics/objects-as-points/figures.json"),
  "occlusion": () => import("@/content/topics/occlusion/figures.json"),
  "one-vs-two-stage": () => import("@/content/topics/one-vs-two-stage/figures.json"),
  "r-cnn": () => import("@/content/topics/r-cnn/figures.json"),
  "r-cnn-family": () => import("@/content/topics/r-cnn-family/figures.json"),
  "retinanet": () => import("@/content/topics/retinanet/figures.json"),
  "rpn": () => import("@/content/topics/rpn/figures.json"),
  "saliency-backprop": () => import("@/content/topics/saliency-backprop/figures.json"),
  "selective-search": () => import("@/content/topics/selective-search/figures.json"),
  "ssd": () => import("@/content/topics/ssd/figures.json"),
  "yolo": () => import("@/content/topics/yolo/figures.json"),
};
