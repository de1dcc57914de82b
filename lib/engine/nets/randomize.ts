import { EngineInputError } from "../errors";
import { seeded } from "../random";
import { transpose } from "./matrix";
import type { Layer, Network } from "./types";

/**
 * The network with the weights of some layers drawn anew: normal with the layer's own standard deviation, biases 0.
 * "Cascading randomization" names the last layer, then the last two, and so on (Adebayo et al., arXiv:1810.03292, section 3):
 * a map that explains the model must change with it.
 * @throws EngineInputError when a name is not a layer with weights.
 */
export function randomizeLayers(network: Network, names: readonly string[], seed: string | number): Network {
  for (const name of names) {
    const layer = network.layers.find((l) => l.name === name);
    if (layer?.type !== "conv" && layer?.type !== "dense")
      throw new EngineInputError("names", "must name convolutions or dense layers", name);
  }
  return { ...network, layers: network.layers.map((layer) => (names.includes(layer.name) ? redrawn(layer, seed) : layer)) };
}

function redrawn(layer: Layer, seed: string | number): Layer {
  if (layer.type !== "conv" && layer.type !== "dense") return layer;
  const random = seeded(`${seed}/${layer.name}`);
  const n = layer.weight.length;
  const mean = layer.weight.reduce((a, b) => a + b, 0) / n;
  const deviation = Math.sqrt(layer.weight.reduce((sum, w) => sum + (w - mean) ** 2, 0) / n);
  const weight = layer.weight.map(() => deviation * random.normal());
  const bias = new Float64Array(layer.bias.length);
  return layer.type === "conv"
    ? { ...layer, weight, bias, transposed: transpose(weight, layer.shape[0], n / layer.shape[0]) }
    : { ...layer, weight, bias };
}

/** The names of all layers with weights, last first: the order of cascading randomization. */
export function weightedLayers(network: Network): string[] {
  return network.layers.flatMap(({ type, name }) => (type === "conv" || type === "dense" ? [name] : [])).reverse();
}
