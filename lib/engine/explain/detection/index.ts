export { BOX_SIDES, DETECTION_NUMBERS, type Detect, type DetectionNumber } from "./numbers";
export { detectionSimilarity, dRise, riseMask, type Rise, type RiseOptions } from "./rise";
export { findAgain, occludeDetection, type DetectionMaps, type OccludeOptions } from "./occlude";
export { detectionTargets, hasDetectionTargets, type DetectionTargets } from "./targets";
