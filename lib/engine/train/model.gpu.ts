/** A model in training: one or several layer lists that learn, and variables beside them. */
import * as tf from "@tensorflow/tfjs-core";
import type { ModelParts } from "../detectors/files/weights";
import type { BatchStatistics } from "./batch-norm.gpu";
import type { Slot } from "./optimizer.gpu";
import type { Trainable } from "./trainable.gpu";

/** A learnt variable that belongs to no layer list: a transformer's matrices, queries, positions. */
export interface FreeVariable {
  readonly variable: tf.Variable;
  /** By Muon (matrices [rows, columns] inside the network) or by Adam. */
  readonly muon: boolean;
}

/** Statistics of the batch norms of one step, by network. */
export type StepStatistics = Record<string, Map<string, BatchStatistics>>;

export class TrainableModel {
  /** Everything a checkpoint holds, in a fixed order. The layers of "main" go by their own names, so that models can share them. */
  readonly parts: readonly { readonly name: string; readonly layer: string; readonly variable: tf.Variable }[];

  constructor(
    readonly networks: Readonly<Record<string, Trainable>>,
    readonly free: Readonly<Record<string, FreeVariable>> = {},
  ) {
    const layers = Object.entries(networks).flatMap(([network, trainable]) =>
      trainable.parts.map(({ layer, part, variable }) => {
        const name = network === "main" ? layer : `${network}:${layer}`;
        return { name: `${name}/${part}`, layer: name, variable };
      }),
    );
    this.parts = [
      ...layers,
      ...Object.entries(free).map(([name, { variable }]) => ({ name: `free:${name}`, layer: `free:${name}`, variable })),
    ];
  }

  /** What an optimiser moves. */
  slots(): Slot[] {
    const layers = Object.entries(this.networks).flatMap(([network, trainable]) =>
      trainable.slots().map((slot) => (network === "main" ? slot : { ...slot, name: `${network}:${slot.name}` })),
    );
    return [
      ...layers,
      ...Object.entries(this.free).map(([name, { variable, muon }]) => ({ name: `free:${name}`, variable, muon, rate: 1 })),
    ];
  }

  /** Empty statistics for one step; `forward` of each network fills its own, `absorb` takes them in. */
  statistics(): StepStatistics {
    return Object.fromEntries(Object.keys(this.networks).map((network) => [network, new Map<string, BatchStatistics>()]));
  }

  absorb(statistics: StepStatistics, first: boolean): void {
    for (const [network, trainable] of Object.entries(this.networks)) trainable.absorb(statistics[network], first);
  }

  async export(): Promise<ModelParts> {
    const networks = await Promise.all(
      Object.entries(this.networks).map(async ([network, trainable]) => [network, await trainable.export()] as const),
    );
    const tensors = await Promise.all(
      Object.entries(this.free).map(
        async ([name, { variable }]) => [name, { shape: variable.shape, data: await variable.data() }] as const,
      ),
    );
    return { networks: Object.fromEntries(networks), tensors: Object.fromEntries(tensors) };
  }

  dispose(): void {
    for (const trainable of Object.values(this.networks)) trainable.dispose();
    tf.dispose(Object.values(this.free).map(({ variable }) => variable));
  }
}
