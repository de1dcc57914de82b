import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { matrix } from "@/lib/engine/autograd";
import { seeded } from "@/lib/engine/random";
import figures from "./figures.json" with { type: "json" };
import { ExpressionError, graphOf, MOST_NODES, ruleOf } from "./expression";
import { DEFAULTS, PRESETS } from "./knobs";
import { LAYOUTS, QUANTITIES, resultShape, RULES, shapeOf, turnedShape, type Block } from "./layer";
import recorded from "./recorded.json" with { type: "json" };
import { arithmeticOf, arrivals, stepSaid } from "./said";
import { layeredOf, rolledOf, tasks } from "./tasks";
import { gradsAfter, layoutOf, OVERWRITE, tapeOf, usesOf, walk } from "./walk";

const AT = { a: 3, b: 2, c: -1, d: 4 };
const graph = (text: string) => graphOf(text, AT);
const wrongIn = (text: string): string => {
  try {
    graph(text);
    return "";
  } catch (error) {
    return error instanceof ExpressionError ? error.said.en : String(error);
  }
};

describe("a typed expression", () => {
  it("becomes a graph in which each name is one node", () => {
    const nodes = graph("p = a·b; p + a");
    expect(nodes.map(({ name, value }) => [name, value])).toEqual([
      ["a", 3],
      ["b", 2],
      ["p", 6],
      ["L", 9],
    ]);
    expect(nodes[3].inputs).toEqual([2, 0]);
    expect(ruleOf(nodes, nodes[2])).toBe("a × b");
    expect(usesOf(nodes, 0)).toBe(2);
  });

  it("binds times before plus, from left to right, with minus and functions", () => {
    expect(graph("a - b - c*d").at(-1)?.value).toBe(3 - 2 + 4);
    expect(graph("-(a + b)*c").at(-1)?.value).toBe(5);
    expect(graph("relu(c) + max(a, b)/b").at(-1)?.value).toBe(1.5);
  });

  it.each([
    ["", "Type an expression."],
    ["a +", "too soon"],
    ["(a", "“)” is missing"],
    ["a b", "“;” is missing"],
    ["x*a", "Unknown name: x"],
    ["foo(a)", "Unknown function: foo"],
    ["max(a)", "another number of values"],
    ["a = b; a", "is taken: a"],
    ["log(c)", "cannot be worked out"],
    ["1 = a*b; a", "1 to 6 letters: 1"],
    ["verylong = a*b; a", "1 to 6 letters: verylong"],
    ["L = a*b; L + a", "the last result"],
    [`${"(".repeat(9000)}a`, "Too long"],
    [Array.from({ length: MOST_NODES }, () => "a*b").join("+"), "can be drawn"],
  ])("says what is wrong with “%s”", (text, said) => expect(wrongIn(text)).toContain(said));
});

describe("the way back", () => {
  it("adds where paths meet; whoever overwrites keeps the last one", () => {
    const nodes = graph("a*b + a");
    expect(tapeOf(nodes).grads).toEqual([3, 3, 1, 1]);
    expect(walk(nodes, OVERWRITE).grads[0]).toBe(2);
    expect(gradsAfter(nodes, tapeOf(nodes).steps, 2)).toEqual([1, null, 1, 1]);
  });

  it("is the engine's own where nothing is changed", () => {
    for (const text of PRESETS) expect(walk(graph(text), {})).toEqual(tapeOf(graph(text)));
  });

  it("is told arrow by arrow, and as sums", () => {
    const nodes = graph("a*b + a");
    const { steps } = tapeOf(nodes);
    expect(stepSaid(nodes, steps[2]).ko).toBe("p → a: 1 × 2 = 2. 지금까지 모인 값은 3이에요.");
    expect(arrivals(nodes, steps, 0, true, "en").at(-1)?.sum).toBe("1 + 2 = 3");
    expect(arithmeticOf(nodes, steps[2], true, "en").map(({ sum }) => sum)).toContain("1 + 2 = 3");
  });

  it("is drawn without two nodes in one place, and from left to right", () => {
    for (const text of PRESETS) {
      const nodes = graph(text);
      const { at } = layoutOf(nodes);
      expect(new Set(at.map(String)).size).toBe(nodes.length);
      nodes.forEach(({ inputs }, i) => inputs.forEach((of) => expect(at[of][0]).toBeLessThan(at[i][0])));
      at.forEach(([column, row], i) =>
        at.slice(0, i).forEach(([other, beside]) => expect(column === other && Math.abs(row - beside) < 0.999).toBe(false)),
      );
    }
  });
});

describe("a layer's products", () => {
  const random = seeded("layer");
  const times = (l: number[][], r: number[][]) => l.map((row) => r[0].map((_, j) => row.reduce((sum, v, k) => sum + v * r[k][j], 0)));
  const rowsOf = (data: ArrayLike<number>, [rows, columns]: readonly [number, number]) =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => data[i * columns + j]));
  const turn = (m: number[][]) => m[0].map((_, j) => m.map((row) => row[j]));

  it.each(LAYOUTS.flatMap((layout) => [2, 0].map((square) => [layout, square] as const)))(
    "give what the engine computes, and no other product of the same blocks does (%s, square %i)",
    (layout, square) => {
      const sizes = square > 0 ? { n: 3, inputs: 3, outputs: 3 } : { n: 2, inputs: 3, outputs: 4 };
      const own: Record<Block, number[][]> = { x: [], W: [], G: [] };
      for (const block of ["x", "W", "G"] as const) {
        const [rows, columns] = shapeOf(block, sizes, layout);
        own[block] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.int(-9, 9)));
      }
      const made = (block: Block) => matrix.matrix(own[block].length, own[block][0].length, own[block].flat());
      const [x, W] = [made("x"), made("W")];
      const y = matrix.linear(x, W, matrix.matrix(1, sizes.outputs, Array<number>(sizes.outputs).fill(0)), layout);
      const grads = matrix.gradients(y, own.G.flat());
      const truth = { y: y.data, x: grads.get(x)!, W: grads.get(W)! };
      for (const of of QUANTITIES) {
        const blocks = RULES[layout][of].map(({ block }) => block);
        const fits = [blocks, [...blocks].reverse()].flatMap(([l, r]) =>
          [false, true].flatMap((tl) =>
            [false, true].flatMap((tr) => {
              const [left, right] = [tl ? turn(own[l]) : own[l], tr ? turn(own[r]) : own[r]];
              if (left[0].length !== right.length) return [];
              const same = JSON.stringify(times(left, right)) === JSON.stringify(rowsOf(truth[of], resultShape(of, sizes, layout)));
              return same ? [`${l}${tl} ${r}${tr}`] : [];
            }),
          ),
        );
        expect(fits).toEqual([RULES[layout][of].map(({ block, turned }) => `${block}${turned}`).join(" ")]);
      }
    },
  );

  it("turn W on the one way or on the other", () => {
    for (const layout of LAYOUTS) expect(RULES[layout].y[1].turned).toBe(!RULES[layout].x[1].turned);
    expect(turnedShape([2, 3], true)).toEqual([3, 2]);
  });
});

describe("what the engine answers", () => {
  it("is what was recorded", async () => {
    const { a, b, c, d, expr } = DEFAULTS;
    const roll = { text: expr, values: { a, b, c, d } };
    expect(recorded.roll.asked).toEqual(roll);
    expect(recorded.roll.answer).toEqual(await tasks.roll(roll));
    expect(recorded.layer.answer).toEqual(await tasks.layer({ n: 2, inputs: 3, outputs: 4, layout: "out-in" }));
  });

  it("has the tape agree with differences, but not at a bend", () => {
    for (const text of PRESETS)
      for (const { tape, differences } of rolledOf({ text, values: AT }).checks) expect(differences).toBeCloseTo(tape, 5);
    const [at] = rolledOf({ text: "relu(a)", values: { ...AT, a: 0 } }).checks;
    expect([at.tape, at.differences]).toEqual([0, 0.5]);
    expect(rolledOf({ text: "log(a)", values: { ...AT, a: 1e-9 } }).checks[0].differences).toBeNull();
  });

  it("is a layer's product without its bias", () => {
    const { x, W, made } = layeredOf({ n: 1, inputs: 2, outputs: 1, layout: "in-out" });
    expect(made.y).toEqual([x[0] * W[0] + x[1] * W[1]]);
  });
});

describe("what the lesson says", () => {
  it("holds: a tape that adds agrees everywhere, one that overwrites in few", () => {
    expect(figures["tape-agrees"].value).toBe(1);
    expect(figures["overwrite-agrees"].value).toBeLessThan(0.3);
    expect(figures["tape-agrees"].baseline.value).toBe(figures["overwrite-agrees"].value);
  });
  it.each(["ko", "en"])("asks for its three plays in %s", (locale) => {
    const mdx = readFileSync(`content/topics/autograd/lesson.${locale}.mdx`, "utf8");
    expect(mdx.match(/<(Simulation|Challenge) /g)).toHaveLength(3);
  });
});
