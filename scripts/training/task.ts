import type * as tf from "@tensorflow/tfjs-core";
import type { GpuNetwork } from "@/lib/engine/nets/network.gpu";
import type { LayerSpec } from "@/lib/engine/nets";
import type { OptimizerOptions } from "@/lib/engine/train/optimizer.gpu";
import type { Sources, Split, TestSet } from "./data";

/** Named figures of one test set, e.g. { top1: 0.93 }. */
export type Figures = Readonly<Record<string, number>>;

/** What is particular to a model; the loop, the checkpoints and the card are common to all. */
export interface Task {
  readonly name: string;
  readonly layers: readonly LayerSpec[];
  /** Layers whose outputs the loss reads; they are trained with Adam. */
  readonly outputs: readonly string[];
  readonly bias?: Readonly<Record<string, readonly number[]>>;
  readonly optimizer: OptimizerOptions;
  readonly batch: number;
  readonly steps: number;
  /** A model whose trained layers this one starts from, at half the learning rate. */
  readonly startsFrom?: string;
  /** The scenes of one step as tensors: the pictures first, then whatever the loss needs. The loop disposes them. */
  batchTensors(sources: Sources, seed: string, first: number, count: number): { images: tf.Tensor4D; targets: tf.Tensor[] };
  loss(outputs: readonly tf.Tensor[], targets: readonly tf.Tensor[]): tf.Scalar;
  /** Figures of a finished network (batch norms folded) on `count` scenes. */
  evaluate(network: GpuNetwork, sources: Sources, set: TestSet, split: Split, count: number): Promise<Figures>;
}
