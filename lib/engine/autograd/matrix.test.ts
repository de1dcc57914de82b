import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../random";
import { checkGradient, matrix as m, type Matrix } from ".";

const random = (rows: number, columns: number, seed: string, low = -1, high = 1, name?: string): Matrix => {
  const draw = seeded(seed);
  return m.matrix(
    rows,
    columns,
    Float64Array.from({ length: rows * columns }, () => draw.between(low, high)),
    name,
  );
};

/** Compares every input's gradient of Σ (f ⊙ fixed weights) with central differences. */
function expectGradients(f: (...inputs: Matrix[]) => Matrix, ...inputs: Matrix[]): void {
  const shape = f(...inputs);
  const weights = random(shape.rows, shape.columns, "weights");
  const value = (...at: Matrix[]) => m.sum(m.mul(f(...at), weights));
  const grads = m.gradients(value(...inputs));
  inputs.forEach((input, k) => {
    const at = (x: Float64Array) => value(...inputs.with(k, m.matrix(input.rows, input.columns, x))).data[0];
    // An input that does not reach the root has no gradient there: its slope is 0.
    const analytic = grads.get(input) ?? new Float64Array(input.data.length);
    expect(checkGradient(at, input.data, analytic).relative).toBeLessThan(1e-7);
  });
}

describe("matrix operations have the gradient that central differences find", () => {
  it("for products, transposes and elementwise functions of any shape", () => {
    const side = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(side, side, side, fc.integer(), (n, k, c, seed) => {
        expectGradients(m.matmul, random(n, k, `a${seed}`), random(k, c, `b${seed}`));
        const a = random(n, k, `c${seed}`, 0.1, 2);
        for (const f of [m.transpose, m.relu, m.tanh, m.sigmoid, m.exp, m.log]) expectGradients(f, a);
        expectGradients((x) => m.scale(x, -2.5), a);
        for (const over of ["rows", "columns", "all"] as const) {
          expectGradients((x) => m.sum(x, over), a);
          expectGradients((x) => m.mean(x, over), a);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("for sums, differences and products in which either side is repeated along rows, columns or both", () => {
    const shapes = [
      [3, 4],
      [1, 4],
      [3, 1],
      [1, 1],
    ] as const;
    for (const [p, q] of shapes) {
      for (const [r, s] of shapes) {
        for (const f of [m.add, m.sub, m.mul]) expectGradients(f, random(p, q, "a"), random(r, s, "b"));
      }
    }
  });

  it("for a linear layer in both layouts and softmax cross-entropy", () => {
    for (const n of [1, 4]) {
      expectGradients((x, w, b) => m.linear(x, w, b, "out-in"), random(n, 3, "x"), random(2, 3, "w"), random(1, 2, "b"));
      expectGradients((x, w, b) => m.linear(x, w, b, "in-out"), random(n, 3, "x"), random(3, 2, "w"), random(1, 2, "b"));
    }
    for (const reduction of ["mean", "sum"] as const)
      expectGradients((x) => m.softmaxCrossEntropy(x, [2, 0, 1], reduction), random(3, 3, "l", -3, 3));
  });

  it("for random graphs of square matrices, in which nodes are shared", () => {
    const two = [m.matmul, m.add, m.sub, m.mul];
    const one = [m.transpose, m.tanh, m.sigmoid, (a: Matrix) => m.scale(a, -0.7), (a: Matrix) => m.mean(a, "rows")];
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), (seed, size) => {
        // The shapes, not the numbers, decide what may be drawn, so the graph stays the same a step away.
        const build = (...leaves: Matrix[]): Matrix => {
          const draw = seeded(`${seed}/graph`);
          const nodes = [...leaves];
          for (let i = 0; i < size; i++) {
            const [a, b] = [draw.pick(nodes), draw.pick(nodes)];
            const f = draw.pick(two);
            const pair = f === m.matmul && a.columns !== b.rows ? m.add : f;
            nodes.push(m.tanh(draw.chance(0.4) ? draw.pick(one)(a) : pair(a, b)));
          }
          return nodes.slice(leaves.length).reduce((sum, node) => m.add(sum, node), leaves[0]);
        };
        expectGradients(build, random(3, 3, `${seed}/a`), random(3, 3, `${seed}/b`));
      }),
      { numRuns: 40 },
    );
  });

  it("for a node that is used along several paths", () => {
    expectGradients((a) => m.add(m.matmul(a, m.transpose(a)), m.matmul(a, a)), random(3, 3, "a"));
  });
});

describe("linear", () => {
  const x = m.matrix(1, 2, [1, 2], "x");
  const bias = m.matrix(1, 1, [5], "b");

  it("gives 16 for x (1 2), W (3 4), b 5 in either layout, with ∂L/∂x (3 4) and ∂L/∂W (1 2)", () => {
    for (const [layout, rows, columns] of [
      ["out-in", 1, 2],
      ["in-out", 2, 1],
    ] as const) {
      const w = m.matrix(rows, columns, [3, 4], "W");
      const y = m.linear(x, w, bias, layout);
      const grads = m.gradients(y);
      expect([...y.data]).toEqual([16]);
      expect([...grads.get(x)!]).toEqual([3, 4]);
      expect([...grads.get(w)!]).toEqual([1, 2]);
      expect([...grads.get(bias)!]).toEqual([1]);
    }
  });

  it("is x·Wᵀ + b written out, value and gradients, and its layouts are each other's transpose", () => {
    const [input, w, b] = [random(4, 3, "x"), random(2, 3, "w"), random(1, 2, "b")];
    const seed = random(4, 2, "g").data;
    const wt = m.matrix(3, 2, m.transpose(w).data);
    const written = m.add(m.matmul(input, m.transpose(w)), b);
    const whole = m.linear(input, w, b);
    const other = m.linear(input, wt, b, "in-out");
    const [g1, g2, g3] = [written, whole, other].map((y) => m.gradients(y, seed));
    for (const node of [input, b]) {
      g1.get(node)!.forEach((v, i) => {
        expect(g2.get(node)![i]).toBeCloseTo(v, 12);
        expect(g3.get(node)![i]).toBeCloseTo(v, 12);
      });
    }
    whole.data.forEach((v, i) => expect(written.data[i]).toBeCloseTo(v, 12));
    g1.get(w)!.forEach((v, i) => {
      expect(g2.get(w)![i]).toBeCloseTo(v, 12);
      expect(g3.get(wt)![(i % 3) * 2 + Math.floor(i / 3)]).toBeCloseTo(v, 12);
    });
  });

  it("writes its backward rules with their shapes: G · W and Gᵀ · x where W is out × in, G · Wᵀ and xᵀ · G where it is in × out", () => {
    const input = random(2, 3, "x", -1, 1, "x");
    const b = random(1, 4, "b", -1, 1, "b");
    const rules = (w: Matrix, layout: "out-in" | "in-out") =>
      m
        .tape(m.linear(input, w, b, layout), new Array<number>(8).fill(1))
        .at(-1)!
        .pulls.map(({ formula, shapes }) => ({ formula, shapes }));
    expect(rules(random(4, 3, "w", -1, 1, "W"), "out-in")).toEqual([
      {
        formula: "G · W",
        shapes: [
          [2, 4],
          [4, 3],
          [2, 3],
        ],
      },
      {
        formula: "Gᵀ · x",
        shapes: [
          [4, 2],
          [2, 3],
          [4, 3],
        ],
      },
      {
        formula: "G, summed over rows",
        shapes: [
          [2, 4],
          [1, 4],
        ],
      },
    ]);
    expect(rules(random(3, 4, "w", -1, 1, "W"), "in-out").slice(0, 2)).toEqual([
      {
        formula: "G · Wᵀ",
        shapes: [
          [2, 4],
          [4, 3],
          [2, 3],
        ],
      },
      {
        formula: "xᵀ · G",
        shapes: [
          [3, 2],
          [2, 4],
          [3, 4],
        ],
      },
    ]);
  });
});

describe("the matrix tape", () => {
  it("is plain JSON, inputs before users, with values, gradients and rules", () => {
    const a = m.matrix(1, 2, [1, -2], "a");
    const nodes = m.tape(m.sum(m.relu(a)));
    expect(nodes).toEqual([
      { id: 0, op: "variable", name: "a", inputs: [], shape: [1, 2], value: [1, -2], grad: [1, 0], pulls: [] },
      {
        id: 1,
        op: "relu",
        inputs: [0],
        shape: [1, 2],
        value: [1, 0],
        grad: [1, 1],
        pulls: [
          {
            kind: "elementwise",
            formula: "G ⊙ local",
            shapes: [
              [1, 2],
              [1, 2],
            ],
            local: [1, 0],
          },
        ],
      },
      {
        id: 2,
        op: "sum",
        inputs: [1],
        shape: [1, 1],
        value: [1],
        grad: [1],
        pulls: [
          {
            kind: "spread",
            formula: "G, repeated",
            shapes: [
              [1, 1],
              [1, 2],
            ],
            local: 1,
          },
        ],
      },
    ]);
    expect(JSON.parse(JSON.stringify(nodes))).toEqual(nodes);
  });

  it("goes through JSON and back unchanged where zeros have a sign", () => {
    const a = m.matrix(1, 3, [-1, 0, 2]);
    const nodes = m.tape(m.sum(m.mul(m.scale(m.relu(a), -3), a)));
    expect(JSON.parse(JSON.stringify(nodes))).toEqual(nodes);
  });

  it("has rules whose product shapes fit and end in the input's shape, for every operation", () => {
    const [x, w, b] = [random(3, 4, "x"), random(2, 4, "w"), random(1, 2, "b")];
    const root = m.softmaxCrossEntropy(m.mul(m.linear(m.tanh(x), w, b), m.matmul(x, m.transpose(w))), [0, 1, 1]);
    const nodes = m.tape(root);
    for (const { inputs, pulls } of nodes) {
      pulls.forEach(({ kind, shapes }, k) => {
        expect(shapes.at(-1)).toEqual(nodes[inputs[k]].shape);
        if (kind === "product") {
          expect(shapes[0][1]).toBe(shapes[1][0]);
          expect([shapes[0][0], shapes[1][1]]).toEqual(shapes[2]);
        }
      });
    }
  });

  it("holds the gradients of a chain 20,000 long", () => {
    const a = m.matrix(1, 1, [1]);
    let node = a;
    for (let i = 0; i < 20_000; i++) node = m.add(node, a);
    expect(m.gradients(node).get(a)![0]).toBe(20_001);
  });
});

describe("training with matrices", () => {
  it("fits exclusive or with one hidden layer", () => {
    const x = m.matrix(4, 2, [0, 0, 0, 1, 1, 0, 1, 1]);
    const labels = [0, 1, 1, 0];
    let weights = [random(8, 2, "w1", -1, 1), random(1, 8, "b1", -1, 1), random(2, 8, "w2", -1, 1), random(1, 2, "b2", -1, 1)];
    const loss = () => m.softmaxCrossEntropy(m.linear(m.tanh(m.linear(x, weights[0], weights[1])), weights[2], weights[3]), labels);
    const first = loss().data[0];
    for (let step = 0; step < 400; step++) {
      const grads = m.gradients(loss());
      weights = weights.map((w) =>
        m.matrix(
          w.rows,
          w.columns,
          w.data.map((v, i) => v - 0.5 * grads.get(w)![i]),
        ),
      );
    }
    expect(loss().data[0]).toBeLessThan(0.05 * first);
  });
});

describe("input checks", () => {
  it("name the argument and its shape", () => {
    const [a, b] = [random(2, 3, "a"), random(2, 3, "b")];
    expect(() => m.matmul(a, b)).toThrow("must have 3 rows, as many as a has columns (received shape [2, 3])");
    expect(() => m.add(a, random(3, 3, "c"))).toThrow("b: must fit [2, 3]");
    expect(() => m.linear(a, random(3, 4, "w"), random(1, 4, "b"))).toThrow("weight");
    expect(() => m.linear(a, random(4, 3, "w"), random(1, 3, "b"))).toThrow("bias");
    expect(() => m.linear(a, random(4, 3, "w"), random(1, 4, "b"), "sideways" as "in-out")).toThrow("layout");
    expect(() => m.gradients(a)).toThrow("seed");
    expect(() => m.gradients(a, [1, 2])).toThrow("seed");
    expect(() => m.log(m.matrix(1, 1, [0]))).toThrow("a");
    expect(() => m.exp(m.matrix(1, 1, [1000]))).toThrow("exp");
    expect(() => m.scale(a, NaN)).toThrow("factor");
    expect(() => m.sum(a, "none" as "all")).toThrow("over");
    expect(() => m.softmaxCrossEntropy(a, [0])).toThrow("labels");
    expect(() => m.matrix(2, 2, [1, 2, 3])).toThrow("data");
    expect(() => m.matrix(0, 2, [])).toThrow("rows");
  });

  it("copies the numbers it is given", () => {
    const data = Float64Array.of(1, 2);
    const a = m.matrix(1, 2, data);
    data[0] = 9;
    expect(a.data[0]).toBe(1);
  });
});
