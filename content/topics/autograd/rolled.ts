/** What the simulation asks the engine for, and what comes back. */
import type { BackwardStep, WeightLayout } from "@/lib/engine/autograd";
import type { GraphNode, Values } from "./expression";
import type { Quantity, Sizes } from "./layer";

export interface Typed {
  readonly text: string;
  readonly values: Values;
}
/** An input by three hands: the tape, central differences (null where they cannot be taken), and one nudge of 0.01. */
export interface Check {
  readonly name: string;
  readonly tape: number;
  readonly differences: number | null;
  readonly nudged: number | null;
}
export interface Rolled {
  readonly nodes: readonly GraphNode[];
  readonly grads: readonly number[];
  readonly steps: readonly BackwardStep[];
  readonly checks: readonly Check[];
}
export interface LayerAsked extends Sizes {
  readonly layout: WeightLayout;
}
/** The numbers of a layer, row by row; `made` is what the engine makes of x, W and G. */
export interface Layered {
  readonly x: readonly number[];
  readonly W: readonly number[];
  readonly G: readonly number[];
  readonly made: Readonly<Record<Quantity | "b", readonly number[]>>;
}
