/** The sanity check of explanations (Adebayo et al., arXiv:1810.03292): throw the weights away, layer by layer, and look again. */
import type { NdArray } from "../boxes/types";
import { randomizeLayers, weightedLayers, type Network, type Tensor } from "../nets";
import { createGpuNetwork } from "../nets/network.gpu";
import { rankCorrelation } from "./checks";
import { inBatches, type LongRun } from "./long-run";
import { resizeBilinear, toUnitRange } from "./maps";
import { channelMaximum } from "./saliency";
import { structuralSimilarity } from "./similarity";
import { explainOnGpu, type GpuMethod } from "./subject.gpu";
import type { Explanation } from "./subject";
import type { TargetSpec } from "./target-spec";

export interface SanityOptions extends LongRun {
  readonly seed: string | number;
  /** How many layers, from the top, are drawn anew at most. Default: all with weights. */
  readonly layers?: number;
}

/** One method's map after some layers lost their weights. */
export interface SanityMap {
  /** [H, W] of the image, 0 … 1: sizes, without signs. */
  readonly map: Tensor;
  /** Spearman's rank correlation with the trained network's map; 0 for a flat map. */
  readonly rank: number;
  /** Structural similarity with it. */
  readonly ssim: number;
}

export interface SanityStep<Name extends string> {
  /** Layers drawn anew, last first; none in the first step. */
  readonly randomized: readonly string[];
  readonly maps: Readonly<Record<Name, SanityMap>>;
}

/**
 * Cascading randomization (section 3): first the trained network, then with its last layer drawn anew (same standard deviation, biases 0), then
 * the last two, … down to the first. A method whose map stays alike does not explain the weights.
 * @param methods by name; signed and many-channel maps are reduced to their size, the largest over channels
 * @throws Aborted between steps when asked to stop
 */
export async function sanityCheck<Name extends string>(
  network: Network,
  image: NdArray,
  target: TargetSpec,
  methods: Readonly<Record<Name, GpuMethod<object, Explanation>>>,
  options: SanityOptions,
): Promise<SanityStep<Name>[]> {
  const names = weightedLayers(network).slice(0, options.layers);
  const [, height, width] = network.inputShape;
  const steps: SanityStep<Name>[] = [];
  await inBatches(names.length + 1, 1, options, async (count) => {
    const randomized = names.slice(0, count);
    const gpu = createGpuNetwork(count === 0 ? network : randomizeLayers(network, randomized, options.seed));
    try {
      const maps = {} as Record<Name, SanityMap>;
      for (const name of Object.keys(methods) as Name[]) {
        const { map } = await explainOnGpu(methods[name], { gpu, image, target }, {});
        const size = sizes(map, height, width);
        const first = steps[0]?.maps[name].map ?? size;
        maps[name] = { map: size, rank: rankCorrelation(first.data, size.data), ssim: structuralSimilarity(first, size) };
      }
      steps.push({ randomized, maps });
    } finally {
      gpu.dispose();
    }
  });
  return steps;
}

function sizes(map: Tensor, height: number, width: number): Tensor {
  const flat = map.shape.length === 3 ? channelMaximum(map, Math.abs) : { shape: map.shape, data: map.data.map(Math.abs) };
  return toUnitRange(resizeBilinear(flat, height, width));
}
