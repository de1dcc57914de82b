// Written by `npm run gen` from the folders of content/topics. Do not edit.
import { seal, type SealedChallenge } from "@/lib/challenges/seal";

/** Loads a kind's pure functions on demand, for the browser: what it starts with must not grow with the catalogue. */
export const kindLoaders: Readonly<Record<string, () => Promise<SealedChallenge>>> = {
  "anchor-labels": async () => seal((await import("@/content/topics/anchor-boxes/challenges/anchor-labels/challenge")).challenge),
  "place-anchors": async () => seal((await import("@/content/topics/anchor-boxes/challenges/place-anchors/challenge")).challenge),
  "cam-mixer": async () => seal((await import("@/content/topics/cam/challenges/cam-mixer/challenge")).challenge),
  "roi-pool": async () => seal((await import("@/content/topics/fast-r-cnn/challenges/roi-pool/challenge")).challenge),
  "two-losses": async () => seal((await import("@/content/topics/fast-r-cnn/challenges/two-losses/challenge")).challenge),
  "focal-gamma": async () => seal((await import("@/content/topics/focal-loss/challenges/focal-gamma/challenge")).challenge),
  "gradcam-layer": async () => seal((await import("@/content/topics/grad-cam/challenges/gradcam-layer/challenge")).challenge),
  "gradcam-regions": async () => seal((await import("@/content/topics/grad-cam/challenges/gradcam-regions/challenge")).challenge),
  "guided-signal": async () => seal((await import("@/content/topics/guided-backprop/challenges/guided-signal/challenge")).challenge),
  "hog-cell": async () => seal((await import("@/content/topics/hog-svm/challenges/hog-cell/challenge")).challenge),
  "svm-margin": async () => seal((await import("@/content/topics/hog-svm/challenges/svm-margin/challenge")).challenge),
  "iou-draw": async () => seal((await import("@/content/topics/iou/challenges/iou-draw/challenge")).challenge),
  "iou-estimate": async () => seal((await import("@/content/topics/iou/challenges/iou-estimate/challenge")).challenge),
  "nms-survivors": async () => seal((await import("@/content/topics/nms/challenges/nms-survivors/challenge")).challenge),
  "nms-threshold": async () => seal((await import("@/content/topics/nms/challenges/nms-threshold/challenge")).challenge),
  "pr-curve": async () => seal((await import("@/content/topics/object-detection/challenges/pr-curve/challenge")).challenge),
  "detector-race": async () => seal((await import("@/content/topics/one-vs-two-stage/challenges/detector-race/challenge")).challenge),
  "rcnn-labels": async () => seal((await import("@/content/topics/r-cnn/challenges/rcnn-labels/challenge")).challenge),
  "family-tree": async () => seal((await import("@/content/topics/r-cnn-family/challenges/family-tree/challenge")).challenge),
  "retina-decode": async () => seal((await import("@/content/topics/retinanet/challenges/retina-decode/challenge")).challenge),
  "box-decode": async () => seal((await import("@/content/topics/rpn/challenges/box-decode/challenge")).challenge),
  "rpn-funnel": async () => seal((await import("@/content/topics/rpn/challenges/rpn-funnel/challenge")).challenge),
  "selective-search-merge": async () => seal((await import("@/content/topics/selective-search/challenges/selective-search-merge/challenge")).challenge),
  "hard-negatives": async () => seal((await import("@/content/topics/ssd/challenges/hard-negatives/challenge")).challenge),
  "ssd-which-map": async () => seal((await import("@/content/topics/ssd/challenges/ssd-which-map/challenge")).challenge),
  "yolo-decode": async () => seal((await import("@/content/topics/yolo/challenges/yolo-decode/challenge")).challenge),
  "yolo-responsible": async () => seal((await import("@/content/topics/yolo/challenges/yolo-responsible/challenge")).challenge),
};
