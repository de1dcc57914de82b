import type { BackwardStep } from "@/lib/engine/autograd";
import type { Text } from "@/lib/challenges/text";
import { josa, num } from "@/lib/words";
import { ruleOf, type GraphNode } from "../../expression";
import { tapeOf } from "../../walk";
import type { Asked, View } from "./instance";

/** A factor: a negative one in brackets. */
const wrapped = (value: number): string => (value < 0 ? `(${num(value)})` : num(value));

export const askedName = ({ nodes }: View, asked: Asked): string => {
  const [of, by] = asked.of === "total" ? [nodes.length - 1, asked.node] : [asked.from, nodes[asked.from].inputs[asked.input]];
  return `∂${nodes[of].name}/∂${nodes[by].name}`;
};

/** "p = a × b = 6" for each node that is worked out. */
export const linesOf = (nodes: readonly GraphNode[]): string[] =>
  nodes.filter(({ inputs }) => inputs.length > 0).map((node) => `${node.name} = ${ruleOf(nodes, node)} = ${num(node.value)}`);

/** The arithmetic of ∂L/∂node: one product an arrow. */
export const sumOf = (steps: readonly BackwardStep[], node: number): string =>
  steps
    .filter(({ to }) => to === node)
    .map(({ upstream, local }) => `${num(upstream)} × ${wrapped(local)}`)
    .join(" + ");

/** Why an asked number is what it is. */
export function reasonOf(view: View, asked: Asked): Text {
  const { nodes } = view;
  const { grads, steps } = tapeOf(nodes);
  const name = askedName(view, asked);
  if (asked.of === "local") {
    const { from, input } = asked;
    const { local } = steps.find((step) => step.from === from && step.input === input)!;
    const rule = `${nodes[from].name} = ${ruleOf(nodes, nodes[from])}`;
    return { ko: `${rule}. 그래서 ${name} = ${num(local)}.`, en: `${rule}, so ${name} = ${num(local)}.` };
  }
  const users = [...new Set(steps.filter(({ to }) => to === asked.node).map(({ from }) => nodes[from].name))].join(", ");
  const sum = `${name} = ${sumOf(steps, asked.node)} = ${num(grads[asked.node])}`;
  return { ko: `${josa(users, "으로/로")}부터 와요. ${sum}.`, en: `It comes from ${users}. ${sum}.` };
}
