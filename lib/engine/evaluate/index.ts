export type { Detection, GroundTruth } from "./types";
export {
  areaUnderEnvelope,
  averagePrecision,
  interpolatedAp,
  precisionEnvelope,
  precisionRecall,
  type ApRule,
  type PrCurve,
  type RecallComparison,
} from "./curve";
export { hitsOf, matchDetections, type ClassMatches, type MatchedDetection, type MatchOptions, type MatchRule } from "./matching";
export { evaluateVoc, type VocClassResult, type VocOptions, type VocResult } from "./voc";
export { cocoSummary, evaluateCoco, type CocoOptions, type CocoResult, type CocoSummary } from "./coco";
export {
  errorSplit,
  FALSE_POSITIVE_TYPES,
  type ErrorType,
  type ErrorSplit,
  type ErrorSplitOptions,
  type ExplainedDetection,
  type FalsePositiveType,
} from "./error-split";
