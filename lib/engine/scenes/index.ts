export { CLASS_NAMES, SPRITE_ASPECT, VOC_CLASSES, type VocClass } from "./classes";
export { scoreCloud, type Candidate, type CloudOptions } from "./cloud";
export { drawScene, type Scene, type SceneObject, type SceneOptions } from "./scene";
