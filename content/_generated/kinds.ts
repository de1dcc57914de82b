// Written by `npm run gen` from the folders of content/topics. Do not edit.
import { seal, type SealedChallenge } from "@/lib/challenges/seal";
import { challenge as anchorLabels } from "@/content/topics/anchor-boxes/challenges/anchor-labels/challenge";
import { challenge as placeAnchors } from "@/content/topics/anchor-boxes/challenges/place-anchors/challenge";
import { challenge as autogradGraph } from "@/content/topics/autograd/challenges/autograd-graph/challenge";
import { challenge as transposeShapes } from "@/content/topics/autograd/challenges/transpose-shapes/challenge";
import { challenge as camMixer } from "@/content/topics/cam/challenges/cam-mixer/challenge";
import { challenge as detrMatching } from "@/content/topics/detr/challenges/detr-matching/challenge";
import { challenge as roiPool } from "@/content/topics/fast-r-cnn/challenges/roi-pool/challenge";
import { challenge as twoLosses } from "@/content/topics/fast-r-cnn/challenges/two-losses/challenge";
import { challenge as filterResponse } from "@/content/topics/filter-weights/challenges/filter-response/challenge";
import { challenge as focalGamma } from "@/content/topics/focal-loss/challenges/focal-gamma/challenge";
import { challenge as fpnLevel } from "@/content/topics/fpn/challenges/fpn-level/challenge";
import { challenge as fpnMerge } from "@/content/topics/fpn/challenges/fpn-merge/challenge";
import { challenge as gradcamLayer } from "@/content/topics/grad-cam/challenges/gradcam-layer/challenge";
import { challenge as gradcamRegions } from "@/content/topics/grad-cam/challenges/gradcam-regions/challenge";
import { challenge as guidedSignal } from "@/content/topics/guided-backprop/challenges/guided-signal/challenge";
import { challenge as hogCell } from "@/content/topics/hog-svm/challenges/hog-cell/challenge";
import { challenge as svmMargin } from "@/content/topics/hog-svm/challenges/svm-margin/challenge";
import { challenge as iouDraw } from "@/content/topics/iou/challenges/iou-draw/challenge";
import { challenge as iouEstimate } from "@/content/topics/iou/challenges/iou-estimate/challenge";
import { challenge as nmsSurvivors } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { challenge as nmsThreshold } from "@/content/topics/nms/challenges/nms-threshold/challenge";
import { challenge as prCurve } from "@/content/topics/object-detection/challenges/pr-curve/challenge";
import { challenge as centerSplat } from "@/content/topics/objects-as-points/challenges/center-splat/challenge";
import { challenge as centernetPeaks } from "@/content/topics/objects-as-points/challenges/centernet-peaks/challenge";
import { challenge as occlusionBudget } from "@/content/topics/occlusion/challenges/occlusion-budget/challenge";
import { challenge as detectorRace } from "@/content/topics/one-vs-two-stage/challenges/detector-race/challenge";
import { challenge as rcnnLabels } from "@/content/topics/r-cnn/challenges/rcnn-labels/challenge";
import { challenge as familyTree } from "@/content/topics/r-cnn-family/challenges/family-tree/challenge";
import { challenge as retinaDecode } from "@/content/topics/retinanet/challenges/retina-decode/challenge";
import { challenge as boxDecode } from "@/content/topics/rpn/challenges/box-decode/challenge";
import { challenge as rpnFunnel } from "@/content/topics/rpn/challenges/rpn-funnel/challenge";
import { challenge as whichSaliency } from "@/content/topics/saliency-backprop/challenges/which-saliency/challenge";
import { challenge as selectiveSearchMerge } from "@/content/topics/selective-search/challenges/selective-search-merge/challenge";
import { challenge as hardNegatives } from "@/content/topics/ssd/challenges/hard-negatives/challenge";
import { challenge as ssdWhichMap } from "@/content/topics/ssd/challenges/ssd-which-map/challenge";
import { challenge as yoloDecode } from "@/content/topics/yolo/challenges/yolo-decode/challenge";
import { challenge as yoloResponsible } from "@/content/topics/yolo/challenges/yolo-responsible/challenge";

/** Every challenge kind by name: for the grading threads. A browser takes kindLoaders.ts. */
export const kinds: Readonly<Record<string, SealedChallenge>> = {
  "anchor-labels": seal(anchorLabels),
  "place-anchors": seal(placeAnchors),
  "autograd-graph": seal(autogradGraph),
  "transpose-shapes": seal(transposeShapes),
  "cam-mixer": seal(camMixer),
  "detr-matching": seal(detrMatching),
  "roi-pool": seal(roiPool),
  "two-losses": seal(twoLosses),
  "filter-response": seal(filterResponse),
  "focal-gamma": seal(focalGamma),
  "fpn-level": seal(fpnLevel),
  "fpn-merge": seal(fpnMerge),
  "gradcam-layer": seal(gradcamLayer),
  "gradcam-regions": seal(gradcamRegions),
  "guided-signal": seal(guidedSignal),
  "hog-cell": seal(hogCell),
  "svm-margin": seal(svmMargin),
  "iou-draw": seal(iouDraw),
  "iou-estimate": seal(iouEstimate),
  "nms-survivors": seal(nmsSurvivors),
  "nms-threshold": seal(nmsThreshold),
  "pr-curve": seal(prCurve),
  "center-splat": seal(centerSplat),
  "centernet-peaks": seal(centernetPeaks),
  "occlusion-budget": seal(occlusionBudget),
  "detector-race": seal(detectorRace),
  "rcnn-labels": seal(rcnnLabels),
  "family-tree": seal(familyTree),
  "retina-decode": seal(retinaDecode),
  "box-decode": seal(boxDecode),
  "rpn-funnel": seal(rpnFunnel),
  "which-saliency": seal(whichSaliency),
  "selective-search-merge": seal(selectiveSearchMerge),
  "hard-negatives": seal(hardNegatives),
  "ssd-which-map": seal(ssdWhichMap),
  "yolo-decode": seal(yoloDecode),
  "yolo-responsible": seal(yoloResponsible),
};
