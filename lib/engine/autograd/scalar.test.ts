import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { seeded, type Random } from "../random";
import { buildExpression, checkGradient, scalar, SCALAR_OPS, type Expression, type Scalar } from ".";

const { variable, constant } = scalar;

/** Smooth operations whose values stay moderate; the others have kinks or domains and are tested on their own. */
const UNARY = ["neg", "square", "sin", "cos", "tanh", "sigmoid"] as const;
const BINARY = ["add", "sub", "mul"] as const;

/** A random graph over the given leaves: every node may use any earlier one, so nodes are shared and paths meet again. */
function grow(leaves: readonly Scalar[], size: number, random: Random): Scalar {
  const nodes = [...leaves];
  for (let i = 0; i < size; i++) {
    const a = random.pick(nodes);
    const made = random.chance(0.4) ? scalar.apply(random.pick(UNARY), [a]) : scalar.apply(random.pick(BINARY), [a, random.pick(nodes)]);
    nodes.push(Math.abs(made.value) > 3 ? scalar.tanh(made) : made);
  }
  // All loose ends meet in the root, so no leaf is left out.
  return nodes.slice(leaves.length).reduce((sum, node) => scalar.add(sum, node));
}

describe("gradients of scalar graphs", () => {
  it("are 6 and 2 for a·b + a at a = 2, b = 5", () => {
    const a = variable(2, "a");
    const b = variable(5, "b");
    const root = scalar.add(scalar.mul(a, b), a);
    const grads = scalar.gradients(root);
    expect(root.value).toBe(12);
    expect([grads.get(a), grads.get(b), grads.get(root)]).toEqual([6, 2, 1]);
  });

  it("add up over every path of a node that is used several times", () => {
    const a = variable(3);
    const square = scalar.mul(a, a);
    const root = scalar.add(scalar.mul(square, a), square); // a³ + a²
    expect(scalar.gradients(root).get(a)).toBe(3 * 9 + 2 * 3);
  });

  it("agree with central differences on random graphs with shared nodes", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 14 }), (seed, leaves, size) => {
        const random = seeded(seed);
        const at = Array.from({ length: leaves }, () => random.between(-2, 2));
        const build = (x: ArrayLike<number>) => {
          const variables = Array.from(x, (v) => variable(v));
          return { variables, root: grow(variables, size, seeded(`${seed}/graph`)) };
        };
        const { variables, root } = build(at);
        const grads = scalar.gradients(root);
        // A value near 3 may take the other branch of `grow` a step away: then the graph is another one.
        const same = (x: ArrayLike<number>) =>
          scalar
            .tape(build(x).root)
            .nodes.map((n) => n.op)
            .join() ===
          scalar
            .tape(root)
            .nodes.map((n) => n.op)
            .join();
        fc.pre(at.every((_, i) => [-1e-4, 1e-4].every((d) => same(at.map((v, k) => (k === i ? v + d : v))))));
        const analytic = variables.map((v) => grads.get(v) ?? 0);
        expect(checkGradient((x) => build(x).root.value, at, analytic).relative).toBeLessThan(1e-5);
      }),
      { numRuns: 60 },
    );
  });

  it.each(SCALAR_OPS.map((op) => [op] as const))("have the local derivatives that central differences find: %s", (op) => {
    const positive = ["log", "sqrt", "pow", "div"].includes(op);
    const random = seeded(op);
    for (let round = 0; round < 20; round++) {
      const a = random.between(positive ? 0.2 : -2, 2);
      // At least 0.01 from a, so that neither max nor min is at its kink.
      const b = a + random.pick([-1, 1]) * random.between(0.01, 0.15);
      const exponent = op === "pow" ? random.between(-2, 3) : undefined;
      const inputs = scalar.arity(op) === 2 ? [a, b] : [a];
      const value = (x: ArrayLike<number>) =>
        scalar.apply(
          op,
          Array.from(x, (v) => variable(v)),
          exponent,
        );
      if ((op === "relu" || op === "abs") && Math.abs(a) < 1e-3) continue;
      expect(checkGradient((x) => value(x).value, inputs, value(inputs).local).relative).toBeLessThan(1e-6);
    }
  });

  it("take the stated side at kinks: 0 for relu and abs at 0, half each for a tied max or min", () => {
    expect(scalar.relu(variable(0)).local).toEqual([0]);
    expect(scalar.abs(variable(0)).local).toEqual([0]);
    expect(scalar.max(variable(1), variable(1)).local).toEqual([0.5, 0.5]);
    expect(scalar.min(variable(1), variable(1)).local).toEqual([0.5, 0.5]);
  });

  it("are found through a chain of 100,000 nodes without overflowing the stack", () => {
    const x = variable(1);
    let root: Scalar = x;
    for (let i = 0; i < 100_000; i++) root = scalar.add(root, x);
    expect(scalar.gradients(root).get(x)).toBe(100_001);
    expect(scalar.tape(root).nodes).toHaveLength(100_001);
  });

  it("change no node: the same graph gives the same gradients again", () => {
    const a = variable(2);
    const root = scalar.exp(scalar.mul(a, a));
    const first = scalar.gradients(root).get(a);
    expect(scalar.gradients(root).get(a)).toBe(first);
    expect(Object.isFrozen(root)).toBe(true);
  });
});

describe("the tape of a scalar graph", () => {
  it("lists a (gradient 6) and mul (gradient 1) for a·a at 3, with two steps of 3", () => {
    const a = variable(3, "a");
    const { nodes, steps } = scalar.tape(scalar.mul(a, a));
    expect(nodes).toEqual([
      { id: 0, op: "variable", name: "a", inputs: [], value: 3, local: [], grad: 6 },
      { id: 1, op: "mul", inputs: [0, 0], value: 9, local: [3, 3], grad: 1 },
    ]);
    expect(steps).toEqual([
      { from: 1, input: 0, to: 0, upstream: 1, local: 3, contribution: 3, total: 3 },
      { from: 1, input: 1, to: 0, upstream: 1, local: 3, contribution: 3, total: 6 },
    ]);
  });

  it("puts inputs before users, left before right, and is the same each time", () => {
    const build = () => {
      const [a, b] = [variable(1, "a"), variable(2, "b")];
      return scalar.tape(scalar.div(scalar.sub(b, a), scalar.pow(b, 2)));
    };
    expect(build().nodes.map((n) => n.name ?? n.op)).toEqual(["b", "a", "sub", "pow", "div"]);
    expect(build()).toEqual(build());
  });

  it("goes through JSON and back unchanged, and its gradients are those of `gradients`", () => {
    const random = seeded("tape");
    for (let round = 0; round < 20; round++) {
      const root = grow([variable(random.between(-2, 2), "a"), variable(random.between(-2, 2), "b")], 12, random);
      const tape = scalar.tape(root);
      expect(JSON.parse(JSON.stringify(tape))).toEqual(tape);
      expect(tape.nodes.map((n) => n.grad)).toEqual([...scalar.gradients(root).values()]);
    }
  });

  it("hands a node's gradient on only when it is complete", () => {
    const random = seeded("complete");
    const { nodes, steps } = scalar.tape(grow([variable(0.4), variable(-1)], 15, random));
    for (const step of steps) {
      expect(step.upstream).toBe(nodes[step.from].grad);
      expect(step.contribution).toBeCloseTo(step.upstream * step.local, 12);
    }
  });
});

describe("buildExpression", () => {
  const square: Expression = {
    op: "mul",
    args: [
      { op: "var", name: "a", id: 0 },
      { op: "ref", id: 0 },
    ],
  };

  it("uses the node of a ref once more, so that its gradient adds up: a·a at 3 has value 9, gradient 6", () => {
    const { root, byId } = buildExpression(square, { a: 3 });
    expect(root.value).toBe(9);
    expect(scalar.gradients(root).get(byId.get(0)!)).toBe(6);
  });

  it("keeps a variable's occurrences apart, whose gradients add up to the variable's", () => {
    const tree: Expression = {
      op: "mul",
      args: [
        { op: "var", name: "a" },
        {
          op: "add",
          args: [
            { op: "var", name: "a" },
            { op: "const", value: 1 },
          ],
        },
      ],
    };
    const { root, occurrences } = buildExpression(tree, { a: 3, unused: 1 });
    const grads = scalar.gradients(root);
    expect(occurrences.get("a")!.map((n) => grads.get(n))).toEqual([4, 3]); // a² + a: 2a + 1 = 7
    expect(occurrences.get("unused")).toEqual([]);
  });

  it("builds a tree 20,000 deep without overflowing the stack", () => {
    let tree: Expression = { op: "var", name: "a" };
    for (let i = 0; i < 20_000; i++) tree = { op: "neg", args: [tree] };
    const { root, occurrences } = buildExpression(tree, { a: 2 });
    expect(root.value).toBe(2);
    expect(scalar.gradients(root).get(occurrences.get("a")![0])).toBe(1);
  });

  it("names what does not fit", () => {
    expect(() => buildExpression({ op: "var", name: "b" }, { a: 1 })).toThrow("variables");
    expect(() => buildExpression({ op: "ref", id: 4 }, {})).toThrow("tree");
    expect(() => buildExpression({ op: "add", args: [square, { op: "const", value: 1, id: 0 }] }, { a: 1 })).toThrow("tree");
    expect(() => buildExpression({ op: "cube", args: [] } as unknown as Expression, {})).toThrow(EngineInputError);
    expect(() => buildExpression({ op: "toString" } as unknown as Expression, {})).toThrow(EngineInputError);
  });
});

describe("input checks of scalar operations", () => {
  it("refuse values outside the domain, wrong counts and overflow", () => {
    expect(() => variable(NaN)).toThrow(EngineInputError);
    expect(() => constant(Infinity)).toThrow("value");
    expect(() => scalar.log(constant(0))).toThrow("above 0");
    expect(() => scalar.sqrt(constant(0))).toThrow("above 0");
    expect(() => scalar.div(constant(1), constant(0))).toThrow("divide by 0");
    expect(() => scalar.pow(constant(-1), 0.5)).toThrow("pow");
    expect(() => scalar.pow(constant(0), 0.5)).toThrow("pow");
    expect(() => scalar.exp(constant(1000))).toThrow("double precision");
    expect(() => scalar.apply("add", [constant(1)])).toThrow("takes 2");
    expect(() => scalar.apply("pow", [constant(1)])).toThrow("exponent");
    expect(() => scalar.apply("neg", [constant(1)], 2)).toThrow("exponent");
    expect(() => scalar.apply("toString" as "neg", [constant(1)])).toThrow("op");
  });

  it("accept a power of a negative number with a whole exponent, and slope 0 for exponent 0 at 0", () => {
    expect(scalar.pow(constant(-2), 3)).toMatchObject({ value: -8, local: [12] });
    expect(scalar.pow(constant(0), 0)).toMatchObject({ value: 1, local: [0] });
  });
});
