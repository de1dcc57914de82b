import type { BackwardStep } from "@/lib/engine/autograd";
import type { Text } from "@/lib/challenges/text";
import { josa, num } from "@/lib/words";
import { ruleOf, type GraphNode } from "../../expression";
import { tapeOf } from "../../walk";
import type { Asked, View } from "./instance";

/** A factor: a negative one in brackets. */
const wrapped = (value: number): string => (value < 0 ? `(${num(value)})` : num(value));

/** "∂L/∂p"; of an arrow "p → L: ∂L/∂p", for the last arrow's slope has the name of a total. */
export const askedName = ({ nodes }: View, asked: Asked): string => {
  const [of, by] = asked.of === "total" ? [nodes.length - 1, asked.node] : [asked.from, nodes[asked.from].inputs[asked.input]];
  const slope = `∂${nodes[of].name}/∂${nodes[by].name}`;
  return asked.of === "total" ? slope : `${nodes[by].name} → ${nodes[of].name}: ${slope}`;
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
  if (asked.of === "local") {
    const { from, input } = asked;
    const { local } = steps.find((step) => step.from === from && step.input === input)!;
    const rule = `${nodes[from].name} = ${ruleOf(nodes, nodes[from])}`;
    const slope = `∂${nodes[from].name}/∂${nodes[nodes[from].inputs[input]].name}`;
    return { ko: `${rule}. 그래서 ${slope} = ${num(local)}.`, en: `${rule}, so ${slope} = ${num(local)}.` };
  }
  const users = [...new Set(steps.filter(({ to }) => to === asked.node).map(({ from }) => nodes[from].name))].join(", ");
  const sum = `${askedName(view, asked)} = ${sumOf(steps, asked.node)} = ${num(grads[asked.node])}`;
  return { ko: `${josa(users, "으로/로")}부터 와요. ${sum}.`, en: `It comes from ${users}. ${sum}.` };
}
