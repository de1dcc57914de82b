/** The layers of the COCO model that a learner may look at, by names that say where they stand. */
import type { Graph } from "./graph";
import { EngineInputError } from "../errors";

export interface FeatureLayer {
  /** "stem", "block-1" … "block-15", "top", then the upward path "merge-16", "merge-8", "merge-4" and "tower". */
  readonly name: string;
  /** The node whose output it is. */
  readonly node: string;
  /** Pixels of the picture a cell. */
  readonly stride: number;
  readonly channels: number;
  /** Cells along a side. */
  readonly side: number;
}

const BLOCKS = 15;
/** Blocks that add their input to their output end in the sum; those that change the size end in the normalised projection. */
const block = (i: number) => `tower_0/MobilenetV3/expanded_conv${i === 0 ? "" : `_${i}`}`;

/**
 * Outputs of the stem, of every MobileNetV3 block (arXiv:1905.02244) and of the head's merges, in the order of the forward pass.
 * The head's layers end in a ReLU, the blocks' outputs are linear and have both signs.
 * @throws EngineInputError when the graph lacks one: it is another model
 */
export function featureLayers(graph: Graph): FeatureLayer[] {
  const pick = (name: string, ...candidates: readonly string[]): FeatureLayer => {
    const node = candidates.find((candidate) => graph.byName.has(candidate));
    if (node === undefined) throw new EngineInputError("graph", "is not the COCO CenterNet: a layer is missing", candidates[0]);
    const shape = graph.byName.get(node)?.shape ?? [];
    const input = graph.byName.get(graph.input)?.shape ?? [];
    return { name, node, stride: input[1] / shape[1], channels: shape[3], side: shape[1] };
  };
  const head = "tower_0/CenternetHead";
  return [
    pick("stem", "tower_0/MobilenetV3/Conv/hard_swish/mul_1"),
    ...Array.from({ length: BLOCKS }, (_, i) => pick(`block-${i + 1}`, `${block(i)}/add`, `${block(i)}/project/BatchNorm/FusedBatchNorm`)),
    pick("top", "tower_0/extern1/hard_swish/mul_1"),
    pick("merge-16", `${head}/Relu`),
    pick("merge-8", `${head}/Relu_1`),
    pick("merge-4", `${head}/Relu_2`),
    pick("tower", `${head}/mul`),
  ];
}
