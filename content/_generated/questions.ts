// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { Question } from "@/lib/questions";
import { questions as anchorBoxes } from "@/content/topics/anchor-boxes/questions";
import { questions as autograd } from "@/content/topics/autograd/questions";
import { questions as cam } from "@/content/topics/cam/questions";
import { questions as detr } from "@/content/topics/detr/questions";
import { questions as fastRCnn } from "@/content/topics/fast-r-cnn/questions";
import { questions as filterWeights } from "@/content/topics/filter-weights/questions";
import { questions as focalLoss } from "@/content/topics/focal-loss/questions";
import { questions as fpn } from "@/content/topics/fpn/questions";
import { questions as gradCam } from "@/content/topics/grad-cam/questions";
import { questions as guidedBackprop } from "@/content/topics/guided-backprop/questions";
import { questions as hogSvm } from "@/content/topics/hog-svm/questions";
import { questions as iou } from "@/content/topics/iou/questions";
import { questions as nms } from "@/content/topics/nms/questions";
import { questions as objectDetection } from "@/content/topics/object-detection/questions";
import { questions as objectsAsPoints } from "@/content/topics/objects-as-points/questions";
import { questions as occlusion } from "@/content/topics/occlusion/questions";
import { questions as oneVsTwoStage } from "@/content/topics/one-vs-two-stage/questions";
import { questions as rCnn } from "@/content/topics/r-cnn/questions";
import { questions as rCnnFamily } from "@/content/topics/r-cnn-family/questions";
import { questions as retinanet } from "@/content/topics/retinanet/questions";
import { questions as rpn } from "@/content/topics/rpn/questions";
import { questions as saliencyBackprop } from "@/content/topics/saliency-backprop/questions";
import { questions as selectiveSearch } from "@/content/topics/selective-search/questions";
import { questions as ssd } from "@/content/topics/ssd/questions";
import { questions as yolo } from "@/content/topics/yolo/questions";

/** The review questions of every topic: for the server. A browser takes topicLoaders.ts. */
export const questions: Readonly<Record<string, readonly Question[]>> = {
  "anchor-boxes": anchorBoxes,
  "autograd": autograd,
  "cam": cam,
  "detr": detr,
  "fast-r-cnn": fastRCnn,
  "filter-weights": filterWeights,
  "focal-loss": focalLoss,
  "fpn": fpn,
  "grad-cam": gradCam,
  "guided-backprop": guidedBackprop,
  "hog-svm": hogSvm,
  "iou": iou,
  "nms": nms,
  "object-detection": objectDetection,
  "objects-as-points": objectsAsPoints,
  "occlusion": occlusion,
  "one-vs-two-stage": oneVsTwoStage,
  "r-cnn": rCnn,
  "r-cnn-family": rCnnFamily,
  "retinanet": retinanet,
  "rpn": rpn,
  "saliency-backprop": saliencyBackprop,
  "selective-search": selectiveSearch,
  "ssd": ssd,
  "yolo": yolo,
};
