// Written by `npm run gen` from the folders of content/topics. Do not edit.
import { perfectPlay, type PerfectPlay } from "@/lib/challenges/keyboard";
import { challenge as anchorLabels } from "@/content/topics/anchor-boxes/challenges/anchor-labels/challenge";
import { keyboard as anchorLabelsKeys } from "@/content/topics/anchor-boxes/challenges/anchor-labels/keyboard";
import { challenge as placeAnchors } from "@/content/topics/anchor-boxes/challenges/place-anchors/challenge";
import { keyboard as placeAnchorsKeys } from "@/content/topics/anchor-boxes/challenges/place-anchors/keyboard";
import { challenge as autogradGraph } from "@/content/topics/autograd/challenges/autograd-graph/challenge";
import { keyboard as autogradGraphKeys } from "@/content/topics/autograd/challenges/autograd-graph/keyboard";
import { challenge as transposeShapes } from "@/content/topics/autograd/challenges/transpose-shapes/challenge";
import { keyboard as transposeShapesKeys } from "@/content/topics/autograd/challenges/transpose-shapes/keyboard";
import { challenge as camMixer } from "@/content/topics/cam/challenges/cam-mixer/challenge";
import { keyboard as camMixerKeys } from "@/content/topics/cam/challenges/cam-mixer/keyboard";
import { challenge as detrMatching } from "@/content/topics/detr/challenges/detr-matching/challenge";
import { keyboard as detrMatchingKeys } from "@/content/topics/detr/challenges/detr-matching/keyboard";
import { challenge as roiPool } from "@/content/topics/fast-r-cnn/challenges/roi-pool/challenge";
import { keyboard as roiPoolKeys } from "@/content/topics/fast-r-cnn/challenges/roi-pool/keyboard";
import { challenge as twoLosses } from "@/content/topics/fast-r-cnn/challenges/two-losses/challenge";
import { keyboard as twoLossesKeys } from "@/content/topics/fast-r-cnn/challenges/two-losses/keyboard";
import { challenge as filterResponse } from "@/content/topics/filter-weights/challenges/filter-response/challenge";
import { keyboard as filterResponseKeys } from "@/content/topics/filter-weights/challenges/filter-response/keyboard";
import { challenge as focalGamma } from "@/content/topics/focal-loss/challenges/focal-gamma/challenge";
import { keyboard as focalGammaKeys } from "@/content/topics/focal-loss/challenges/focal-gamma/keyboard";
import { challenge as fpnLevel } from "@/content/topics/fpn/challenges/fpn-level/challenge";
import { keyboard as fpnLevelKeys } from "@/content/topics/fpn/challenges/fpn-level/keyboard";
import { challenge as fpnMerge } from "@/content/topics/fpn/challenges/fpn-merge/challenge";
import { keyboard as fpnMergeKeys } from "@/content/topics/fpn/challenges/fpn-merge/keyboard";
import { challenge as gradcamLayer } from "@/content/topics/grad-cam/challenges/gradcam-layer/challenge";
import { keyboard as gradcamLayerKeys } from "@/content/topics/grad-cam/challenges/gradcam-layer/keyboard";
import { challenge as gradcamRegions } from "@/content/topics/grad-cam/challenges/gradcam-regions/challenge";
import { keyboard as gradcamRegionsKeys } from "@/content/topics/grad-cam/challenges/gradcam-regions/keyboard";
import { challenge as guidedSignal } from "@/content/topics/guided-backprop/challenges/guided-signal/challenge";
import { keyboard as guidedSignalKeys } from "@/content/topics/guided-backprop/challenges/guided-signal/keyboard";
import { challenge as hogCell } from "@/content/topics/hog-svm/challenges/hog-cell/challenge";
import { keyboard as hogCellKeys } from "@/content/topics/hog-svm/challenges/hog-cell/keyboard";
import { challenge as svmMargin } from "@/content/topics/hog-svm/challenges/svm-margin/challenge";
import { keyboard as svmMarginKeys } from "@/content/topics/hog-svm/challenges/svm-margin/keyboard";
import { challenge as iouDraw } from "@/content/topics/iou/challenges/iou-draw/challenge";
import { keyboard as iouDrawKeys } from "@/content/topics/iou/challenges/iou-draw/keyboard";
import { challenge as iouEstimate } from "@/content/topics/iou/challenges/iou-estimate/challenge";
import { keyboard as iouEstimateKeys } from "@/content/topics/iou/challenges/iou-estimate/keyboard";
import { challenge as nmsSurvivors } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { keyboard as nmsSurvivorsKeys } from "@/content/topics/nms/challenges/nms-survivors/keyboard";
import { challenge as nmsThreshold } from "@/content/topics/nms/challenges/nms-threshold/challenge";
import { keyboard as nmsThresholdKeys } from "@/content/topics/nms/challenges/nms-threshold/keyboard";
import { challenge as prCurve } from "@/content/topics/object-detection/challenges/pr-curve/challenge";
import { keyboard as prCurveKeys } from "@/content/topics/object-detection/challenges/pr-curve/keyboard";
import { challenge as centerSplat } from "@/content/topics/objects-as-points/challenges/center-splat/challenge";
import { keyboard as centerSplatKeys } from "@/content/topics/objects-as-points/challenges/center-splat/keyboard";
import { challenge as centernetPeaks } from "@/content/topics/objects-as-points/challenges/centernet-peaks/challenge";
import { keyboard as centernetPeaksKeys } from "@/content/topics/objects-as-points/challenges/centernet-peaks/keyboard";
import { challenge as occlusionBudget } from "@/content/topics/occlusion/challenges/occlusion-budget/challenge";
import { keyboard as occlusionBudgetKeys } from "@/content/topics/occlusion/challenges/occlusion-budget/keyboard";
import { challenge as detectorRace } from "@/content/topics/one-vs-two-stage/challenges/detector-race/challenge";
import { keyboard as detectorRaceKeys } from "@/content/topics/one-vs-two-stage/challenges/detector-race/keyboard";
import { challenge as rcnnLabels } from "@/content/topics/r-cnn/challenges/rcnn-labels/challenge";
import { keyboard as rcnnLabelsKeys } from "@/content/topics/r-cnn/challenges/rcnn-labels/keyboard";
import { challenge as familyTree } from "@/content/topics/r-cnn-family/challenges/family-tree/challenge";
import { keyboard as familyTreeKeys } from "@/content/topics/r-cnn-family/challenges/family-tree/keyboard";
import { challenge as retinaDecode } from "@/content/topics/retinanet/challenges/retina-decode/challenge";
import { keyboard as retinaDecodeKeys } from "@/content/topics/retinanet/challenges/retina-decode/keyboard";
import { challenge as boxDecode } from "@/content/topics/rpn/challenges/box-decode/challenge";
import { keyboard as boxDecodeKeys } from "@/content/topics/rpn/challenges/box-decode/keyboard";
import { challenge as rpnFunnel } from "@/content/topics/rpn/challenges/rpn-funnel/challenge";
import { keyboard as rpnFunnelKeys } from "@/content/topics/rpn/challenges/rpn-funnel/keyboard";
import { challenge as whichSaliency } from "@/content/topics/saliency-backprop/challenges/which-saliency/challenge";
import { keyboard as whichSaliencyKeys } from "@/content/topics/saliency-backprop/challenges/which-saliency/keyboard";
import { challenge as selectiveSearchMerge } from "@/content/topics/selective-search/challenges/selective-search-merge/challenge";
import { keyboard as selectiveSearchMergeKeys } from "@/content/topics/selective-search/challenges/selective-search-merge/keyboard";
import { challenge as hardNegatives } from "@/content/topics/ssd/challenges/hard-negatives/challenge";
import { keyboard as hardNegativesKeys } from "@/content/topics/ssd/challenges/hard-negatives/keyboard";
import { challenge as ssdWhichMap } from "@/content/topics/ssd/challenges/ssd-which-map/challenge";
import { keyboard as ssdWhichMapKeys } from "@/content/topics/ssd/challenges/ssd-which-map/keyboard";
import { challenge as yoloDecode } from "@/content/topics/yolo/challenges/yolo-decode/challenge";
import { keyboard as yoloDecodeKeys } from "@/content/topics/yolo/challenges/yolo-decode/keyboard";
import { challenge as yoloResponsible } from "@/content/topics/yolo/challenges/yolo-responsible/challenge";
import { keyboard as yoloResponsibleKeys } from "@/content/topics/yolo/challenges/yolo-responsible/keyboard";

/** Enters a kind's perfect answer by keys alone, for the browser tests. */
export const keyboards: Readonly<Record<string, PerfectPlay>> = {
  "anchor-labels": perfectPlay(anchorLabels, anchorLabelsKeys),
  "place-anchors": perfectPlay(placeAnchors, placeAnchorsKeys),
  "autograd-graph": perfectPlay(autogradGraph, autogradGraphKeys),
  "transpose-shapes": perfectPlay(transposeShapes, transposeShapesKeys),
  "cam-mixer": perfectPlay(camMixer, camMixerKeys),
  "detr-matching": perfectPlay(detrMatching, detrMatchingKeys),
  "roi-pool": perfectPlay(roiPool, roiPoolKeys),
  "two-losses": perfectPlay(twoLosses, twoLossesKeys),
  "filter-response": perfectPlay(filterResponse, filterResponseKeys),
  "focal-gamma": perfectPlay(focalGamma, focalGammaKeys),
  "fpn-level": perfectPlay(fpnLevel, fpnLevelKeys),
  "fpn-merge": perfectPlay(fpnMerge, fpnMergeKeys),
  "gradcam-layer": perfectPlay(gradcamLayer, gradcamLayerKeys),
  "gradcam-regions": perfectPlay(gradcamRegions, gradcamRegionsKeys),
  "guided-signal": perfectPlay(guidedSignal, guidedSignalKeys),
  "hog-cell": perfectPlay(hogCell, hogCellKeys),
  "svm-margin": perfectPlay(svmMargin, svmMarginKeys),
  "iou-draw": perfectPlay(iouDraw, iouDrawKeys),
  "iou-estimate": perfectPlay(iouEstimate, iouEstimateKeys),
  "nms-survivors": perfectPlay(nmsSurvivors, nmsSurvivorsKeys),
  "nms-threshold": perfectPlay(nmsThreshold, nmsThresholdKeys),
  "pr-curve": perfectPlay(prCurve, prCurveKeys),
  "center-splat": perfectPlay(centerSplat, centerSplatKeys),
  "centernet-peaks": perfectPlay(centernetPeaks, centernetPeaksKeys),
  "occlusion-budget": perfectPlay(occlusionBudget, occlusionBudgetKeys),
  "detector-race": perfectPlay(detectorRace, detectorRaceKeys),
  "rcnn-labels": perfectPlay(rcnnLabels, rcnnLabelsKeys),
  "family-tree": perfectPlay(familyTree, familyTreeKeys),
  "retina-decode": perfectPlay(retinaDecode, retinaDecodeKeys),
  "box-decode": perfectPlay(boxDecode, boxDecodeKeys),
  "rpn-funnel": perfectPlay(rpnFunnel, rpnFunnelKeys),
  "which-saliency": perfectPlay(whichSaliency, whichSaliencyKeys),
  "selective-search-merge": perfectPlay(selectiveSearchMerge, selectiveSearchMergeKeys),
  "hard-negatives": perfectPlay(hardNegatives, hardNegativesKeys),
  "ssd-which-map": perfectPlay(ssdWhichMap, ssdWhichMapKeys),
  "yolo-decode": perfectPlay(yoloDecode, yoloDecodeKeys),
  "yolo-responsible": perfectPlay(yoloResponsible, yoloResponsibleKeys),
};
