export type { BackwardPass, ForwardPass, Layer, LayerSpec, LayerWeights, Network, NetworkSpec, Padding, ReluRule, Tensor } from "./types";
export { createNetwork, foldBatchNorm, sizeOf } from "./build";
export { forward, planeMeans, softmax } from "./forward";
export { randomizeLayers, weightedLayers } from "./randomize";
export { backward, reluBack, type Seeds } from "./backward";
export { fieldBox, receptiveFields, stackFields, windowAxis, type Field, type ReceptiveField, type WindowSpec } from "./geometry";
