export { backbone, BACKBONE_STRIDE_4, BACKBONE_TOP, block, classifierLayers, INPUT_SCALE, INPUT_SHAPE, INPUT_SHIFT } from "./backbone";
export { DETECTORS, isDetectorName, type DetectOptions, type DetectorAnswer, type DetectorName, type ZooDetection } from "./detector";
export { fillChannelsLast, networkInput } from "./input";
export { fromHalf, toHalf } from "./files/half";
export { sha256 } from "./files/sha256";
export {
  MODEL_FORMAT,
  ModelFileError,
  packModel,
  unpackModel,
  type ModelFault,
  type ModelFile,
  type ModelParts,
  type StoredModel,
  type StoredTensor,
} from "./files/weights";
export { CENTERNET_OUTPUTS, CENTERNET_STRIDE, centernetLayers } from "./centernet/layers";
export { centerNetTarget, decodeCenterNet, type CenterNetMaps, type CenterNetOptions, type CenterNetTarget } from "./centernet/maps";
export { YOLO_HEAD, yoloLayers } from "./yolo/layers";
export { yoloGrid } from "./yolo/grid";
export { anchorRows } from "./anchored/rows";
export { foregroundScores } from "./anchored/scores";
export { decodeAnchors, type AnchorDecoding, type AnchorPredictions } from "./anchored/decode";
export { SSD_BOXES, SSD_CLASSES, SSD_LEVELS, SSD_WEIGHTS, ssdLayers } from "./ssd/layers";
export { ssdTarget, type SsdTarget } from "./ssd/targets";
export { pyramidLayers, RETINANET_ANCHORS, RETINANET_LEVELS, retinanetHead } from "./retinanet/layers";
export { retinanetTarget, type RetinaNetTarget } from "./retinanet/targets";
export { alignMatrix, type AlignGrid } from "./region/pool-matrix";
export { decodeHead, HEAD_INPUT, REGION_BINS, REGION_CLASSES, regionHead } from "./region/head";
export { bestObjects, sampleRegions, type RegionSampling, type RegionTarget } from "./region/targets";
export { decodeRegions, regionScores, type RegionDecoding, type RegionScores } from "./region/decode";
export { PROPOSALS, PROPOSAL_SIDE, regionProposals } from "./region/proposals";
export { ridgeRegression, type Ridge } from "./region/ridge";
export { plattScaling } from "./region/platt";
export { CROP_CONTEXT, CROP_SIDE, warpCrops } from "./rcnn/crops";
export {
  HOG_CELL,
  HOG_MARGIN,
  hogPyramid,
  objectFeatures,
  placesOf,
  scoreMap,
  templateLength,
  templateOf,
  TEMPLATES,
  windowBox,
  windowFeatures,
  type HogLevel,
  type Template,
} from "./hog-svm/templates";
export { fasterRcnnLayers, RPN_ANCHORS } from "./faster-rcnn/layers";
export { rpnProposals, rpnTarget, type Proposals, type RpnTarget } from "./faster-rcnn/proposals";
