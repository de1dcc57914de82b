/**
 * Reverse-mode differentiation over matrices. A node holds its value and, for each input, the rule that turns the gradient G of the
 * node into the input's: as data, so that a lesson can draw it and ask for its shapes. No node is changed by a backward pass.
 */
import { EngineInputError, requireAllFinite, requireFinite, requireLength } from "../errors";
import * as exact from "../exact";
import { sigmoid as logistic, softmaxCrossEntropy as crossEntropyLoss } from "../losses/cross-entropy";
import { multiply } from "../nets/matrix";

/** One factor of a product rule: the upstream gradient or one of the node's inputs. */
export interface Factor {
  readonly of: "upstream" | number;
  readonly transposed: boolean;
}

/** Which axes a gradient is added up over, because the input was repeated along them. */
export type SumOver = "none" | "rows" | "columns" | "all";

/** How the upstream gradient G [the node's shape] becomes one input's gradient. */
export type Pull =
  /** left · right. */
  | { readonly kind: "product"; readonly left: Factor; readonly right: Factor }
  /** G ⊙ local, summed over the repeated axes; local [the node's shape], or one number. */
  | { readonly kind: "elementwise"; readonly local: Float64Array | number; readonly sumOver: SumOver }
  /** Gᵀ. */
  | { readonly kind: "transpose" }
  /** G repeated to the input's shape, times local [the input's shape] or one number. */
  | { readonly kind: "spread"; readonly local: Float64Array | number };

export const MATRIX_OPS = [
  "variable",
  "matmul",
  "add",
  "sub",
  "mul",
  "scale",
  "transpose",
  "relu",
  "tanh",
  "sigmoid",
  "exp",
  "log",
  "sum",
  "mean",
  "linear",
  "softmaxCrossEntropy",
] as const;
export type MatrixOp = (typeof MATRIX_OPS)[number];

export interface Matrix {
  readonly op: MatrixOp;
  readonly inputs: readonly Matrix[];
  /** One an input. */
  readonly pulls: readonly Pull[];
  readonly rows: number;
  readonly columns: number;
  /** [rows, columns], row-major. Not to be changed. */
  readonly data: Float64Array;
  readonly name?: string;
}

/** "out-in": W [out, in], y = x·Wᵀ + b (torch.nn.Linear). "in-out": W [in, out], y = x·W + b (tf.layers.dense). */
export type WeightLayout = "out-in" | "in-out";

const shapeText = (m: Matrix): string => `shape [${m.rows}, ${m.columns}]`;

function node(op: MatrixOp, inputs: readonly Matrix[], pulls: readonly Pull[], rows: number, columns: number, data: Float64Array): Matrix {
  for (let i = 0; i < data.length; i++) {
    if (data[i] - data[i] !== 0)
      throw new EngineInputError("inputs", `${op} leaves double precision at [${Math.floor(i / columns)}, ${i % columns}]`, data[i]);
  }
  return Object.freeze<Matrix>({ op, inputs, pulls, rows, columns, data });
}

/**
 * A matrix whose gradient is wanted; the numbers are copied.
 * @param data rows · columns numbers, row-major
 * @throws EngineInputError when the length disagrees with the shape or a number is not finite
 */
export function matrix(rows: number, columns: number, data: ArrayLike<number>, name?: string): Matrix {
  for (const [argument, value] of [
    ["rows", rows],
    ["columns", columns],
  ] as const) {
    if (!Number.isInteger(value) || value < 1) throw new EngineInputError(argument, "must be a whole number of at least 1", value);
  }
  requireLength("data", data, rows * columns);
  requireAllFinite("data", data);
  return Object.freeze<Matrix>({ op: "variable", inputs: [], pulls: [], rows, columns, data: Float64Array.from(data), name });
}

/** The transposed numbers of a [rows, columns] array. */
export function transposed(data: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) out[j * rows + i] = data[i * columns + j];
  return out;
}

/**
 * A·B, [n, k] · [k, m] → [n, m]. ∂L/∂A = G·Bᵀ, ∂L/∂B = Aᵀ·G.
 * @throws EngineInputError when A's columns are not B's rows
 */
export function matmul(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw new EngineInputError("b", `must have ${a.columns} rows, as many as a has columns`, shapeText(b));
  const data = new Float64Array(a.rows * b.columns);
  multiply(a.data, b.data, data, a.rows, a.columns, b.columns);
  const pulls: Pull[] = [
    { kind: "product", left: { of: "upstream", transposed: false }, right: { of: 1, transposed: true } },
    { kind: "product", left: { of: 0, transposed: true }, right: { of: "upstream", transposed: false } },
  ];
  return node("matmul", [a, b], pulls, a.rows, b.columns, data);
}

/** Aᵀ. The gradient goes back transposed. */
export function transpose(a: Matrix): Matrix {
  return node("transpose", [a], [{ kind: "transpose" }], a.columns, a.rows, transposed(a.data, a.rows, a.columns));
}

/**
 * A fully connected layer as one node. "out-in": y = x·Wᵀ + b, ∂L/∂x = G·W, ∂L/∂W = Gᵀ·x. "in-out": y = x·W + b, ∂L/∂x = G·Wᵀ,
 * ∂L/∂W = xᵀ·G. Either way ∂L/∂b adds G up over the batch.
 * @param x [n, in]  @param weight [out, in] or [in, out]  @param bias [1, out]
 * @example x (1 2), W out-in ((3 4)), b (5): y = 16; with G = 1, ∂L/∂x = (3 4), ∂L/∂W = ((1 2)), ∂L/∂b = 1
 * @throws EngineInputError when the shapes do not fit
 */
export function linear(x: Matrix, weight: Matrix, bias: Matrix, layout: WeightLayout = "out-in"): Matrix {
  const torch = layout === "out-in";
  if (!torch && layout !== "in-out") throw new EngineInputError("layout", 'must be "out-in" or "in-out"', String(layout));
  const [inputs, outputs] = torch ? [weight.columns, weight.rows] : [weight.rows, weight.columns];
  if (inputs !== x.columns) {
    throw new EngineInputError(
      "weight",
      `must have ${x.columns} ${torch ? "columns" : "rows"}, as many as x has columns`,
      shapeText(weight),
    );
  }
  if (bias.rows !== 1 || bias.columns !== outputs) throw new EngineInputError("bias", `must have shape [1, ${outputs}]`, shapeText(bias));
  const data = new Float64Array(x.rows * outputs);
  multiply(x.data, torch ? transposed(weight.data, outputs, inputs) : weight.data, data, x.rows, inputs, outputs);
  for (let i = 0; i < data.length; i++) data[i] += bias.data[i % outputs];
  const upstream = { of: "upstream", transposed: false } as const;
  const pulls: Pull[] = [
    { kind: "product", left: upstream, right: { of: 1, transposed: !torch } },
    torch
      ? { kind: "product", left: { of: "upstream", transposed: true }, right: { of: 0, transposed: false } }
      : { kind: "product", left: { of: 0, transposed: true }, right: upstream },
    { kind: "elementwise", local: 1, sumOver: x.rows > 1 ? "rows" : "none" },
  ];
  return node("linear", [x, weight, bias], pulls, x.rows, outputs, data);
}

/** The axes along which an input of a shape is repeated to reach the result's. */
function repeats(input: Matrix, rows: number, columns: number): SumOver {
  const down = input.rows < rows;
  const across = input.columns < columns;
  return down ? (across ? "all" : "rows") : across ? "columns" : "none";
}

function broadcast(
  op: "add" | "sub" | "mul",
  a: Matrix,
  b: Matrix,
  value: (p: number, q: number) => number,
  local: (side: 0 | 1, p: number, q: number) => number,
  constant: readonly [number, number] | null,
): Matrix {
  const rows = Math.max(a.rows, b.rows);
  const columns = Math.max(a.columns, b.columns);
  if (![a, b].every((m) => (m.rows === rows || m.rows === 1) && (m.columns === columns || m.columns === 1))) {
    throw new EngineInputError("b", `must fit [${a.rows}, ${a.columns}]: equal sides, or 1 where it is repeated`, shapeText(b));
  }
  const data = new Float64Array(rows * columns);
  const locals = constant ? null : [new Float64Array(data.length), new Float64Array(data.length)];
  for (let i = 0, k = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++, k++) {
      const p = a.data[(a.rows === 1 ? 0 : i) * a.columns + (a.columns === 1 ? 0 : j)];
      const q = b.data[(b.rows === 1 ? 0 : i) * b.columns + (b.columns === 1 ? 0 : j)];
      data[k] = value(p, q);
      if (locals) {
        locals[0][k] = local(0, p, q);
        locals[1][k] = local(1, p, q);
      }
    }
  }
  const pulls = [a, b].map((m, side): Pull => ({
    kind: "elementwise",
    local: constant ? constant[side] : locals![side],
    sumOver: repeats(m, rows, columns),
  }));
  return node(op, [a, b], pulls, rows, columns, data);
}

/** A + B, sides of 1 repeated. A repeated input's gradient is added up over the repeats. */
export function add(a: Matrix, b: Matrix): Matrix {
  return broadcast(
    "add",
    a,
    b,
    (p, q) => p + q,
    () => 1,
    [1, 1],
  );
}

/** A − B, sides of 1 repeated. */
export function sub(a: Matrix, b: Matrix): Matrix {
  return broadcast(
    "sub",
    a,
    b,
    (p, q) => p - q,
    (side) => (side === 0 ? 1 : -1),
    [1, -1],
  );
}

/** A ⊙ B, element by element, sides of 1 repeated. */
export function mul(a: Matrix, b: Matrix): Matrix {
  return broadcast(
    "mul",
    a,
    b,
    (p, q) => p * q,
    (side, p, q) => (side === 0 ? q : p),
    null,
  );
}

/** A times one number. */
export function scale(a: Matrix, factor: number): Matrix {
  requireFinite("factor", factor);
  return node(
    "scale",
    [a],
    [{ kind: "elementwise", local: factor, sumOver: "none" }],
    a.rows,
    a.columns,
    a.data.map((v) => v * factor),
  );
}

function each(op: MatrixOp, a: Matrix, value: (v: number) => number, slope: (v: number, out: number) => number): Matrix {
  const data = a.data.map(value);
  return node(op, [a], [{ kind: "elementwise", local: a.data.map((v, i) => slope(v, data[i])), sumOver: "none" }], a.rows, a.columns, data);
}

/** max(0, a) of every entry; slope 0 at 0. */
export const relu = (a: Matrix): Matrix =>
  each(
    "relu",
    a,
    (v) => (v > 0 ? v : 0),
    (v) => (v > 0 ? 1 : 0),
  );
export const tanh = (a: Matrix): Matrix => each("tanh", a, exact.tanh, (_, out) => 1 - out * out);
export const sigmoid = (a: Matrix): Matrix => each("sigmoid", a, logistic, (_, out) => out * (1 - out));
export const exp = (a: Matrix): Matrix => each("exp", a, exact.exp, (_, out) => out);
/** Natural logarithm of every entry. @throws EngineInputError where an entry is not above 0 */
export function log(a: Matrix): Matrix {
  const bad = a.data.findIndex((v) => !(v > 0));
  if (bad >= 0) throw new EngineInputError("a", "log needs numbers above 0", a.data[bad]);
  return each("log", a, exact.log, (v) => 1 / v);
}

function total(op: "sum" | "mean", a: Matrix, over: Exclude<SumOver, "none">): Matrix {
  const rows = over === "columns" ? a.rows : 1;
  const columns = over === "rows" ? a.columns : 1;
  if (!["rows", "columns", "all"].includes(over)) throw new EngineInputError("over", 'must be "rows", "columns" or "all"', String(over));
  const factor = op === "mean" ? (rows * columns) / a.data.length : 1;
  const data = new Float64Array(rows * columns);
  a.data.forEach((v, k) => {
    data[(rows === 1 ? 0 : Math.floor(k / a.columns)) * columns + (columns === 1 ? 0 : k % a.columns)] += v;
  });
  for (let i = 0; i < data.length; i++) data[i] *= factor;
  return node(op, [a], [{ kind: "spread", local: factor }], rows, columns, data);
}

/** Sum over the rows (→ [1, columns]), the columns (→ [rows, 1]) or all (→ [1, 1]). */
export const sum = (a: Matrix, over: Exclude<SumOver, "none"> = "all"): Matrix => total("sum", a, over);
/** Mean, as `sum`. */
export const mean = (a: Matrix, over: Exclude<SumOver, "none"> = "all"): Matrix => total("mean", a, over);

/**
 * Cross-entropy after softmax as one node, [n, classes] → [1, 1]. Its gradient is (softmax − one-hot), over n for "mean".
 * @param labels [n] 0..classes−1
 * @example logits (2 1 0), label 0: 0.407606
 */
export function softmaxCrossEntropy(logits: Matrix, labels: ArrayLike<number>, reduction: "mean" | "sum" = "mean"): Matrix {
  requireLength("labels", labels, logits.rows);
  const { loss, gradient } = crossEntropyLoss(logits.data, labels, logits.columns, { reduction });
  return node("softmaxCrossEntropy", [logits], [{ kind: "spread", local: gradient }], 1, 1, Float64Array.of(loss));
}
