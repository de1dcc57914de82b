/**
 * The TF.js graph format, read into a list of operations that an interpreter can run forwards and backwards.
 * Pure: no TF.js. Only the operations of convolutional detectors are known; everything else is refused by name.
 * Source: the schema of `@tensorflow/tfjs-converter` (tensorflow GraphDef as JSON, strings in base64).
 */
import { EngineInputError } from "../errors";
import { readModelJson, type StoredNode } from "./model-json";
import { readWeights, type StoredArray } from "./weights";

/** What a node computes. Shapes are [batch, rows, columns, channels]. */
export type Operation =
  | { readonly kind: "input" | "const" | "identity" | "relu" | "relu6" | "sigmoid" | "add" | "mul" }
  | {
      readonly kind: "conv";
      readonly depthwise: boolean;
      readonly stride: number;
      readonly padding: "same" | "valid";
      readonly bias: boolean;
      readonly activation: "linear" | "relu" | "relu6";
    }
  /** The mean over rows and columns, kept as 1×1. */
  | { readonly kind: "mean" }
  /** Joined along channels. */
  | { readonly kind: "concat" }
  /** Output cell i reads input coordinate i · in / out (corners not aligned, no half-pixel shift). */
  | { readonly kind: "resize" };

export interface GraphNode {
  readonly name: string;
  readonly operation: Operation;
  /** Names of the nodes it reads: tensors only, settings such as axes are resolved. */
  readonly inputs: readonly string[];
  /** For a batch of one. */
  readonly shape: readonly number[];
}

export interface Graph {
  /** In an order in which every node stands after those it reads. */
  readonly nodes: readonly GraphNode[];
  readonly byName: ReadonlyMap<string, GraphNode>;
  /** Values of the nodes of kind "const". */
  readonly constants: ReadonlyMap<string, StoredArray>;
  readonly input: string;
  readonly outputs: readonly string[];
}

/** How the graph is read for a picture of another size than it was made for: lengths along rows and columns by this factor. */
interface Scale {
  readonly by: number;
}

/**
 * Reads model.json and its weights and keeps what `outputs` depend on.
 * @param json the parsed model.json  @param bytes all weight files, joined in the manifest's order
 * @param outputs names of the nodes wanted
 * @param side of a square picture, where it is to be another than the stored one; what is resized to fixed sizes follows
 * @throws EngineInputError for another format, an unknown operation or attribute, a missing node, a cycle, weights too short
 */
export function parseGraph(json: unknown, bytes: Uint8Array, outputs: readonly string[], side?: number): Graph {
  const stored = readModelJson(json);
  const weights = readWeights(stored.weights, bytes);
  const nodes: GraphNode[] = [];
  const byName = new Map<string, GraphNode>();
  const constants = new Map<string, StoredArray>();
  let input: string | null = null;
  let scale: Scale = { by: 1 };
  for (const name of topologicalOrder(stored.nodes, outputs)) {
    const node = stored.nodes.get(name) as StoredNode;
    // Axes and sizes are read where they are used; a node for them would be a tensor nobody needs.
    if (node.op === "Const" && weights.get(name)?.data instanceof Int32Array) continue;
    const { operation, tensors } = readOperation(node, weights);
    if (operation.kind === "const") constants.set(name, weights.get(name) as StoredArray);
    if (operation.kind === "input") {
      if (input !== null) throw new EngineInputError("json", "must have one input", `${input}, ${name}`);
      input = name;
      if (side !== undefined) scale = { by: side / (node.attr.shape?.dims ?? [])[1] };
    }
    const inputs = tensors.map((i) => byName.get(plain(i)) ?? missing(node, i));
    const made: GraphNode = { name, operation, inputs: inputs.map((i) => i.name), shape: shapeOf(node, operation, inputs, weights, scale) };
    nodes.push(made);
    byName.set(name, made);
  }
  if (input === null) throw new EngineInputError("outputs", "must depend on the picture", outputs.join(", "));
  return { nodes, byName, constants, input, outputs };
}

/** Nodes that `wanted` need, each after its inputs. A stack of our own: graphs may be deeper than the call stack. */
export function topologicalOrder(
  nodes: ReadonlyMap<string, { readonly name: string; readonly input: readonly string[] }>,
  wanted: readonly string[],
): string[] {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const stack = wanted.map((name) => ({ name, leave: false })).reverse();
  while (stack.length > 0) {
    const { name, leave } = stack.pop() as { name: string; leave: boolean };
    if (leave) {
      state.set(name, "done");
      order.push(name);
      continue;
    }
    if (state.get(name) === "done") continue;
    if (state.get(name) === "open") throw new EngineInputError("json", "the graph has a cycle", name);
    const node = nodes.get(name);
    if (!node) throw new EngineInputError("json", "a node is missing", name);
    state.set(name, "open");
    stack.push({ name, leave: true });
    for (const from of [...node.input].reverse()) {
      const next = plain(from);
      if (state.get(next) === "open") throw new EngineInputError("json", "the graph has a cycle", next);
      if (state.get(next) !== "done") stack.push({ name: next, leave: false });
    }
  }
  return order;
}

/** "name:0" is the first output, as "name" is; control inputs ("^name") and further outputs are not supported. */
function plain(reference: string): string {
  if (reference.startsWith("^") || /:[1-9]\d*$/.test(reference))
    throw new EngineInputError("json", "only first outputs of nodes are supported", reference);
  return reference.replace(/:0$/, "");
}

function missing(node: StoredNode, input: string): never {
  throw new EngineInputError(node.name, "reads a node that is no tensor", input);
}

const text = (base64: string) => atob(base64);

function readOperation(node: StoredNode, weights: ReadonlyMap<string, StoredArray>): { operation: Operation; tensors: readonly string[] } {
  const simple = (kind: "input" | "identity" | "relu" | "relu6" | "sigmoid" | "add" | "mul", count: number) => {
    if (node.input.length !== count) throw new EngineInputError(node.name, `must have ${count} inputs`, node.input.length);
    return { operation: { kind }, tensors: node.input };
  };
  switch (node.op) {
    case "Placeholder":
      return simple("input", 0);
    case "Const":
      if (!weights.has(node.name)) throw new EngineInputError("weights", "a constant has no values", node.name);
      return { operation: { kind: "const" }, tensors: [] };
    case "Identity":
      return simple("identity", 1);
    case "Relu":
      return simple("relu", 1);
    case "Relu6":
      return simple("relu6", 1);
    case "Sigmoid":
      return simple("sigmoid", 1);
    case "Add":
    case "AddV2":
      return simple("add", 2);
    case "Mul":
      return simple("mul", 2);
    case "Conv2D":
    case "_FusedConv2D":
      return convolution(node, false);
    case "DepthwiseConv2dNative":
    case "FusedDepthwiseConv2dNative":
      return convolution(node, true);
    case "Mean": {
      const axes = [...integers(node, 1, weights)].sort();
      if (axes.join() !== "1,2" || node.attr.keep_dims?.b !== true)
        throw new EngineInputError(node.name, "only means over rows and columns, kept as 1×1, are supported", `axes ${axes}`);
      return { operation: { kind: "mean" }, tensors: node.input.slice(0, 1) };
    }
    case "ConcatV2": {
      const [axis] = integers(node, node.input.length - 1, weights);
      if (axis !== 3 && axis !== -1) throw new EngineInputError(node.name, "only joining along channels is supported", `axis ${axis}`);
      return { operation: { kind: "concat" }, tensors: node.input.slice(0, -1) };
    }
    case "ResizeBilinear":
      if (node.attr.align_corners?.b || node.attr.half_pixel_centers?.b)
        throw new EngineInputError(node.name, "aligned corners and half-pixel centres are not supported", "true");
      return { operation: { kind: "resize" }, tensors: node.input.slice(0, 1) };
    default:
      throw new EngineInputError(node.name, "unknown operation", node.op);
  }
}

/** The integers of an input that sets an axis or a size. */
function integers(node: StoredNode, index: number, weights: ReadonlyMap<string, StoredArray>): Int32Array {
  const data = weights.get(plain(node.input[index] ?? ""))?.data;
  if (!(data instanceof Int32Array))
    throw new EngineInputError(node.name, `input ${index} must be a constant of integers`, node.input[index]);
  return data;
}

function convolution(node: StoredNode, depthwise: boolean): { operation: Operation; tensors: readonly string[] } {
  const { attr } = node;
  const [, sy, sx] = (attr.strides?.list?.i ?? []).map(Number);
  if (!(sy >= 1) || sy !== sx) throw new EngineInputError(node.name, "strides must be equal", `${sy}, ${sx}`);
  if ((attr.dilations?.list?.i ?? []).some((d) => Number(d) !== 1))
    throw new EngineInputError(node.name, "dilation is not supported", "dilated");
  if (attr.data_format?.s !== undefined && text(attr.data_format.s) !== "NHWC")
    throw new EngineInputError(node.name, "must be NHWC", text(attr.data_format.s));
  const padding = text(attr.padding?.s ?? "").toLowerCase();
  if (padding !== "same" && padding !== "valid") throw new EngineInputError(node.name, "padding must be SAME or VALID", padding);
  const fused = (attr.fused_ops?.list?.s ?? []).map(text);
  const bias = fused[0] === "BiasAdd";
  const [activation = "linear", ...more] = (bias ? fused.slice(1) : fused).map((name) => name.toLowerCase());
  if ((activation !== "linear" && activation !== "relu" && activation !== "relu6") || more.length > 0)
    throw new EngineInputError(node.name, "unknown fused operation", fused.join(", "));
  if (node.input.length !== (bias ? 3 : 2)) throw new EngineInputError(node.name, "wrong number of inputs", node.input.length);
  return { operation: { kind: "conv", depthwise, stride: sy, padding, bias, activation }, tensors: node.input };
}

/** @throws EngineInputError for a side that does not go evenly through the graph's scales */
function whole(node: StoredNode, length: number): number {
  if (!Number.isInteger(length)) throw new EngineInputError("side", `must give ${node.name} whole cells`, length);
  return length;
}

function shapeOf(
  node: StoredNode,
  operation: Operation,
  inputs: readonly GraphNode[],
  weights: ReadonlyMap<string, StoredArray>,
  { by }: Scale,
): readonly number[] {
  const shapes = inputs.map((i) => i.shape);
  switch (operation.kind) {
    case "input": {
      const shape = node.attr.shape?.dims ?? [];
      if (shape.length !== 4 || shape.slice(1).some((s) => !(s >= 1)))
        throw new EngineInputError(node.name, "must have the shape [n, h, w, c]", `[${shape}]`);
      return [1, ...[shape[1] * by, shape[2] * by].map((length) => whole(node, length)), shape[3]];
    }
    case "const":
      return (weights.get(node.name) as StoredArray).shape;
    case "identity":
    case "relu":
    case "relu6":
    case "sigmoid":
      return shapes[0];
    case "add":
    case "mul":
      return broadcast(node.name, shapes[0], shapes[1]);
    case "mean":
      return [shapes[0][0], 1, 1, shapes[0][3]];
    case "concat":
      return [...shapes[0].slice(0, 3), shapes.reduce((sum, s) => sum + s[3], 0)];
    case "resize":
      return [shapes[0][0], ...integers(node, 1, weights).map((length) => whole(node, length * by)), shapes[0][3]];
    case "conv": {
      const [n, h, w, c] = shapes[0];
      const [kh, kw, inside, last] = shapes[1];
      if (inside !== c || (operation.depthwise && last !== 1))
        throw new EngineInputError(node.name, `filter must fit ${c} channels`, `[${shapes[1]}]`);
      const cells = (size: number, k: number) => Math.ceil((operation.padding === "same" ? size : size - k + 1) / operation.stride);
      return [n, cells(h, kh), cells(w, kw), operation.depthwise ? c : last];
    }
  }
}

/** NumPy's rule: aligned from the last axis, sizes equal or 1. */
function broadcast(name: string, a: readonly number[], b: readonly number[]): readonly number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => {
    const x = a[a.length - rank + i] ?? 1;
    const y = b[b.length - rank + i] ?? 1;
    if (x !== y && x !== 1 && y !== 1) throw new EngineInputError(name, "shapes do not fit", `[${a}] and [${b}]`);
    return Math.max(x, y);
  });
}
