export { ScenePicture, type FinePixels, type ScenePictureProps } from "./ScenePicture";
export { SceneLayer, type SceneLayerProps } from "./SceneLayer";
export { useSeen } from "./seen";
export { SeenSwitch } from "./SeenSwitch";
export { useRecordedDrawing } from "./recorded";
export { vectorOf } from "./address";
