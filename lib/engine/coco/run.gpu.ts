/** Runs a parsed graph with TF.js forward operations only, on any backend, and keeps what the reverse pass needs. */
import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import { convolutionBack, depthwiseBack, reduceTo, resizeBack, resizeMatrix } from "./adjoints.gpu";
import type { Graph, GraphNode } from "./graph";

/** Every kept tensor of one forward pass. */
export interface GraphPass {
  /** The tensor of a kept node; it belongs to the pass. */
  value(name: string): tf.Tensor4D;
  /**
   * ∂(Σ signal · y)/∂v for the nodes asked for, y the value of `from`. Needs a pass that is reversible and kept `from` and these nodes.
   * Nodes that `from` does not depend on get zeros. The results belong to the caller.
   * @throws EngineInputError when the signal's shape is not the node's
   */
  backward(from: string, signal: tf.Tensor4D, wanted: readonly string[]): ReadonlyMap<string, tf.Tensor4D>;
  /** Frees one node's value, where nothing reads it any more. */
  forget(name: string): void;
  dispose(): void;
}

export interface GraphRunner {
  readonly graph: Graph;
  /**
   * One forward pass. @param keep the names of the nodes whose values are read later; others are freed on the way
   * @param reversibleFrom also keeps what `backward` from these nodes reads: two fifths of all values, since sums and linear layers pass
   * a signal on unseen
   * @throws EngineInputError when the picture's shape is not the graph's (the batch is free)
   */
  run(pictures: tf.Tensor4D, keep: readonly string[], reversibleFrom?: readonly string[]): GraphPass;
  dispose(): void;
}

/** Puts the graph's constants on the current backend. */
export function createRunner(graph: Graph): GraphRunner {
  const constants = new Map<string, tf.Tensor>();
  for (const [name, { shape, data }] of graph.constants) constants.set(name, tf.tensor(data, [...shape], "float32"));
  const readers = new Map<string, number>();
  for (const node of graph.nodes) for (const name of node.inputs) readers.set(name, (readers.get(name) ?? 0) + 1);
  const inputShape = (graph.byName.get(graph.input) as GraphNode).shape;

  return {
    graph,
    dispose: () => constants.forEach((tensor) => tensor.dispose()),
    run(pictures, keep, reversibleFrom = []) {
      if (pictures.shape.slice(1).join() !== inputShape.slice(1).join())
        throw new EngineInputError("pictures", `must have the shape [n, ${inputShape.slice(1)}]`, `[${pictures.shape}]`);
      const values = new Map<string, tf.Tensor>();
      const kept = new Set([...keep, ...readInReverse(graph, reversibleFrom)]);
      const left = new Map(readers);
      for (const node of graph.nodes) {
        if (node.operation.kind === "const") continue;
        const inputs = node.inputs.map((name) => values.get(name) ?? (constants.get(name) as tf.Tensor));
        values.set(
          node.name,
          tf.tidy(() => (node.operation.kind === "input" ? tf.clone(pictures) : forward(node, inputs))),
        );
        for (const name of [...node.inputs, node.name]) {
          if (name !== node.name) left.set(name, (left.get(name) as number) - 1);
          if ((left.get(name) ?? 0) > 0 || kept.has(name)) continue;
          values.get(name)?.dispose();
          values.delete(name);
        }
      }
      return {
        value(name) {
          const value = values.get(name);
          if (!value) throw new EngineInputError("name", "must be a node whose value was kept", name);
          return value as tf.Tensor4D;
        },
        forget(name) {
          values.get(name)?.dispose();
          values.delete(name);
        },
        backward: (from, signal, wanted) => reverse(graph, values, constants, from, signal, wanted),
        dispose: () => values.forEach((tensor) => tensor.dispose()),
      };
    },
  };
}

/** The nodes whose values the reverse pass from `from` reads: rectifiers' outputs, and each factor of a product for the other's sake. */
function readInReverse({ nodes, constants }: Graph, from: readonly string[]): readonly string[] {
  const reached = new Set(from);
  for (const { name, inputs } of [...nodes].reverse()) if (reached.has(name)) inputs.forEach((input) => reached.add(input));
  return nodes.flatMap(({ name, operation, inputs }) => {
    if (!reached.has(name)) return [];
    switch (operation.kind) {
      case "relu":
      case "relu6":
      case "sigmoid":
        return [name];
      case "mul":
        return inputs.filter((_, i) => !constants.has(inputs[1 - i]));
      case "conv":
        return operation.activation === "linear" ? [] : [name];
      default:
        return [];
    }
  });
}

function forward({ name, operation, shape }: GraphNode, inputs: readonly tf.Tensor[]): tf.Tensor {
  const x = inputs[0] as tf.Tensor4D;
  switch (operation.kind) {
    case "identity":
      return tf.clone(x);
    case "relu":
      return tf.relu(x);
    case "relu6":
      return tf.relu6(x);
    case "sigmoid":
      return tf.sigmoid(x);
    case "add":
      return tf.add(x, inputs[1]);
    case "mul":
      return tf.mul(x, inputs[1]);
    case "mean":
      return tf.mean(x, [1, 2], true);
    case "concat":
      return tf.concat(inputs as tf.Tensor4D[], 3);
    case "resize":
      return tf.image.resizeBilinear(x, [shape[1], shape[2]], false, false);
    case "conv": {
      const { depthwise, stride, padding, bias, activation } = operation;
      const settings = {
        x,
        filter: inputs[1] as tf.Tensor4D,
        strides: stride,
        pad: padding,
        ...(bias ? { bias: inputs[2] } : {}),
        activation,
      };
      return depthwise ? tf.fused.depthwiseConv2d(settings) : tf.fused.conv2d(settings);
    }
    default:
      throw new EngineInputError(name, "has no value of its own", operation.kind);
  }
}

/** Reverse mode: signals are summed where a node is read several times, and freed once passed on. */
function reverse(
  graph: Graph,
  values: ReadonlyMap<string, tf.Tensor>,
  constants: ReadonlyMap<string, tf.Tensor>,
  from: string,
  signal: tf.Tensor4D,
  wanted: readonly string[],
): ReadonlyMap<string, tf.Tensor4D> {
  const value = (name: string): tf.Tensor => {
    const tensor = values.get(name) ?? constants.get(name);
    if (!tensor) throw new EngineInputError("name", "must be a node whose value was kept", name);
    return tensor;
  };
  if (signal.shape.join() !== value(from).shape.join())
    throw new EngineInputError("signal", `must have the shape [${value(from).shape}]`, `[${signal.shape}]`);
  wanted.forEach(value);
  const [batch] = signal.shape;
  const shapeOf = (name: string): readonly number[] =>
    constants.get(name)?.shape ?? [batch, ...(graph.byName.get(name) as GraphNode).shape.slice(1)];
  // Only nodes that lead to a wanted one need a signal.
  const target = new Set(wanted);
  const leads = new Set<string>();
  for (const node of graph.nodes) if (target.has(node.name) || node.inputs.some((name) => leads.has(name))) leads.add(node.name);

  const signals = new Map<string, tf.Tensor>([[from, tf.clone(signal)]]);
  for (let i = graph.nodes.length - 1; i >= 0; i--) {
    const node = graph.nodes[i];
    const dy = signals.get(node.name);
    if (!dy || !leads.has(node.name)) continue;
    node.inputs.forEach((name, index) => {
      if (!leads.has(name)) return;
      const sum = tf.tidy(() => {
        const part = backwardOf(node, index, dy, { value, shapes: node.inputs.map(shapeOf) });
        const before = signals.get(name);
        return before ? tf.add(before, part) : part;
      });
      signals.get(name)?.dispose();
      signals.set(name, sum);
    });
    if (target.has(node.name)) continue;
    dy.dispose();
    signals.delete(node.name);
  }
  const results = new Map<string, tf.Tensor4D>();
  for (const name of target) results.set(name, (signals.get(name) ?? tf.zerosLike(value(name))) as tf.Tensor4D);
  for (const [name, tensor] of signals) if (!target.has(name)) tensor.dispose();
  return results;
}

/** What a node's reverse step may read: values that `readInReverse` names, and the shapes of its inputs. */
interface Around {
  readonly value: (name: string) => tf.Tensor;
  readonly shapes: readonly (readonly number[])[];
}

/** ∂L/∂(input `index`) from dy = ∂L/∂y. */
function backwardOf({ name, operation, inputs }: GraphNode, index: number, dy: tf.Tensor, { value, shapes }: Around): tf.Tensor {
  const shape = shapes[index] as [number, number, number, number];
  switch (operation.kind) {
    case "identity":
      return tf.clone(dy);
    case "relu":
    case "relu6":
      return passed(operation.kind, dy, value(name));
    case "sigmoid":
      return tf.mul(dy, tf.mul(value(name), tf.sub(1, value(name))));
    case "add":
      return reduceTo(dy, shape);
    case "mul":
      return reduceTo(tf.mul(dy, value(inputs[1 - index])), shape);
    case "mean":
      return tf.mul(tf.div(dy, shape[1] * shape[2]), tf.ones(shape));
    case "concat": {
      const before = shapes.slice(0, index).reduce((sum, [, , , channels]) => sum + channels, 0);
      return tf.slice(dy as tf.Tensor4D, [0, 0, 0, before], [-1, -1, -1, shape[3]]);
    }
    case "resize":
      return resizeBack(dy as tf.Tensor4D, resizeMatrix(shape[1], dy.shape[1]!), resizeMatrix(shape[2], dy.shape[2]!));
    case "conv": {
      if (index !== 0) throw new EngineInputError(name, "gradients of weights are not computed", index);
      const { depthwise, stride, padding, activation } = operation;
      const signal = (activation === "linear" ? dy : passed(activation, dy, value(name))) as tf.Tensor4D;
      return (depthwise ? depthwiseBack : convolutionBack)(signal, value(inputs[1]) as tf.Tensor4D, shape, stride, padding);
    }
    default:
      throw new EngineInputError(name, "has no gradient", operation.kind);
  }
}

/** A rectifier lets the signal through where its output lies strictly between its ends. */
function passed(kind: "relu" | "relu6", dy: tf.Tensor, y: tf.Tensor): tf.Tensor {
  // y (6 − y) > 0 just where 0 < y < 6.
  return tf.mul(dy, tf.step(kind === "relu" ? y : tf.mul(y, tf.sub(6, y))));
}
