import { EngineInputError } from "../errors";
import type { DenseLayer, Layer } from "../nets/types";
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
 * Class activation map: Σ_k w[c, k] · A_k over the maps before global average pooling, no bias, no ReLU
 * (Zhou et al., arXiv:1512.04150, equation 2). Its mean plus the class's bias is the logit.
 * @throws EngineInputError when the network does not end in gap → dense.
 */
export const cam: Method<CamOptions, Cam> = ({ network, pass }, { classIndex }) => {
  const dense = network.layers.at(-1);
  const before = dense?.from.map((i): Layer | undefined => network.layers[i])[0];
  if (!isDense(dense) || before?.type !== "gap" || before.from[0] < 0) {
    throw new EngineInputError("network", "must end in global average pooling and one dense layer", dense?.type);
  }
  if (!Number.isInteger(classIndex) || classIndex < 0 || classIndex >= dense.shape[0]) {
    throw new EngineInputError("classIndex", `must be an integer in 0..${dense.shape[0] - 1}`, classIndex);
  }
  const layer = network.layers[before.from[0]].name;
  const maps = pass.activations[layer];
  const weights = dense.weight.slice(classIndex * maps.shape[0], (classIndex + 1) * maps.shape[0]);
  return { map: weightedSum(maps, weights), layer, weights };
};

function isDense(layer: Layer | undefined): layer is DenseLayer {
  return layer?.type === "dense";
}
