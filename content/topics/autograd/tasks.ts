import { defineTasks } from "@/lib/challenges/task";
import { centralDifferences, matrix } from "@/lib/engine/autograd";
import { graphOf, type Values } from "./expression";
import { tapeOf } from "./walk";
import { weightShape } from "./layer";
import type { Check, LayerAsked, Layered, Rolled, Typed } from "./rolled";

const NUDGE = 0.01;

/** Builds the graph, rolls the tape back, and measures each input's slope without it. */
export function rolledOf({ text, values }: Typed): Rolled {
  const nodes = graphOf(text, values);
  const { grads, steps } = tapeOf(nodes);
  const result = (changed: Partial<Values>) => graphOf(text, { ...values, ...changed }).at(-1)!.value;
  const orNull = (measure: () => number): number | null => {
    try {
      return measure();
    } catch {
      // Beside this place the expression has no value: a logarithm of 0, a division by 0.
      return null;
    }
  };
  const checks = nodes.flatMap(({ op, name, value }, i): Check[] =>
    op !== "variable"
      ? []
      : [
          {
            name,
            tape: grads[i],
            differences: orNull(() => centralDifferences(([x]) => result({ [name]: x }), [value])[0]),
            nudged: orNull(() => result({ [name]: value + NUDGE }) - nodes[nodes.length - 1].value),
          },
        ],
  );
  return { nodes, grads, steps, checks };
}

/** Small whole numbers, the same for the same place. */
const numbers = (count: number, salt: number) => Array.from({ length: count }, (_, i) => ((i * 7 + salt * 5 + (i >> 2)) % 5) - 2);

export function layeredOf({ n, inputs, outputs, layout }: LayerAsked): Layered {
  const [rows, columns] = weightShape({ n, inputs, outputs }, layout);
  const [x, W, b] = [
    matrix.matrix(n, inputs, numbers(n * inputs, 1), "x"),
    matrix.matrix(rows, columns, numbers(rows * columns, 2), "W"),
    matrix.matrix(1, outputs, numbers(outputs, 4), "b"),
  ];
  const y = matrix.linear(x, W, b, layout);
  const G = numbers(n * outputs, 3);
  const grads = matrix.gradients(y, G);
  const list = (data: ArrayLike<number>) => Array.from(data, (value) => value + 0);
  // Without the bias: the picture shows the product.
  const product = list(y.data).map((value, i) => value - b.data[i % outputs]);
  return {
    x: list(x.data),
    W: list(W.data),
    G,
    made: { y: product, x: list(grads.get(x)!), W: list(grads.get(W)!), b: list(grads.get(b)!) },
  };
}

export const tasks = defineTasks({
  roll: async (typed: Typed): Promise<Rolled> => rolledOf(typed),
  layer: async (asked: LayerAsked): Promise<Layered> => layeredOf(asked),
});
