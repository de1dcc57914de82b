/** The losses as TF.js ops that train: their own entry, so that `index.ts` brings no TF.js along. */
export { sigmoidCrossEntropyTensor, softmaxCrossEntropyTensor } from "./cross-entropy.gpu";
export { sigmoidFocalLossTensor } from "./focal-loss.gpu";
export { huberTensor, smoothL1Tensor } from "./smooth-l1.gpu";
export { giouLossTensor } from "./giou-loss.gpu";
export { yoloLossTensor } from "./yolo-loss.gpu";
export { centernetFocalLossTensor } from "./centernet-loss.gpu";
