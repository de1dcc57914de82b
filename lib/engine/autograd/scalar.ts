/**
 * Reverse-mode differentiation of expressions over single numbers. A node is plain, frozen data: its operation, its inputs in
 * order, its value and ∂value/∂input for each. Gradients are worked out from a root and handed back; no node is changed.
 * Source: Linnainmaa 1970; Griewank and Walther 2008, ch. 3; micrograd's idea of forward and local derivative side by side.
 */
import { EngineInputError, requireFinite } from "../errors";
import * as exact from "../exact";
import { sigmoid as logistic } from "../losses/cross-entropy";
import { postOrder } from "./order";

interface Definition {
  inputs: 1 | 2;
  value(a: number, b: number): number;
  /** ∂value/∂input for each input, from the inputs and the value. */
  local(a: number, b: number, value: number): number[];
  /** What a (and b) must be, where not every number will do. */
  domain?: { fits(a: number, b: number): boolean; problem: string };
}

/**
 * The operations. At kinks: relu′(0) = 0, abs′(0) = 0, and equal arguments of max or min share the slope, ½ each (as PyTorch).
 * For pow, b is a constant exponent and gets no slope.
 */
const OPERATIONS = {
  add: { inputs: 2, value: (a, b) => a + b, local: () => [1, 1] },
  sub: { inputs: 2, value: (a, b) => a - b, local: () => [1, -1] },
  mul: { inputs: 2, value: (a, b) => a * b, local: (a, b) => [b, a] },
  div: {
    inputs: 2,
    value: (a, b) => a / b,
    local: (a, b, v) => [1 / b, -v / b],
    domain: { fits: (_, b) => b !== 0, problem: "cannot divide by 0" },
  },
  neg: { inputs: 1, value: (a) => -a, local: () => [-1] },
  pow: {
    inputs: 1,
    value: (a, b) => exact.pow(a, b),
    local: (a, b) => [b === 0 ? 0 : b * exact.pow(a, b - 1)],
    domain: {
      fits: (a, b) => a > 0 || (Number.isInteger(b) && (a < 0 || b >= 0)) || (a === 0 && b >= 1),
      problem: "has no value or no slope for this base and exponent",
    },
  },
  square: { inputs: 1, value: (a) => a * a, local: (a) => [2 * a] },
  sqrt: {
    inputs: 1,
    value: (a) => Math.sqrt(a),
    local: (_a, _b, v) => [0.5 / v],
    domain: { fits: (a) => a > 0, problem: "needs a number above 0 (at 0 its slope is infinite)" },
  },
  exp: { inputs: 1, value: (a) => exact.exp(a), local: (_a, _b, v) => [v] },
  log: {
    inputs: 1,
    value: (a) => exact.log(a),
    local: (a) => [1 / a],
    domain: { fits: (a) => a > 0, problem: "needs a number above 0" },
  },
  sin: { inputs: 1, value: (a) => exact.sin(a), local: (a) => [exact.cos(a)] },
  cos: { inputs: 1, value: (a) => exact.cos(a), local: (a) => [-exact.sin(a)] },
  tanh: { inputs: 1, value: (a) => exact.tanh(a), local: (_a, _b, v) => [1 - v * v] },
  sigmoid: { inputs: 1, value: (a) => logistic(a), local: (_a, _b, v) => [v * (1 - v)] },
  relu: { inputs: 1, value: (a) => (a > 0 ? a : 0), local: (a) => [a > 0 ? 1 : 0] },
  abs: { inputs: 1, value: (a) => Math.abs(a), local: (a) => [Math.sign(a)] },
  max: { inputs: 2, value: (a, b) => Math.max(a, b), local: (a, b) => (a === b ? [0.5, 0.5] : a > b ? [1, 0] : [0, 1]) },
  min: { inputs: 2, value: (a, b) => Math.min(a, b), local: (a, b) => (a === b ? [0.5, 0.5] : a < b ? [1, 0] : [0, 1]) },
} as const satisfies Record<string, Definition>;

export type ScalarOp = keyof typeof OPERATIONS;

/** Every operation's name. */
export const SCALAR_OPS = Object.keys(OPERATIONS) as ScalarOp[];

export interface Scalar {
  readonly op: ScalarOp | "variable" | "constant";
  /** In order; the same node may stand twice. */
  readonly inputs: readonly Scalar[];
  readonly value: number;
  /** ∂value/∂inputs[i], at these values. */
  readonly local: readonly number[];
  readonly name?: string;
  /** The constant exponent of pow. */
  readonly exponent?: number;
}

/** How many inputs an operation takes. */
export function arity(op: ScalarOp): 1 | 2 {
  const found = definitionOf(op);
  return found.inputs;
}

function definitionOf(op: ScalarOp): Definition {
  if (!Object.hasOwn(OPERATIONS, op)) throw new EngineInputError("op", `must be one of ${SCALAR_OPS.join(", ")}`, String(op));
  return OPERATIONS[op];
}

/** A number whose gradient is wanted. @throws EngineInputError when value is not finite */
export function variable(value: number, name?: string): Scalar {
  requireFinite("value", value);
  return Object.freeze<Scalar>({ op: "variable", inputs: [], value, local: [], name });
}

/** A fixed number. It has a gradient too, as every node, but nothing follows from it. */
export function constant(value: number): Scalar {
  requireFinite("value", value);
  return Object.freeze<Scalar>({ op: "constant", inputs: [], value, local: [] });
}

/**
 * Applies an operation: computes the value and the local derivatives.
 * @param exponent for pow only, a constant
 * @example apply("mul", [variable(3), variable(4)]): value 12, local [4, 3]
 * @throws EngineInputError for an unknown operation, a wrong number of inputs, a value outside the domain (log 0, x/0) or overflow
 */
export function apply(op: ScalarOp, inputs: readonly Scalar[], exponent?: number): Scalar {
  const definition = definitionOf(op);
  if (inputs.length !== definition.inputs) throw new EngineInputError("inputs", `${op} takes ${definition.inputs}`, inputs.length);
  if (op === "pow") {
    if (exponent === undefined || !Number.isFinite(exponent)) throw new EngineInputError("exponent", "must be a finite number", exponent);
  } else if (exponent !== undefined) {
    throw new EngineInputError("exponent", `${op} takes none`, exponent);
  }
  const a = inputs[0].value;
  const b = exponent ?? inputs[1]?.value ?? 0;
  if (definition.domain && !definition.domain.fits(a, b)) {
    throw new EngineInputError("inputs", `${op} ${definition.domain.problem}`, definition.inputs === 2 || op === "pow" ? `${a}, ${b}` : a);
  }
  const value = definition.value(a, b);
  const local = definition.local(a, b, value);
  if (!Number.isFinite(value) || !local.every(Number.isFinite)) {
    throw new EngineInputError("inputs", `${op} leaves double precision`, definition.inputs === 2 ? `${a}, ${b}` : a);
  }
  return Object.freeze<Scalar>({ op, inputs: [...inputs], value, local, exponent });
}

export const add = (a: Scalar, b: Scalar): Scalar => apply("add", [a, b]);
export const sub = (a: Scalar, b: Scalar): Scalar => apply("sub", [a, b]);
export const mul = (a: Scalar, b: Scalar): Scalar => apply("mul", [a, b]);
export const div = (a: Scalar, b: Scalar): Scalar => apply("div", [a, b]);
export const max = (a: Scalar, b: Scalar): Scalar => apply("max", [a, b]);
export const min = (a: Scalar, b: Scalar): Scalar => apply("min", [a, b]);
export const pow = (a: Scalar, exponent: number): Scalar => apply("pow", [a], exponent);
export const neg = (a: Scalar): Scalar => apply("neg", [a]);
export const square = (a: Scalar): Scalar => apply("square", [a]);
export const sqrt = (a: Scalar): Scalar => apply("sqrt", [a]);
export const exp = (a: Scalar): Scalar => apply("exp", [a]);
export const log = (a: Scalar): Scalar => apply("log", [a]);
export const sin = (a: Scalar): Scalar => apply("sin", [a]);
export const cos = (a: Scalar): Scalar => apply("cos", [a]);
export const tanh = (a: Scalar): Scalar => apply("tanh", [a]);
export const sigmoid = (a: Scalar): Scalar => apply("sigmoid", [a]);
export const relu = (a: Scalar): Scalar => apply("relu", [a]);
export const abs = (a: Scalar): Scalar => apply("abs", [a]);

/** One line of the tape. Plain JSON. */
export interface ScalarTapeNode {
  /** Its place: inputs come before the nodes that use them, the root is last. */
  id: number;
  op: Scalar["op"];
  name?: string;
  exponent?: number;
  /** ids, in order. */
  inputs: number[];
  value: number;
  /** ∂value/∂input, one an input. */
  local: number[];
  /** ∂root/∂value, summed over all paths. */
  grad: number;
}

/** One arrow of the backward pass: what a node hands to one of its inputs. */
export interface BackwardStep {
  from: number;
  /** Which of `from`'s inputs. */
  input: number;
  to: number;
  /** ∂root/∂from, complete by now. */
  upstream: number;
  /** ∂from/∂to along this arrow. */
  local: number;
  /** upstream · local. */
  contribution: number;
  /** ∂root/∂to so far. */
  total: number;
}

export interface ScalarTape {
  nodes: ScalarTapeNode[];
  /** The backward pass in its order: from the root down, each node's inputs from left to right. */
  steps: BackwardStep[];
}

/**
 * The graph of a root as data, with every gradient and the backward pass that found it: ∂root/∂root = 1, then from the root down
 * each node adds upstream · local to each of its inputs. A node used twice is added to twice.
 * @example root = a·a, a = 3: nodes a (grad 6), mul (grad 1); steps 3 + 3
 */
export function tape(root: Scalar): ScalarTape {
  const order = postOrder(root);
  const idOf = new Map(order.map((node, id) => [node, id]));
  const nodes = order.map((node, id): ScalarTapeNode => ({
    id,
    op: node.op,
    ...(node.name === undefined ? {} : { name: node.name }),
    ...(node.exponent === undefined ? {} : { exponent: node.exponent }),
    inputs: node.inputs.map((input) => idOf.get(input)!),
    value: node.value + 0, // −0 becomes 0: JSON has no −0
    local: node.local.map((slope) => slope + 0),
    grad: 0,
  }));
  const steps: BackwardStep[] = [];
  nodes[nodes.length - 1].grad = 1;
  for (let from = nodes.length - 1; from >= 0; from--) {
    const { grad: upstream, inputs, local } = nodes[from];
    inputs.forEach((to, input) => {
      const contribution = upstream * local[input] + 0;
      nodes[to].grad += contribution;
      steps.push({ from, input, to, upstream, local: local[input], contribution, total: nodes[to].grad });
    });
  }
  return { nodes, steps };
}

/**
 * ∂root/∂node for every node the root was made of.
 * @example root = a·b + a, a = 2, b = 5: ∂/∂a 6, ∂/∂b 2
 */
export function gradients(root: Scalar): Map<Scalar, number> {
  const order = postOrder(root);
  const out = new Map<Scalar, number>(order.map((node) => [node, 0]));
  out.set(root, 1);
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i];
    const upstream = out.get(node)!;
    node.inputs.forEach((input, k) => out.set(input, out.get(input)! + upstream * node.local[k]));
  }
  return out;
}
