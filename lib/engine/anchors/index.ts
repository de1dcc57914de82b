export { anchorBox, gridAnchors, gridSize, type GridOptions } from "./grid";
export {
  anchorCoverage,
  coverageScore,
  evaluateAnchorChoice,
  reachesScore,
  searchAnchorSet,
  type AnchorChoice,
  type AnchorCoverage,
  type AnchorSearch,
  type AnchorSearchResult,
} from "./coverage";
export { gridCoverage } from "./gridCoverage";
export {
  cellAnchors,
  generateAnchors,
  legacyCellAnchors,
  legacyGridAnchors,
  pyramidSizes,
  retinaNetAnchors,
  retinaNetSizes,
  roundHalfEven,
  type AnchorGeneratorOptions,
  type LegacyAnchorOptions,
  type LevelAnchors,
} from "./generator";
export { defaultBoxes, ssd300Boxes, ssd300FeatureSides, ssdScales, SSD300, type DefaultBoxes, type DefaultBoxOptions } from "./ssd";
