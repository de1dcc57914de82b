export { imageFromRgba, toGrey, type PixelImage } from "./image";
export { gaussianBlur, gaussianHalfKernel } from "./gaussian";
export { toColourSpace, type ColourSpace } from "./colour-space";
export { felzenszwalb, type FelzenszwalbOptions, type Segmentation } from "./felzenszwalb";
export { groupRegions, regionSimilarity, type MergeStep, type Similarities, type SimilarityValues } from "./grouping";
export { regionTable, tableWith, type RegionTable } from "./region-table";
export {
  selectiveSearch,
  selectiveSearchTrace,
  type Proposals,
  type SelectiveSearchOptions,
  type SelectiveSearchTrace,
} from "./selective-search";
export { hog, hogLength, type BlockNorm, type GradientField, type Hog, type HogOptions } from "./hog";
export { binAngle, blockBox, blockVector, cellBox, cellHistogram, hogGlyphs, type GlyphCells } from "./hog-view";
export { hogScorer } from "./hog-scan";
export {
  svmAccuracy,
  svmDecision,
  svmObjective,
  trainLinearSvm,
  type LinearModel,
  type SvmEpoch,
  type SvmLoss,
  type SvmOptions,
  type SvmResult,
} from "./svm";
export {
  imagePyramid,
  resizeImage,
  scanPyramid,
  slidingWindows,
  type PyramidLevel,
  type PyramidOptions,
  type ScoredWindows,
  type WindowScorer,
  type WindowSize,
} from "./windows";
