import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreOf } from "../score";
import * as z from "../schema";
import { estimate, labelling, matching, ordering, region, selection, type Points } from ".";

const text = (value: unknown) => ({ ko: `${value}번`, en: `no. ${value}` });
const label = text;
const whole = ({ earned, total, parts }: Points) =>
  [earned, total, ...parts.flatMap((part) => [part.earned, part.total])].every(Number.isInteger) &&
  earned >= 0 &&
  earned <= total &&
  total > 0;

describe("selection", () => {
  const ids = ["A", "B", "C", "D"];
  const schema = selection.schema(z.string().regex(/^[A-Z]$/), 4);
  const grade = (truth: string[], chosen: string[], penalty?: number) =>
    selection.points({ ids, truth, chosen, label, penalty, note: (id, judged) => text(`${id} ${judged}`) });

  it("takes sets of known form alone", () => {
    expect(schema.safeParse(["A", "C"]).success).toBe(true);
    for (const bad of [["A", "A"], ["a"], ["A", "B", "C", "D", "E"], "A", [1], null, { 0: "A" }])
      expect(schema.safeParse(bad).success).toBe(false);
    expect(() => selection.schema(z.string(), 0)).toThrow("selection");
    expect(() => selection.schema(z.string(), 1e9)).toThrow("1024");
  });

  it("says what is missing, in both languages", () => {
    expect(selection.check(ids, [])).toEqual({ ready: false, missing: { ko: "1개 더 골라요", en: "Choose 1 more" } });
    expect(selection.check(ids, [], { nothing: text("pick") })).toEqual({ ready: false, missing: text("pick") });
    expect(selection.check(ids, ["A"], { least: 3 })).toMatchObject({ missing: { en: "Choose 2 more" } });
    expect(selection.check(ids, ["A", "B", "C"], { most: 2 })).toMatchObject({ missing: { en: "Take 1 away" } });
    expect(selection.check(ids, ["Z"]).ready).toBe(false);
    expect(selection.check(ids, [], { least: 0 })).toEqual({ ready: true });
    expect(selection.check(ids, ["B"])).toEqual({ ready: true });
  });

  it("takes a point for each extra and tells hits, misses and extras apart", () => {
    const { earned, total, parts } = grade(["A", "B"], ["A", "C"]);
    expect([earned, total]).toEqual([0, 2]);
    expect(parts.map(({ correct, note }) => (correct ? "" : note?.en))).toEqual(["", "no. B missed", "no. C extra", ""]);
    expect(grade(["A", "B"], ["A", "C"], 0).earned).toBe(1);
    expect(grade(["A", "B"], ["A", "B", "C"]).earned).toBe(1);
  });

  it("gives the one point for nothing where nothing is right", () => {
    expect(grade([], [])).toMatchObject({ earned: 1, total: 1 });
    expect(grade([], ["A"])).toMatchObject({ earned: 0, total: 1 });
  });

  it("gives everything for the truth alone, and nothing for choosing everything while half or less is right", () => {
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), (truth, chosen) => {
        const points = grade(truth, chosen);
        expect(whole(points)).toBe(true);
        const same = truth.length === chosen.length && truth.every((id) => chosen.includes(id));
        expect(scoreOf(points) === 100).toBe(same);
        expect(truth.length <= 2 ? grade(truth, ids).earned : 0).toBe(0);
      }),
    );
  });

  it("keeps the order of the ids when one is switched", () => {
    expect(selection.toggle(ids, ["D"], "B")).toEqual(["B", "D"]);
    expect(selection.toggle(ids, ["B", "D"], "D")).toEqual(["B"]);
  });
});

describe("labelling", () => {
  const ids = ["a", "b", "c", "d"];
  const schema = labelling.schema(z.enum(["p", "n", "i"]), 4);

  it("takes a bounded list of labels and gaps", () => {
    expect(schema.safeParse(["p", null]).success).toBe(true);
    for (const bad of [["x"], Array(5).fill("p"), [undefined], { a: "p" }]) expect(schema.safeParse(bad).success).toBe(false);
    expect(labelling.empty(2)).toEqual([null, null]);
    expect(labelling.put(["p", null], 1, "n")).toEqual(["p", "n"]);
  });

  it("says how many are open and refuses what does not fit", () => {
    expect(labelling.check(2, ["p", null])).toMatchObject({ missing: { ko: "1개 더 이름표를 붙여요", en: "Label 1 more" } });
    expect(labelling.check(2, ["p"]).ready).toBe(false);
    expect(labelling.check(1, ["p"], (name) => name !== "p").ready).toBe(false);
    expect(labelling.check(2, ["p", "n"])).toEqual({ ready: true });
  });

  it("gives part of the points for what is nearly right", () => {
    const points = labelling.points({
      ids: ids.slice(0, 2),
      truth: ["p", "n"],
      labels: ["i", "n"],
      label,
      note: (_, said) => text(said),
      each: 2,
      nearly: (truth, said) => (truth === "p" && said === "i" ? 1 : 0),
    });
    expect(points).toMatchObject({ earned: 3, total: 4 });
    expect(points.parts[0]).toMatchObject({ correct: false, earned: 1, total: 2, note: text("i") });
  });

  it("weighs the example of the docstring", () => {
    const grade = (labels: string[], aboveConstant: boolean) =>
      labelling.points({ ids, truth: ["p", "n", "n", "n"], labels, label, aboveConstant });
    expect(grade(Array(4).fill("n"), false)).toMatchObject({ earned: 3, total: 4 });
    expect(grade(Array(4).fill("n"), true)).toMatchObject({ earned: 0, total: 3 });
    expect(grade(["p", "n", "n", "n"], true)).toMatchObject({ earned: 3, total: 3 });
  });

  it("gives nothing above the constant for any constant, and everything for the truth", () => {
    const name = fc.constantFrom("p", "n", "i");
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), name, (truth, constant) => {
        const grade = (labels: readonly (string | null)[]) =>
          labelling.points({ ids: truth.map((_, i) => i), truth, labels, label, aboveConstant: true });
        expect(scoreOf(grade(truth))).toBe(100);
        expect(grade(truth.map(() => null)).earned).toBe(0);
        expect(new Set(truth).size > 1 ? grade(truth.map(() => constant)).earned : 0).toBe(0);
        expect(whole(grade(truth.map(() => constant)))).toBe(true);
      }),
    );
  });
});

describe("estimate", () => {
  it("takes whole numbers of its range and step, as many as asked for", () => {
    const schema = estimate.schema({ min: -100, max: 100, step: 5 }, 2);
    expect(schema.safeParse([5, null]).success).toBe(true);
    for (const bad of [[5], [5, 5, 5], [3, 5], [105, 0], [0.5, 0], [NaN, 0], [Infinity, 0]])
      expect(schema.safeParse(bad).success).toBe(false);
    expect(() => estimate.numberSchema({ min: 1, max: 0 })).toThrow("min ≤ max");
    expect(() => estimate.numberSchema({ min: 0, max: 1, step: 0.1 })).toThrow("by 0.1");
  });

  it("names what is still open", () => {
    expect(estimate.check([null])).toMatchObject({ missing: { ko: "값을 정해요" } });
    expect(estimate.check([1, null, null])).toMatchObject({ missing: { en: "Still open: 2, 3" } });
    expect(estimate.check([null, 2], (i) => text(`picture ${i}`))).toMatchObject({ missing: { en: "Still open: no. picture 0" } });
    expect(estimate.check([0, 0])).toEqual({ ready: true });
  });

  it("works out the examples of the docstrings", () => {
    const band = estimate.bandOf({ truth: 33, full: 5, constant: 50, limit: 20 });
    expect(band).toEqual({ full: 5, zero: 17 });
    expect([33, 38, 39, 43, 50, 16, 0].map((value) => estimate.pointsOf(value, 33, band, 10))).toEqual([10, 10, 9, 5, 0, 0, 0]);
    expect(estimate.pointsOf(null, 33, band, 10)).toBe(0);
    expect(estimate.bestConstant([1, 9, 2, 3, 100])).toBe(3);
  });

  it("refuses a truth that the constant already is, and a limit inside the full band", () => {
    expect(estimate.fair(52, 5, 50)).toBe(false);
    expect(() => estimate.bandOf({ truth: 52, full: 5, constant: 50 })).toThrow("redraw");
    expect(() => estimate.bandOf({ truth: 90, full: 5, constant: 50, limit: 5 })).toThrow("limit");
    expect(() => estimate.bestConstant([])).toThrow("at least one");
  });

  it("gives all inside the band, none to the constant, and never more for being further off", () => {
    const number = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(number, number, number, fc.integer({ min: 0, max: 8 }), (truth, constant, value, full) => {
        fc.pre(estimate.fair(truth, full, constant));
        const band = estimate.bandOf({ truth, full, constant });
        const at = (said: number) => estimate.pointsOf(said, truth, band, 10);
        expect(at(constant)).toBe(0);
        expect(at(value) === 10).toBe(Math.abs(value - truth) <= full);
        expect(at(value + (value >= truth ? 1 : -1))).toBeLessThanOrEqual(at(value));
        expect(Number.isInteger(at(value)) && at(value) >= 0).toBe(true);
      }),
    );
  });

  it("makes a part of each number", () => {
    const points = estimate.points({
      truth: [20, 80],
      values: [20, null],
      band: () => ({ full: 2, zero: 30 }),
      label,
      note: (i, value) => text(`${i} ${value}`),
    });
    expect(points).toMatchObject({ earned: 10, total: 20 });
    expect(points.parts.map(({ id, correct, note }) => [id, correct, note?.en])).toEqual([
      ["0", true, undefined],
      ["1", false, "no. 1 null"],
    ]);
  });
});

describe("ordering", () => {
  const ids = ["A", "B", "C", "D"];
  const grade = (order: readonly string[], ranks = [0, 1, 2, 3]) =>
    ordering.points({ ids, rank: (id) => ranks[ids.indexOf(id)], order, label, note: (_, place) => text(place) });

  it("takes orders without repetitions and says how many are left to place", () => {
    const schema = ordering.schema(z.string(), 4);
    expect(schema.safeParse(["B", "A"]).success).toBe(true);
    expect(schema.safeParse(["B", "B"]).success).toBe(false);
    expect(ordering.check(ids, ["B"])).toMatchObject({ missing: { ko: "3개 더 놓아요", en: "Place 3 more" } });
    expect(ordering.check(ids, ["Z"]).ready).toBe(false);
    expect(ordering.check(ids, ids)).toEqual({ ready: true });
    expect(ordering.move(ids, 3, 0)).toEqual(["D", "A", "B", "C"]);
    expect(ordering.move(ids, 0, 2)).toEqual(["B", "C", "A", "D"]);
  });

  it("counts pairs: the example of the docstring, a reversed order, nothing placed, ties", () => {
    const three = { ids: ["A", "B", "C"], rank: (id: string) => "ABC".indexOf(id), label };
    expect(ordering.points({ ...three, order: ["B", "A", "C"] })).toMatchObject({ earned: 2, total: 6 });
    expect(scoreOf(grade(ids))).toBe(100);
    expect(grade([...ids].reverse()).earned).toBe(0);
    expect(grade([]).earned).toBe(0);
    expect(scoreOf(grade(["B", "A", "C", "D"], [0, 0, 1, 2]))).toBe(100);
    expect(() => grade(ids, [1, 1, 1, 1])).toThrow("all ranks are equal");
  });

  it("gives shuffled orders, taken together, what exceeds chance alone", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 4 }), (order) => {
        const mirrored = [...order].reverse();
        const [one, other] = [grade(order), grade(mirrored)];
        expect(whole(one)).toBe(true);
        expect(one.earned === 0 || other.earned === 0).toBe(true);
        expect(one.earned === one.total).toBe(order.join() === ids.join());
      }),
    );
  });
});

describe("matching", () => {
  const lefts = ["a", "b", "c"];
  const rights = [1, 2];
  const truth = (left: string) => ({ a: 1, b: 2 })[left] ?? null;
  const schema = matching.schema(z.string().max(1), z.number().int(), { most: 3, oneToOne: true });

  it("takes each left once, each right once where asked, and knows 'none'", () => {
    expect(
      schema.safeParse([
        ["a", 1],
        ["b", null],
        ["c", null],
      ]).success,
    ).toBe(true);
    for (const bad of [
      [
        ["a", 1],
        ["a", 2],
      ],
      [
        ["a", 1],
        ["b", 1],
      ],
      [["a"]],
      [["a", 1, 2]],
      [["a", undefined]],
    ])
      expect(schema.safeParse(bad).success).toBe(false);
    const many = matching.schema(z.string(), z.number(), { most: 3, oneToOne: false });
    expect(
      many.safeParse([
        ["a", 1],
        ["b", 1],
      ]).success,
    ).toBe(true);
  });

  it("says how many are open", () => {
    expect(matching.check(lefts, rights, [["a", null]])).toMatchObject({ missing: { ko: "2개를 더 이어 주세요", en: "Join 2 more" } });
    expect(matching.check(lefts, rights, [["a", 7]]).ready).toBe(false);
    expect(
      matching.check(lefts, rights, [
        ["a", 1],
        ["b", 2],
        ["c", null],
      ]),
    ).toEqual({ ready: true });
  });

  it("takes a partner away from whoever had it", () => {
    expect(matching.join<string, number>([["a", 1]], "b", 1, true)).toEqual([["b", 1]]);
    expect(matching.join<string, number>([["a", 1]], "b", 1, false)).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
    expect(matching.join<string, number>([["a", null]], "b", null, true)).toEqual([
      ["a", null],
      ["b", null],
    ]);
    expect(matching.join<string, number>([["a", 1]], "a", undefined, true)).toEqual([]);
  });

  it("gives a point for each right pair and each right 'none'; what is open earns nothing", () => {
    const grade = (pairs: readonly matching.Pair<string, number>[], penalty?: number) =>
      matching.points({ lefts, truth, pairs, label, penalty, note: (_, said) => text(said) });
    expect(
      scoreOf(
        grade([
          ["a", 1],
          ["b", 2],
          ["c", null],
        ]),
      ),
    ).toBe(100);
    expect(grade([]).earned).toBe(0);
    const two = grade([
      ["a", 2],
      ["c", null],
    ]);
    expect(two).toMatchObject({ earned: 1, total: 3 });
    expect(two.parts.map(({ note }) => note?.en)).toEqual(["no. 2", "no. undefined", undefined]);
    expect(
      grade(
        [
          ["a", 2],
          ["c", null],
        ],
        1,
      ).earned,
    ).toBe(0);
  });
});

describe("region", () => {
  const grid = { rows: 4, columns: 4 };
  const label = { covered: text("covered"), spared: text("spared") };
  const truth = [0, 1, 4, 5];
  const grade = (painted: readonly number[], full?: number, blind?: number[][]) =>
    region.points({ grid, truth, painted, full, blind, label, note: (side, cells) => text(`${side} ${cells}`) });

  it("takes cells of the grid, each once", () => {
    const schema = region.schema(grid);
    expect(schema.safeParse([0, 15]).success).toBe(true);
    for (const bad of [[16], [-1], [0.5], [3, 3]]) expect(schema.safeParse(bad).success).toBe(false);
    expect(region.check({ rows: 2, columns: 2 }, [4]).ready).toBe(false);
    expect(region.check(grid, [])).toMatchObject({ missing: { ko: "칸을 칠해요" } });
    expect(region.check(grid, [3])).toEqual({ ready: true });
    expect(region.cellsOf({ rows: 2, columns: 2 })).toEqual([0, 1, 2, 3]);
  });

  it("gives the example of the docstring, and tells both halves apart", () => {
    const points = grade([0, 1, 4, 9]);
    expect(points).toMatchObject({ earned: 46, total: 100 });
    expect(points.parts.map(({ correct, note }) => [correct, note?.en])).toEqual([
      [false, "no. covered 1"],
      [false, "no. spared 1"],
    ]);
    expect(scoreOf(grade(truth))).toBe(100);
    expect(grade([0, 1, 4], 0.75).earned).toBe(100);
    expect(grade([]).earned).toBe(0);
  });

  it("gives nothing to what is painted blindly, and refuses a truth that blindness reaches", () => {
    const middle = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(grade(middle, 1, [middle]).earned).toBe(0);
    expect(grade(middle).earned).toBeGreaterThan(0);
    expect(region.fair({ grid, truth: region.cellsOf(grid) })).toBe(false);
    expect(region.fair({ grid, truth: [] })).toBe(false);
    expect(() => grade([0], 0.5, [middle])).toThrow("redraw");
    fc.assert(
      fc.property(
        fc.subarray([...region.cellsOf(grid)], { minLength: 1, maxLength: 15 }),
        fc.subarray([...region.cellsOf(grid)]),
        (right, painted) => {
          const rule = { grid, truth: right, label };
          expect(region.points({ ...rule, painted: region.cellsOf(grid) }).earned).toBe(0);
          expect(whole(region.points({ ...rule, painted }))).toBe(true);
          expect(region.points({ ...rule, painted: right }).earned).toBe(100);
        },
      ),
    );
  });
});
