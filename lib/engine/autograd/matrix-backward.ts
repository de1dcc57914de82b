import { EngineInputError, requireAllFinite, requireLength } from "../errors";
import { multiply } from "../nets/matrix";
import { transposed, type Factor, type Matrix, type Pull } from "./matrix";
import { postOrder } from "./order";

/**
 * ∂L/∂node for every node the root was made of, [the node's shape].
 * @param seed ∂L/∂root; 1 when the root is a single number
 * @example root = sum(x·Wᵀ): the gradient of W is the sum of x's rows in each of its rows
 * @throws EngineInputError when the root is no single number and there is no seed, or the seed's length is not the root's
 */
export function gradients(root: Matrix, seed?: ArrayLike<number>): Map<Matrix, Float64Array> {
  if (seed === undefined && root.data.length !== 1) {
    throw new EngineInputError("seed", "must be given for a root that is no single number", `shape [${root.rows}, ${root.columns}]`);
  }
  const start = seed === undefined ? Float64Array.of(1) : Float64Array.from(seed);
  requireLength("seed", start, root.data.length);
  requireAllFinite("seed", start);
  const order = postOrder(root);
  const out = new Map<Matrix, Float64Array>(order.map((node) => [node, new Float64Array(node.data.length)]));
  out.set(root, start);
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i];
    const upstream = out.get(node)!;
    node.inputs.forEach((input, k) => {
      const total = out.get(input)!;
      const part = pull(node, k, upstream);
      for (let j = 0; j < total.length; j++) total[j] += part[j];
    });
  }
  return out;
}

/** What a node hands to its input k, [the input's shape]. */
function pull(node: Matrix, k: number, upstream: Float64Array): Float64Array {
  const rule = node.pulls[k];
  const input = node.inputs[k];
  switch (rule.kind) {
    case "transpose":
      return transposed(upstream, node.rows, node.columns);
    case "product": {
      const left = factor(node, rule.left, upstream);
      const right = factor(node, rule.right, upstream);
      const out = new Float64Array(left.rows * right.columns);
      multiply(left.data, right.data, out, left.rows, left.columns, right.columns);
      return out;
    }
    case "elementwise": {
      const out = new Float64Array(input.data.length);
      const { local } = rule;
      for (let at = 0; at < upstream.length; at++) {
        const row = Math.floor(at / node.columns);
        const to = (input.rows === 1 ? 0 : row) * input.columns + (input.columns === 1 ? 0 : at - row * node.columns);
        out[to] += upstream[at] * (typeof local === "number" ? local : local[at]);
      }
      return out;
    }
    case "spread": {
      const out = new Float64Array(input.data.length);
      const { local } = rule;
      for (let at = 0; at < out.length; at++) {
        const row = Math.floor(at / input.columns);
        const from = (node.rows === 1 ? 0 : row) * node.columns + (node.columns === 1 ? 0 : at - row * input.columns);
        out[at] = upstream[from] * (typeof local === "number" ? local : local[at]);
      }
      return out;
    }
  }
}

function factor(node: Matrix, { of, transposed: flip }: Factor, upstream: Float64Array) {
  const source = of === "upstream" ? { rows: node.rows, columns: node.columns, data: upstream } : node.inputs[of];
  return flip ? { rows: source.columns, columns: source.rows, data: transposed(source.data, source.rows, source.columns) } : source;
}

/** One way back along an arrow, as text and shapes. */
export interface TapePull {
  kind: Pull["kind"];
  /** For instance "G · W", "Gᵀ · x", "G ⊙ local, summed over rows"; inputs without a name are called A, B, C. */
  formula: string;
  /** Shapes of what is multiplied, in order, as they stand in the formula; then the result's, which is the input's. */
  shapes: [number, number][];
  /** The local derivative where it is a number or a matrix, else absent. */
  local?: number | number[];
}

/** One line of the tape. Plain JSON. */
export interface MatrixTapeNode {
  /** Its place: inputs come before the nodes that use them, the root is last. */
  id: number;
  op: Matrix["op"];
  name?: string;
  /** ids, in order. */
  inputs: number[];
  shape: [number, number];
  value: number[];
  /** ∂L/∂value, summed over all paths. */
  grad: number[];
  /** One an input. */
  pulls: TapePull[];
}

/**
 * The graph of a root as data, with every gradient and the rule along every arrow.
 * @param seed as in `gradients`
 * @example linear(x [2, 3], W [4, 3], b): pulls "G · W" of [2, 4] and [4, 3], "Gᵀ · x" of [4, 2] and [2, 3], "G, summed over rows"
 */
export function tape(root: Matrix, seed?: ArrayLike<number>): MatrixTapeNode[] {
  const grads = gradients(root, seed);
  const order = [...grads.keys()];
  const idOf = new Map(order.map((node, id) => [node, id]));
  return order.map((node, id) => ({
    id,
    op: node.op,
    ...(node.name === undefined ? {} : { name: node.name }),
    inputs: node.inputs.map((input) => idOf.get(input)!),
    shape: [node.rows, node.columns],
    value: listed(node.data),
    grad: listed(grads.get(node)!),
    pulls: node.pulls.map((rule, k) => describe(node, k, rule)),
  }));
}

function describe(node: Matrix, k: number, rule: Pull): TapePull {
  const own: [number, number] = [node.rows, node.columns];
  const input: [number, number] = [node.inputs[k].rows, node.inputs[k].columns];
  const nameOf = (of: Factor["of"]) => (of === "upstream" ? "G" : (node.inputs[of].name ?? "ABC"[of]));
  const shapeOf = ({ of, transposed: flip }: Factor): [number, number] => {
    const [rows, columns] = of === "upstream" ? own : [node.inputs[of].rows, node.inputs[of].columns];
    return flip ? [columns, rows] : [rows, columns];
  };
  const text = (f: Factor) => `${nameOf(f.of)}${f.transposed ? "ᵀ" : ""}`;
  switch (rule.kind) {
    case "product":
      return {
        kind: rule.kind,
        formula: `${text(rule.left)} · ${text(rule.right)}`,
        shapes: [shapeOf(rule.left), shapeOf(rule.right), input],
      };
    case "transpose":
      return { kind: rule.kind, formula: "Gᵀ", shapes: [input, input] };
    case "elementwise": {
      const how = rule.local === 1 ? "G" : rule.local === -1 ? "−G" : "G ⊙ local";
      const over = rule.sumOver === "none" ? "" : `, summed over ${rule.sumOver === "all" ? "everything" : rule.sumOver}`;
      return { kind: rule.kind, formula: how + over, shapes: [own, input], local: plain(rule.local) };
    }
    case "spread":
      return {
        kind: rule.kind,
        formula: rule.local === 1 ? "G, repeated" : "G, repeated, ⊙ local",
        shapes: [own, input],
        local: plain(rule.local),
      };
  }
}

/** As a list for JSON, which has no −0. */
const listed = (data: Float64Array): number[] => Array.from(data, (v) => v + 0);

const plain = (local: Float64Array | number): number | number[] => (typeof local === "number" ? local : listed(local));
