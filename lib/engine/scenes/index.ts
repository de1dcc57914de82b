export { CLASS_NAMES, SPRITE_ASPECT, VOC_CLASSES, type VocClass } from "./classes";
export { confusedClass, distinctScores, scatter, scoreCloud, type Candidate, type CloudOptions } from "./cloud";
export { drawScene, type Scene, type SceneObject, type SceneOptions } from "./scene";
