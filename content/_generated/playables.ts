// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { NoTasks } from "@/lib/challenges/task";
import { playable, type Playable } from "@/lib/ui/play/playable";

/** Loads a kind's pure functions, board and replay on demand. */
export const playables: Readonly<Record<string, () => Promise<Playable>>> = {
  "anchor-labels": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/anchor-boxes/challenges/anchor-labels/challenge"),
      import("@/content/topics/anchor-boxes/challenges/anchor-labels/Board"),
      import("@/content/topics/anchor-boxes/challenges/anchor-labels/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<NoTasks>("anchor-boxes"));
  },
  "place-anchors": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/anchor-boxes/challenges/place-anchors/challenge"),
      import("@/content/topics/anchor-boxes/challenges/place-anchors/Board"),
      import("@/content/topics/anchor-boxes/challenges/place-anchors/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<NoTasks>("anchor-boxes"));
  },
  "autograd-graph": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/autograd/challenges/autograd-graph/challenge"),
      import("@/content/topics/autograd/challenges/autograd-graph/Board"),
      import("@/content/topics/autograd/challenges/autograd-graph/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/autograd/tasks").tasks>("autograd"));
  },
  "transpose-shapes": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/autograd/challenges/transpose-shapes/challenge"),
      import("@/content/topics/autograd/challenges/transpose-shapes/Board"),
      import("@/content/topics/autograd/challenges/transpose-shapes/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/autograd/tasks").tasks>("autograd"));
  },
  "cam-mixer": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/cam/challenges/cam-mixer/challenge"),
      import("@/content/topics/cam/challenges/cam-mixer/Board"),
      import("@/content/topics/cam/challenges/cam-mixer/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/cam/tasks").tasks>("cam"));
  },
  "detr-matching": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/detr/challenges/detr-matching/challenge"),
      import("@/content/topics/detr/challenges/detr-matching/Board"),
      import("@/content/topics/detr/challenges/detr-matching/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/detr/tasks").tasks>("detr"));
  },
  "roi-pool": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/fast-r-cnn/challenges/roi-pool/challenge"),
      import("@/content/topics/fast-r-cnn/challenges/roi-pool/Board"),
      import("@/content/topics/fast-r-cnn/challenges/roi-pool/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/fast-r-cnn/tasks").tasks>("fast-r-cnn"));
  },
  "two-losses": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/fast-r-cnn/challenges/two-losses/challenge"),
      import("@/content/topics/fast-r-cnn/challenges/two-losses/Board"),
      import("@/content/topics/fast-r-cnn/challenges/two-losses/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/fast-r-cnn/tasks").tasks>("fast-r-cnn"));
  },
  "filter-response": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/filter-weights/challenges/filter-response/challenge"),
      import("@/content/topics/filter-weights/challenges/filter-response/Board"),
      import("@/content/topics/filter-weights/challenges/filter-response/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/filter-weights/tasks").tasks>("filter-weights"));
  },
  "focal-gamma": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/focal-loss/challenges/focal-gamma/challenge"),
      import("@/content/topics/focal-loss/challenges/focal-gamma/Board"),
      import("@/content/topics/focal-loss/challenges/focal-gamma/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/focal-loss/tasks").tasks>("focal-loss"));
  },
  "fpn-level": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/fpn/challenges/fpn-level/challenge"),
      import("@/content/topics/fpn/challenges/fpn-level/Board"),
      import("@/content/topics/fpn/challenges/fpn-level/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/fpn/tasks").tasks>("fpn"));
  },
  "fpn-merge": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/fpn/challenges/fpn-merge/challenge"),
      import("@/content/topics/fpn/challenges/fpn-merge/Board"),
      import("@/content/topics/fpn/challenges/fpn-merge/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/fpn/tasks").tasks>("fpn"));
  },
  "gradcam-layer": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/grad-cam/challenges/gradcam-layer/challenge"),
      import("@/content/topics/grad-cam/challenges/gradcam-layer/Board"),
      import("@/content/topics/grad-cam/challenges/gradcam-layer/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/grad-cam/tasks").tasks>("grad-cam"));
  },
  "gradcam-regions": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/grad-cam/challenges/gradcam-regions/challenge"),
      import("@/content/topics/grad-cam/challenges/gradcam-regions/Board"),
      import("@/content/topics/grad-cam/challenges/gradcam-regions/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/grad-cam/tasks").tasks>("grad-cam"));
  },
  "guided-signal": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/guided-backprop/challenges/guided-signal/challenge"),
      import("@/content/topics/guided-backprop/challenges/guided-signal/Board"),
      import("@/content/topics/guided-backprop/challenges/guided-signal/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/guided-backprop/tasks").tasks>("guided-backprop"));
  },
  "hog-cell": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/hog-svm/challenges/hog-cell/challenge"),
      import("@/content/topics/hog-svm/challenges/hog-cell/Board"),
      import("@/content/topics/hog-svm/challenges/hog-cell/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/hog-svm/tasks").tasks>("hog-svm"));
  },
  "svm-margin": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/hog-svm/challenges/svm-margin/challenge"),
      import("@/content/topics/hog-svm/challenges/svm-margin/Board"),
      import("@/content/topics/hog-svm/challenges/svm-margin/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/hog-svm/tasks").tasks>("hog-svm"));
  },
  "iou-draw": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/iou/challenges/iou-draw/challenge"),
      import("@/content/topics/iou/challenges/iou-draw/Board"),
      import("@/content/topics/iou/challenges/iou-draw/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<NoTasks>("iou"));
  },
  "iou-estimate": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/iou/challenges/iou-estimate/challenge"),
      import("@/content/topics/iou/challenges/iou-estimate/Board"),
      import("@/content/topics/iou/challenges/iou-estimate/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<NoTasks>("iou"));
  },
  "nms-survivors": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/nms/challenges/nms-survivors/challenge"),
      import("@/content/topics/nms/challenges/nms-survivors/Board"),
      import("@/content/topics/nms/challenges/nms-survivors/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<NoTasks>("nms"));
  },
  "nms-threshold": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/nms/challenges/nms-threshold/challenge"),
      import("@/content/topics/nms/challenges/nms-threshold/Board"),
      import("@/content/topics/nms/challenges/nms-threshold/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<NoTasks>("nms"));
  },
  "pr-curve": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/object-detection/challenges/pr-curve/challenge"),
      import("@/content/topics/object-detection/challenges/pr-curve/Board"),
      import("@/content/topics/object-detection/challenges/pr-curve/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/object-detection/tasks").tasks>("object-detection"));
  },
  "center-splat": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/objects-as-points/challenges/center-splat/challenge"),
      import("@/content/topics/objects-as-points/challenges/center-splat/Board"),
      import("@/content/topics/objects-as-points/challenges/center-splat/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/objects-as-points/tasks").tasks>("objects-as-points"));
  },
  "centernet-peaks": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/objects-as-points/challenges/centernet-peaks/challenge"),
      import("@/content/topics/objects-as-points/challenges/centernet-peaks/Board"),
      import("@/content/topics/objects-as-points/challenges/centernet-peaks/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/objects-as-points/tasks").tasks>("objects-as-points"));
  },
  "occlusion-budget": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/occlusion/challenges/occlusion-budget/challenge"),
      import("@/content/topics/occlusion/challenges/occlusion-budget/Board"),
      import("@/content/topics/occlusion/challenges/occlusion-budget/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/occlusion/tasks").tasks>("occlusion"));
  },
  "detector-race": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/one-vs-two-stage/challenges/detector-race/challenge"),
      import("@/content/topics/one-vs-two-stage/challenges/detector-race/Board"),
      import("@/content/topics/one-vs-two-stage/challenges/detector-race/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<NoTasks>("one-vs-two-stage"));
  },
  "rcnn-labels": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/r-cnn/challenges/rcnn-labels/challenge"),
      import("@/content/topics/r-cnn/challenges/rcnn-labels/Board"),
      import("@/content/topics/r-cnn/challenges/rcnn-labels/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/r-cnn/tasks").tasks>("r-cnn"));
  },
  "family-tree": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/r-cnn-family/challenges/family-tree/challenge"),
      import("@/content/topics/r-cnn-family/challenges/family-tree/Board"),
      import("@/content/topics/r-cnn-family/challenges/family-tree/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/r-cnn-family/tasks").tasks>("r-cnn-family"));
  },
  "retina-decode": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/retinanet/challenges/retina-decode/challenge"),
      import("@/content/topics/retinanet/challenges/retina-decode/Board"),
      import("@/content/topics/retinanet/challenges/retina-decode/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/retinanet/tasks").tasks>("retinanet"));
  },
  "box-decode": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/rpn/challenges/box-decode/challenge"),
      import("@/content/topics/rpn/challenges/box-decode/Board"),
      import("@/content/topics/rpn/challenges/box-decode/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/rpn/tasks").tasks>("rpn"));
  },
  "rpn-funnel": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/rpn/challenges/rpn-funnel/challenge"),
      import("@/content/topics/rpn/challenges/rpn-funnel/Board"),
      import("@/content/topics/rpn/challenges/rpn-funnel/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/rpn/tasks").tasks>("rpn"));
  },
  "which-saliency": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/saliency-backprop/challenges/which-saliency/challenge"),
      import("@/content/topics/saliency-backprop/challenges/which-saliency/Board"),
      import("@/content/topics/saliency-backprop/challenges/which-saliency/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/saliency-backprop/tasks").tasks>("saliency-backprop"));
  },
  "selective-search-merge": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/selective-search/challenges/selective-search-merge/challenge"),
      import("@/content/topics/selective-search/challenges/selective-search-merge/Board"),
      import("@/content/topics/selective-search/challenges/selective-search-merge/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/selective-search/tasks").tasks>("selective-search"));
  },
  "hard-negatives": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/ssd/challenges/hard-negatives/challenge"),
      import("@/content/topics/ssd/challenges/hard-negatives/Board"),
      import("@/content/topics/ssd/challenges/hard-negatives/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/ssd/tasks").tasks>("ssd"));
  },
  "ssd-which-map": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/ssd/challenges/ssd-which-map/challenge"),
      import("@/content/topics/ssd/challenges/ssd-which-map/Board"),
      import("@/content/topics/ssd/challenges/ssd-which-map/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/ssd/tasks").tasks>("ssd"));
  },
  "yolo-decode": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/yolo/challenges/yolo-decode/challenge"),
      import("@/content/topics/yolo/challenges/yolo-decode/Board"),
      import("@/content/topics/yolo/challenges/yolo-decode/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/yolo/tasks").tasks>("yolo"));
  },
  "yolo-responsible": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("@/content/topics/yolo/challenges/yolo-responsible/challenge"),
      import("@/content/topics/yolo/challenges/yolo-responsible/Board"),
      import("@/content/topics/yolo/challenges/yolo-responsible/Replay"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<typeof import("@/content/topics/yolo/tasks").tasks>("yolo"));
  },
};
