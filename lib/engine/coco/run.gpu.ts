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
   * ∂(Σ signal · y)/∂v for the nodes asked for, y the value of `from`. Needs a pass that kept everything.
   * Nodes that `from` does not depend on get zeros. The results belong to the caller.
   * @throws EngineInputError when the signal's shape is not the node's
   */
  backward(from: string, signal: tf.Tensor4D, wanted: readonly string[]): ReadonlyMap<string, tf.Tensor4D>;
  dispose(): void;
}

export interface GraphRunner {
  readonly graph: Graph;
  /**
   * One forward pass. @param keep "all", or the names of the nodes whose values are read later; others are freed on the way.
   * @throws EngineInputError when the picture's shape is not the graph's (the batch is free)
   */
  run(pictures: tf.Tensor4D, keep: "all" | readonly string[]): GraphPass;
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
    run(pictures, keep) {
      if (pictures.shape.slice(1).join() !== inputShape.slice(1).join())
        throw new EngineInputError("pictures", `must have the shape [n, ${inputShape.slice(1)}]`, `[${pictures.shape}]`);
      const values = new Map<string, tf.Tensor>();
      const kept = keep === "all" ? null : new Set(keep);
      const left = new Map(readers);
      for (const node of graph.nodes) {
        if (node.operation.kind === "const") continue;
        const inputs = node.inputs.map((name) => values.get(name) ?? (constants.get(name) as tf.Tensor));
        values.set(
          node.name,
          tf.tidy(() => (node.operation.kind === "input" ? tf.clone(pictures) : forward(node, inputs))),
        );
        if (kept === null) continue;
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
        backward: (from, signal, wanted) => reverse(graph, values, constants, from, signal, wanted),
        dispose: () => values.forEach((tensor) => tensor.dispose()),
      };
    },
  };
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
        const part = backwardOf(node, index, dy, node.inputs.map(value), value(node.name));
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

/** ∂L/∂(input `index`) from dy = ∂L/∂y. */
function backwardOf({ name, operation }: GraphNode, index: number, dy: tf.Tensor, inputs: readonly tf.Tensor[], y: tf.Tensor): tf.Tensor {
  const x = inputs[index] as tf.Tensor4D;
  switch (operation.kind) {
    case "identity":
      return tf.clone(dy);
    case "relu":
    case "relu6":
      return passed(operation.kind, dy, y);
    case "sigmoid":
      return tf.mul(dy, tf.mul(y, tf.sub(1, y)));
    case "add":
      return reduceTo(dy, x.shape);
    case "mul":
      return reduceTo(tf.mul(dy, inputs[1 - index]), x.shape);
    case "mean":
      return tf.mul(tf.div(dy, x.shape[1] * x.shape[2]), tf.onesLike(x));
    case "concat": {
      const before = inputs.slice(0, index).reduce((sum, t) => sum + t.shape[3]!, 0);
      return tf.slice(dy as tf.Tensor4D, [0, 0, 0, before], [-1, -1, -1, x.shape[3]]);
    }
    case "resize":
      return resizeBack(dy as tf.Tensor4D, resizeMatrix(x.shape[1], y.shape[1]!), resizeMatrix(x.shape[2], y.shape[2]!));
    case "conv": {
      if (index !== 0) throw new EngineInputError(name, "gradients of weights are not computed", index);
      const { depthwise, stride, padding, activation } = operation;
      const signal = (activation === "linear" ? dy : passed(activation, dy, y)) as tf.Tensor4D;
      return (depthwise ? depthwiseBack : convolutionBack)(signal, inputs[1] as tf.Tensor4D, x.shape, stride, padding);
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
