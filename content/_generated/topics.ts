// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { Topic } from "@/lib/challenges/topic";
import { topic as anchorBoxes } from "@/content/topics/anchor-boxes/topic";
import { topic as autograd } from "@/content/topics/autograd/topic";
import { topic as cam } from "@/content/topics/cam/topic";
import { topic as detr } from "@/content/topics/detr/topic";
import { topic as fastRCnn } from "@/content/topics/fast-r-cnn/topic";
import { topic as filterWeights } from "@/content/topics/filter-weights/topic";
import { topic as focalLoss } from "@/content/topics/focal-loss/topic";
import { topic as fpn } from "@/content/topics/fpn/topic";
import { topic as gradCam } from "@/content/topics/grad-cam/topic";
import { topic as guidedBackprop } from "@/content/topics/guided-backprop/topic";
import { topic as hogSvm } from "@/content/topics/hog-svm/topic";
import { topic as iou } from "@/content/topics/iou/topic";
import { topic as nms } from "@/content/topics/nms/topic";
import { topic as objectDetection } from "@/content/topics/object-detection/topic";
import { topic as objectsAsPoints } from "@/content/topics/objects-as-points/topic";
import { topic as occlusion } from "@/content/topics/occlusion/topic";
import { topic as oneVsTwoStage } from "@/content/topics/one-vs-two-stage/topic";
import { topic as rCnn } from "@/content/topics/r-cnn/topic";
import { topic as rCnnFamily } from "@/content/topics/r-cnn-family/topic";
import { topic as retinanet } from "@/content/topics/retinanet/topic";
import { topic as rpn } from "@/content/topics/rpn/topic";
import { topic as saliencyBackprop } from "@/content/topics/saliency-backprop/topic";
import { topic as selectiveSearch } from "@/content/topics/selective-search/topic";
import { topic as ssd } from "@/content/topics/ssd/topic";
import { topic as yolo } from "@/content/topics/yolo/topic";

const all: readonly Topic[] = [anchorBoxes, autograd, cam, detr, fastRCnn, filterWeights, focalLoss, fpn, gradCam, guidedBackprop, hogSvm, iou, nms, objectDetection, objectsAsPoints, occlusion, oneVsTwoStage, rCnn, rCnnFamily, retinanet, rpn, saliencyBackprop, selectiveSearch, ssd, yolo];

/** Every topic, by track and place on the map: for the server. A browser takes topicLoaders.ts. */
export const topics: readonly Topic[] = [...all].sort((a, b) => (a.track === b.track ? a.order - b.order : a.track < b.track ? -1 : 1));

/** Challenge kinds of each topic. */
export const kindsOfTopic: Readonly<Record<string, readonly string[]>> = {
  "anchor-boxes": [
    "anchor-labels",
    "place-anchors"
  ],
  "autograd": [
    "autograd-graph",
    "transpose-shapes"
  ],
  "cam": [
    "cam-mixer"
  ],
  "detr": [
    "detr-matching"
  ],
  "fast-r-cnn": [
    "roi-pool",
    "two-losses"
  ],
  "filter-weights": [
    "filter-response"
  ],
  "focal-loss": [
    "focal-gamma"
  ],
  "fpn": [
    "fpn-level",
    "fpn-merge"
  ],
  "grad-cam": [
    "gradcam-layer",
    "gradcam-regions"
  ],
  "guided-backprop": [
    "guided-signal"
  ],
  "hog-svm": [
    "hog-cell",
    "svm-margin"
  ],
  "iou": [
    "iou-draw",
    "iou-estimate"
  ],
  "nms": [
    "nms-survivors",
    "nms-threshold"
  ],
  "object-detection": [
    "pr-curve"
  ],
  "objects-as-points": [
    "center-splat",
    "centernet-peaks"
  ],
  "occlusion": [
    "occlusion-budget"
  ],
  "one-vs-two-stage": [
    "detector-race"
  ],
  "r-cnn": [
    "rcnn-labels"
  ],
  "r-cnn-family": [
    "family-tree"
  ],
  "retinanet": [
    "retina-decode"
  ],
  "rpn": [
    "box-decode",
    "rpn-funnel"
  ],
  "saliency-backprop": [
    "which-saliency"
  ],
  "selective-search": [
    "selective-search-merge"
  ],
  "ssd": [
    "hard-negatives",
    "ssd-which-map"
  ],
  "yolo": [
    "yolo-decode",
    "yolo-responsible"
  ]
};
