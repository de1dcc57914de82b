import type { BackwardStep } from "@/lib/engine/autograd";
import type { GraphNode } from "../../expression";
import { tapeOf, usesOf, walk, type Way } from "../../walk";

/** What is asked: the slope of a node along one of its inputs, or ∂L/∂node. */
export type Asked =
  { readonly of: "local"; readonly from: number; readonly input: number } | { readonly of: "total"; readonly node: number };

/** A graph with its forward values, and what is to be filled in. */
export interface View {
  readonly nodes: readonly GraphNode[];
  readonly asked: readonly Asked[];
}

export interface Answer {
  /** Entry i is the number for `asked[i]`. */
  readonly values: readonly (number | null)[];
}

const found = (
  { asked }: View,
  { grads, steps }: { readonly grads: readonly number[]; readonly steps: readonly BackwardStep[] },
): number[] =>
  asked.map((each) =>
    each.of === "total" ? grads[each.node] : steps.find(({ from, input }) => from === each.from && input === each.input)!.local,
  );

/** What the engine's tape says. */
export const valuesOf = (view: View): number[] => found(view, tapeOf(view.nodes));
/** What another way back says. */
export const valuesBy = (view: View, way: Partial<Way>): number[] => found(view, walk(view.nodes, way));

/** Where something is used twice the idea is at stake; an input is what a learner would train. */
function weightOf({ nodes }: View, asked: Asked): number {
  if (asked.of === "local") return 1;
  return usesOf(nodes, asked.node) > 1 ? 4 : nodes[asked.node].inputs.length === 0 ? 2 : 1;
}

/** Points of whole-number answers: right is exactly right. */
export const pointsOf = (view: View, truth: readonly number[], { values }: Answer) =>
  view.asked.map((asked, i) => ({ correct: values[i] === truth[i], total: weightOf(view, asked) }));

/** How far the nearest gate is from turning: a ReLU's input from 0, the two of a maximum from each other. */
export const slackOf = ({ nodes }: View): number =>
  nodes.reduce((least, { op, inputs }) => {
    const [a, b] = inputs.map((i) => nodes[i].value);
    return op === "relu" ? Math.min(least, Math.abs(a)) : op === "max" ? Math.min(least, Math.abs(a - b)) : least;
  }, Infinity);
