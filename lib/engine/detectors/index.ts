export { backbone, BACKBONE_STRIDE_4, BACKBONE_TOP, CENTERNET_OUTPUTS, CENTERNET_STRIDE, centernetLayers, classifierLayers, INPUT_SHAPE, YOLO_HEAD, yoloLayers } from "./architectures";
export { centerNetTarget, decodeCenterNet, type CenterNetMaps, type CenterNetOptions, type CenterNetTarget } from "./centernet";
export { fromHalf, toHalf } from "./half";
export { fillChannelsLast, networkInput } from "./input";
export { yoloGrid } from "./yolo";
export { sha256 } from "./sha256";
export { MODEL_FORMAT, ModelFileError, packModel, unpackModel, type ModelFault, type ModelFile, type StoredTensor } from "./weights";
