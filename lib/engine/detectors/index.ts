export { classifierLayers, INPUT_SHAPE } from "./backbone";
export { DETECTORS, type DetectOptions, type DetectorAnswer, type DetectorName, type ZooDetection } from "./detector";
export { unpackModel, type ModelFault, type ModelFile, type ModelParts, type StoredModel, type StoredTensor } from "./files/weights";
export { centernetLayers } from "./centernet/layers";
export { yoloLayers } from "./yolo/layers";
