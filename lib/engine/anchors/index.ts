export { anchorBox, gridAnchors, gridSize, type GridOptions } from "./grid";
export {
  anchorCoverage,
  coverageScore,
  evaluateAnchorChoice,
  searchAnchorSet,
  type AnchorChoice,
  type AnchorCoverage,
  type AnchorSearch,
  type AnchorSearchResult,
} from "./coverage";
