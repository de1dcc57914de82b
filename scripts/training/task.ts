import type * as tf from "@tensorflow/tfjs-core";
import { INPUT_SHAPE } from "@/lib/engine/detectors/backbone";
import type { ModelParts, StoredModel } from "@/lib/engine/detectors/files/weights";
import type { LayerSpec } from "@/lib/engine/nets";
import type { Random } from "@/lib/engine/random";
import { TrainableModel, type StepStatistics } from "@/lib/engine/train/model.gpu";
import type { OptimizerOptions } from "@/lib/engine/train/optimizer.gpu";
import { Trainable } from "@/lib/engine/train/trainable.gpu";
import type { Sources, Split, TestSet } from "./data";

/** Named figures of one test set, e.g. { top1: 0.93 }. */
export type Figures = Readonly<Record<string, number>>;

interface Model {
  readonly name: string;
  /** A model whose trained layers this one starts from. */
  readonly startsFrom?: string;
  /** Scenes of the final figure. */
  readonly scenes: number;
  /** Figures of a finished model, as it ships, on `count` scenes. */
  evaluate(model: StoredModel, sources: Sources, set: TestSet, split: Split, count: number): Promise<Figures>;
}

/** A model trained step by step; the loop, the checkpoints and the card are common to all. */
export interface Task extends Model {
  readonly optimizer: OptimizerOptions;
  readonly batch: number;
  readonly steps: number;
  /** Layers that are not trained further when they come from another model. */
  readonly frozen?: readonly string[];
  /** The model before training. @param rate multiplies the learning rate of a layer of "main"; 0 freezes it */
  create(random: Random, rate: (layer: string) => number): TrainableModel;
  /** The scenes of one step as tensors: the pictures first, then whatever the loss needs. The loop disposes them. */
  batchTensors(sources: Sources, seed: string, first: number, count: number): { images: tf.Tensor4D; targets: tf.Tensor[] };
  /** Forward pass and loss, called under tf.variableGrads. */
  loss(model: TrainableModel, images: tf.Tensor4D, targets: readonly tf.Tensor[], statistics: StepStatistics): tf.Scalar;
}

/** A model fitted in one go (support vector machines, regressions), perhaps on a trained model's features. */
export interface FitTask extends Model {
  /** @param base the shipped model it starts from  @param report prints a line of progress */
  fit(
    sources: Sources,
    seed: string,
    base: StoredModel | null,
    report: (line: string) => void,
  ): Promise<{ parts: ModelParts; images: number }>;
}

export type AnyTask = Task | FitTask;
export const isFit = (task: AnyTask): task is FitTask => "fit" in task;

export interface SingleNetwork {
  readonly layers: readonly LayerSpec[];
  /** Layers whose outputs the loss reads; they are trained with Adam. */
  readonly outputs: readonly string[];
  /** First values of an output layer's bias. */
  readonly bias?: Readonly<Record<string, readonly number[]>>;
  loss(outputs: readonly tf.Tensor[], targets: readonly tf.Tensor[]): tf.Scalar;
}

/** `create` and `loss` of a model that is one layer list over the picture. */
export function singleNetwork({ layers, outputs, bias, loss }: SingleNetwork): Pick<Task, "create" | "loss"> {
  return {
    create: (random, rate) => new TrainableModel({ main: new Trainable(INPUT_SHAPE, layers, random, { outputs, bias, rate }) }),
    loss: (model, images, targets, statistics) => loss(model.networks.main.forward(images, outputs, statistics.main), targets),
  };
}
