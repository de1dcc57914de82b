import { EngineInputError } from "../errors";
import { apply, constant, variable, SCALAR_OPS, type Scalar, type ScalarOp } from "./scalar";

/** An expression as JSON. A "ref" is the node of that id once more (so its gradient adds up), and must come after it. */
export type Expression =
  { op: "var"; name: string; id?: number } | { op: "const"; value: number; id?: number } | { op: "ref"; id: number } | Operation;

interface Operation {
  op: ScalarOp;
  args: readonly Expression[];
  /** Of pow. */
  exponent?: number;
  id?: number;
}

export interface BuiltExpression {
  root: Scalar;
  /** Every node that has an id. */
  byId: Map<number, Scalar>;
  /** Each variable's occurrences: separate nodes, whose gradients add up to the variable's. */
  occurrences: Map<string, Scalar[]>;
}

/**
 * Evaluates an expression at the given values, arguments from left to right. Iterative: depth costs no stack.
 * @example { op: "mul", args: [{ op: "var", name: "a", id: 0 }, { op: "ref", id: 0 }] } at a = 3: value 9, gradient 6
 * @throws EngineInputError for a variable without a value, a ref to nothing before it, an id given twice, or as `apply`
 */
export function buildExpression(tree: Expression, variables: Readonly<Record<string, number>>): BuiltExpression {
  const byId = new Map<number, Scalar>();
  const occurrences = new Map<string, Scalar[]>(Object.keys(variables).map((name) => [name, []]));
  const leaf = (node: Expression): Scalar => {
    switch (node.op) {
      case "var": {
        if (!Object.hasOwn(variables, node.name)) throw new EngineInputError("variables", `must give a value for ${node.name}`, "nothing");
        const made = variable(variables[node.name], node.name);
        occurrences.get(node.name)!.push(made);
        return made;
      }
      case "const":
        return constant(node.value);
      case "ref": {
        const made = byId.get(node.id);
        if (!made) throw new EngineInputError("tree", "a ref must name a node before it", node.id);
        return made;
      }
      default:
        throw new EngineInputError("tree", `an op must be var, const, ref or one of ${SCALAR_OPS.join(", ")}`, String(node.op));
    }
  };
  const finished = (node: Expression, made: Scalar): Scalar => {
    if (node.op !== "ref" && node.id !== undefined) {
      if (byId.has(node.id)) throw new EngineInputError("tree", "an id must be given once", node.id);
      byId.set(node.id, made);
    }
    return made;
  };
  const path: { node: Operation; made: Scalar[] }[] = [];
  let next: Expression = tree;
  for (;;) {
    if ("args" in next) {
      path.push({ node: next, made: [] });
      if (next.args.length > 0) {
        next = next.args[0];
        continue;
      }
    }
    let made = "args" in next ? null : finished(next, leaf(next));
    for (;;) {
      if (path.length === 0) return { root: made!, byId, occurrences };
      const top = path[path.length - 1];
      if (made) top.made.push(made);
      if (top.made.length < top.node.args.length) {
        next = top.node.args[top.made.length];
        break;
      }
      path.pop();
      made = finished(top.node, apply(top.node.op, top.made, top.node.exponent));
    }
  }
}
