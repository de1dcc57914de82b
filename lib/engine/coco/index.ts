export { COCO_CLASSES } from "./classes";
export { featureLayers, type FeatureLayer } from "./feature-layers";
export { parseGraph, type Graph, type GraphNode, type Operation } from "./graph";
export { boxToPicture, boxToSquare, letterbox, letterboxPixels, MARGIN, type Letterbox } from "./letterbox";
export {
  BOX_NUMBERS,
  boxNumberAt,
  boxOfSides,
  findPeaks,
  INPUT_SIDE,
  MAP_SIDE,
  MAP_STRIDE,
  type BoxNumber,
  type Cell,
  type CocoOptions,
  type Peak,
  type PeakOptions,
  type Sides,
} from "./peaks";
