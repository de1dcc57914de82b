import { EngineInputError } from "../errors";
import type { DenseLayer, Layer, Network } from "../nets/types";
import { weightedSum } from "./maps";
import type { Explanation, Method } from "./subject";

export interface CamOptions {
  /** The class c whose dense weights mix the maps. */
  readonly classIndex: number;
}
export interface Cam extends Explanation {
  /** The layer whose maps were mixed: the one before global average pooling. */
  readonly layer: string;
  readonly weights: Float64Array;
}

/**
 * The layer before global average pooling and the dense weights that mix its maps for one class.
 * @throws EngineInputError when the network does not end in gap → dense, or has no such class
 */
export function camHead(network: Network, classIndex: number): { readonly layer: string; readonly weights: Float64Array } {
  const dense = network.layers.at(-1);
  const before = dense?.from.map((i): Layer | undefined => network.layers[i])[0];
  if (!isDense(dense) || before?.type !== "gap" || before.from[0] < 0) {
    throw new EngineInputError("network", "must end in global average pooling and one dense layer", dense?.type);
  }
  if (!Number.isInteger(classIndex) || classIndex < 0 || classIndex >= dense.shape[0]) {
    throw new EngineInputError("classIndex", `must be an integer in 0..${dense.shape[0] - 1}`, classIndex);
  }
  const { name, shape } = network.layers[before.from[0]];
  return { layer: name, weights: dense.weight.slice(classIndex * shape[0], (classIndex + 1) * shape[0]) };
}

/**
 * Class activation map: Σ_k w[c, k] · A_k over the maps before global average pooling, no bias, no ReLU
 * (Zhou et al., arXiv:1512.04150, equation 2). Its mean plus the class's bias is the logit.
 * @throws EngineInputError when the network does not end in gap → dense.
 */
export const cam: Method<CamOptions, Cam> = ({ network, pass }, { classIndex }) => {
  const { layer, weights } = camHead(network, classIndex);
  return { map: weightedSum(pass.activations[layer], weights), layer, weights };
};

function isDense(layer: Layer | undefined): layer is DenseLayer {
  return layer?.type === "dense";
}
