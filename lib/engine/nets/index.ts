export type { BackwardPass, ForwardPass, Layer, LayerSpec, LayerWeights, Network, NetworkSpec, Padding, ReluRule, Tensor } from "./types";
export { createNetwork, foldBatchNorm, sizeOf } from "./build";
export { forward, planeMeans } from "./forward";
export { softmax } from "./softmax";
export { randomizeLayers, weightedLayers } from "./randomize";
export { backward, type Seeds } from "./backward";
export { reluBack } from "./relu";
export { fieldBox, receptiveFields, stackFields, windowAxis, type Field, type ReceptiveField, type WindowSpec } from "./geometry";
