/** The way back over a graph: the engine's, and what becomes of it where somebody walks otherwise. And where its nodes are drawn. */
import { scalar, type BackwardStep, type Scalar } from "@/lib/engine/autograd";
import type { GraphNode } from "./expression";

/** How somebody goes back. The right way is RIGHT; each wrong idea changes one thing. */
export interface Way {
  /** The slope of a node along its k-th input. */
  readonly local: (node: Scalar, k: number, upstream: number) => number;
  /** What is handed on along an arrow. */
  readonly carry: (upstream: number, local: number) => number;
  /** What a node holds after one more has arrived. */
  readonly merge: (before: number, contribution: number) => number;
}
const RIGHT: Way = {
  local: (node, k) => node.local[k],
  carry: (upstream, local) => upstream * local,
  merge: (before, contribution) => before + contribution,
};
/** A program that writes "=" where "+=" belongs. */
export const OVERWRITE: Partial<Way> = { merge: (_, contribution) => contribution };

/** The engine's nodes of a graph that was sent as data. */
export function scalarsOf(nodes: readonly GraphNode[]): Scalar[] {
  const made: Scalar[] = [];
  for (const { op, name, inputs, value } of nodes) {
    const of = inputs.map((i) => made[i]);
    made.push(op === "variable" ? scalar.variable(value, name) : op === "constant" ? scalar.constant(value) : scalar.apply(op, of));
  }
  return made;
}

export interface Walk {
  /** ∂L/∂node as this way has it. */
  readonly grads: readonly number[];
  readonly steps: readonly BackwardStep[];
}

/** The engine's own tape. */
export function tapeOf(nodes: readonly GraphNode[]): Walk {
  const { nodes: lines, steps } = scalar.tape(scalarsOf(nodes)[nodes.length - 1]);
  return { grads: lines.map(({ grad }) => grad), steps };
}

/** The way back in the engine's order, walked otherwise. */
export function walk(nodes: readonly GraphNode[], changed: Partial<Way>): Walk {
  const { local, carry, merge } = { ...RIGHT, ...changed };
  const made = scalarsOf(nodes);
  const grads = nodes.map(() => 0);
  grads[nodes.length - 1] = 1;
  const steps: BackwardStep[] = [];
  for (let from = nodes.length - 1; from >= 0; from--)
    nodes[from].inputs.forEach((to, input) => {
      const upstream = grads[from];
      const slope = local(made[from], input, upstream) + 0;
      const contribution = carry(upstream, slope) + 0;
      grads[to] = merge(grads[to], contribution);
      steps.push({ from, input, to, upstream, local: slope, contribution, total: grads[to] });
    });
  return { grads, steps };
}

/** How often a node is used. */
export const usesOf = (nodes: readonly GraphNode[], node: number): number =>
  nodes.reduce((sum, { inputs }) => sum + inputs.filter((i) => i === node).length, 0);

/** What has arrived everywhere after so many steps; null where nothing has. */
export const gradsAfter = (nodes: readonly GraphNode[], steps: readonly BackwardStep[], count: number): (number | null)[] =>
  nodes.map((_, i) =>
    steps.slice(0, count).reduce<number | null>((held, { to, total }) => (to === i ? total : held), i === nodes.length - 1 ? 1 : null),
  );

/** The column and row of each node: left to right by what it needs, an input right before its first user; no two in one place. */
export function layoutOf(nodes: readonly GraphNode[]): {
  readonly at: readonly (readonly [column: number, row: number])[];
  readonly columns: number;
  readonly rows: number;
} {
  const column = nodes.map(() => 0);
  nodes.forEach(({ inputs }, i) => inputs.forEach((of) => (column[i] = Math.max(column[i], column[of] + 1))));
  nodes.forEach(({ inputs }, i) => {
    if (inputs.length > 0) return;
    const users = nodes.flatMap((node, at) => (node.inputs.includes(i) ? [column[at]] : []));
    if (users.length > 0) column[i] = Math.min(...users) - 1;
  });
  const columns = Math.max(...column) + 1;
  let slot = 0;
  const row = nodes.map(({ inputs }) => (inputs.length === 0 ? slot++ : NaN));
  for (let c = 0; c < columns; c++) {
    const here = nodes.map((_, i) => i).filter((i) => column[i] === c);
    for (const i of here) {
      const { inputs } = nodes[i];
      if (inputs.length > 0) row[i] = inputs.reduce((sum, of) => sum + row[of], 0) / inputs.length;
    }
    here.sort((a, b) => row[a] - row[b] || a - b);
    const middle = here.reduce((sum, i) => sum + row[i], 0) / here.length;
    here.forEach((i, k) => (row[i] = k === 0 ? row[i] : Math.max(row[i], row[here[k - 1]] + 1)));
    const moved = here.reduce((sum, i) => sum + row[i], 0) / here.length - middle;
    here.forEach((i) => (row[i] -= moved));
  }
  const least = Math.min(...row);
  const at = nodes.map((_, i) => [column[i], row[i] - least] as const);
  return { at, columns, rows: Math.max(...at.map(([, r]) => r)) + 1 };
}
