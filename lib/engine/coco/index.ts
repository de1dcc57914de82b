export { COCO_CLASSES } from "./classes";
export { letterbox, letterboxPixels, type Letterbox } from "./letterbox";
