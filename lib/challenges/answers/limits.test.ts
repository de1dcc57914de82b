import { describe, expect, it } from "vitest";
import * as z from "../schema";
import { estimate, labelling, matching, ordering, region, selection } from ".";
import { bound } from "./points";

const text = (value: unknown) => ({ ko: `${value}번`, en: `no. ${value}` });
const label = text;
/** Of a part that is right nobody asks why. */
const onlyWrong =
  (...right: readonly unknown[]) =>
  (thing: unknown, judged: unknown) => {
    expect(right).not.toContain(thing);
    return text(judged);
  };
const notes = ({ parts }: { readonly parts: readonly { readonly note?: { readonly en: string } }[] }) => parts.map(({ note }) => note?.en);

describe("how many entries an answer may have", () => {
  it("is a whole number from 1 to 1024", () => {
    expect([bound("form", 1), bound("form", 1024)]).toEqual([1, 1024]);
    for (const bad of [0, 1025, 1.5, NaN, Infinity])
      expect(() => bound("form", bad)).toThrow(`form: at most 1024 entries, at least 1 (received ${bad})`);
  });

  it("is refused by the name of the form", () => {
    const id = z.string();
    expect(() => selection.schema(id, 0)).toThrow("selection: at most");
    expect(() => labelling.schema(id, 0)).toThrow("labelling: at most");
    expect(() => ordering.schema(id, 0)).toThrow("ordering: at most");
    expect(() => matching.schema(id, id, { most: 0, oneToOne: true })).toThrow("matching: at most");
    expect(() => estimate.schema({ min: 0, max: 1 }, 0)).toThrow("estimate: at most");
    expect(() => region.schema({ rows: 40, columns: 40 })).toThrow("region: at most");
  });

  it("is said by the schema when ids repeat", () => {
    const problem = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0].message;
    const id = z.string();
    expect(problem(selection.schema(id, 3), ["a", "a"])).toBe("must name each id once");
    expect(problem(ordering.schema(id, 3), ["a", "a"])).toBe("must name each id once");
    const pairs = matching.schema(id, id, { most: 3, oneToOne: true });
    expect(
      problem(pairs, [
        ["a", "x"],
        ["a", "y"],
      ]),
    ).toBe("must join each left id once");
    expect(
      problem(pairs, [
        ["a", "x"],
        ["b", "x"],
      ]),
    ).toBe("must join each right id once");
  });
});

describe("a board as it starts", () => {
  it("has nothing on it, in every form", () => {
    expect([selection.empty, ordering.empty, matching.empty, region.empty]).toEqual([[], [], [], []]);
    expect(estimate.empty(2)).toEqual([null, null]);
    expect(labelling.empty(3)).toEqual([null, null, null]);
  });
});

describe("the range of a number", () => {
  it("is whole, not empty, and its step at least 1", () => {
    expect(estimate.numberSchema({ min: 3, max: 3 }).safeParse(3).success).toBe(true);
    for (const bad of [
      { min: 0, max: 10, step: 0 },
      { min: 0, max: 10, step: -1 },
      { min: 0.5, max: 10 },
      { min: 0, max: 10.5 },
      { min: 0, max: 10, step: 1.5 },
      { min: 2, max: 1 },
    ])
      expect(() => estimate.numberSchema(bad)).toThrow(RangeError);
  });
});

describe("what is missing", () => {
  const ids = ["a", "b", "c"];

  it("is no answer yet, and says so in both languages", () => {
    const missing = (ko: string, en: string) => ({ ready: false, missing: { ko, en } });
    expect(selection.check(ids, ["z"])).toEqual(missing("여기 있는 것만 골라요", "Choose only what is on offer"));
    expect(selection.check(ids, ids, { most: 1 })).toEqual(missing("2개를 빼요", "Take 2 away"));
    expect(selection.check(ids, ["a"], { least: 3 })).toEqual(missing("2개 더 골라요", "Choose 2 more"));
    expect(ordering.check(ids, ["z"])).toEqual(missing("여기 있는 것만 놓아요", "Place only what is on offer"));
    expect(ordering.check(ids, ["b"])).toEqual(missing("2개 더 놓아요", "Place 2 more"));
    expect(matching.check(ids, [1], [["a", 2]])).toEqual(missing("여기 있는 것끼리만 이어요", "Join only what is on offer"));
    expect(matching.check(ids, [1], [["a", 1]])).toEqual(missing("2개를 더 이어 주세요", "Join 2 more"));
    expect(labelling.check(2, [null])).toEqual(missing("이름표가 그림과 맞지 않아요", "The labels do not fit the picture"));
    expect(labelling.check(2, ["x", null])).toEqual(missing("1개 더 이름표를 붙여요", "Label 1 more"));
    expect(region.check({ rows: 1, columns: 2 }, [2])).toEqual(missing("그림 안에만 칠해요", "Paint inside the picture"));
    expect(region.check({ rows: 1, columns: 2 }, [])).toEqual(missing("칸을 칠해요", "Paint some cells"));
    expect(estimate.check([null])).toEqual(missing("값을 정해요", "Set the value"));
    expect(estimate.check([null, 1, null])).toEqual(missing("아직 남은 값: 1, 3", "Still open: 1, 3"));
  });

  it("is one stray thing among good ones as well", () => {
    expect(selection.check(ids, ["a", "z"]).ready).toBe(false);
    expect(ordering.check(ids, ["a", "z", "b"]).ready).toBe(false);
    const stray: matching.Pair<string, number>[] = [
      ["a", 1],
      ["z", null],
      ["c", null],
    ];
    expect(matching.check(ids, [1, 2], stray).ready).toBe(false);
    const strayRight: matching.Pair<string, number>[] = [
      ["a", 1],
      ["b", 9],
      ["c", null],
    ];
    expect(matching.check(ids, [1, 2], strayRight)).toMatchObject({ missing: { en: "Join only what is on offer" } });
    expect(labelling.check<string>(2, ["x", "z"], (name) => name === "x")).toMatchObject({
      missing: { en: "The labels do not fit the picture" },
    });
    const open = labelling.check<string>(2, ["x", null], (name) => name === "x");
    expect(open).toMatchObject({ missing: { en: "Label 1 more" } });
  });

  it("is nothing at the limits themselves", () => {
    expect(selection.check(ids, ["a"], { most: 1 }).ready).toBe(true);
    expect(selection.check(ids, ["a", "b"], { least: 2, nothing: text("pick") }).ready).toBe(true);
    expect(selection.check(ids, [], { least: 0, nothing: text("pick") }).ready).toBe(true);
    expect(selection.check(ids, ["a"], { least: 2, nothing: text("pick") })).toMatchObject({ missing: { en: "Choose 1 more" } });
    expect(region.check({ rows: 1, columns: 2 }, [1]).ready).toBe(true);
  });
});

describe("points", () => {
  it("of a number are all at the edge of the full band, and none where none was given", () => {
    const band = { full: 5, zero: 15 };
    expect([0, 5, 6, 14, 15, 99].map((off) => estimate.pointsOf(50 + off, 50, band, 10))).toEqual([10, 10, 9, 1, 0, 0]);
    expect(estimate.pointsOf(null, 0, band, 10)).toBe(0);
    const given = { truth: [0, 50], values: [0, 58], band: () => band, label };
    expect(estimate.points(given)).toMatchObject({ earned: 17, total: 20 });
    expect(notes(estimate.points({ ...given, note: onlyWrong(0) }))).toEqual([undefined, "no. 58"]);
  });

  it("of labels weigh every label alike above the constant, whatever the counts", () => {
    const ids = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    // 4 of x, 6 of y: an x weighs 3 of 12, a y 2; 12 are taken off.
    const truth = ids.map((i) => (i < 4 ? "x" : "y"));
    const grade = (labels: readonly (string | null)[]) => labelling.points({ ids, truth, labels, label, aboveConstant: true, each: 2 });
    expect(grade(truth)).toMatchObject({ earned: 24, total: 24 });
    expect(grade(truth.map((name, i) => (i === 0 ? "y" : name))).earned).toBe(18);
    expect(grade(truth.map((name, i) => (i === 9 ? "x" : name))).earned).toBe(20);
    const nearly = labelling.points<number, string>({
      ids: [0, 1],
      truth: ["x", "y"],
      labels: [null, "x"],
      label,
      each: 3,
      nearly: () => 1,
    });
    expect(nearly.parts.map(({ earned }) => earned)).toEqual([0, 1]);
  });

  it("of pairs are taken for wrong ones alone, not for those left open", () => {
    const rule = { lefts: ["a", "b", "c"], truth: (left: string) => (left === "a" ? 1 : null), label, penalty: 1 };
    expect(matching.points<string, number>({ ...rule, pairs: [["a", 1]] })).toMatchObject({ earned: 1, total: 3 });
    const one = matching.points<string, number>({
      ...rule,
      pairs: [
        ["a", 1],
        ["b", 2],
      ],
      note: onlyWrong("a"),
    });
    expect(one).toMatchObject({ earned: 0, total: 3 });
    expect(notes(one)).toEqual([undefined, "no. 2", "no. undefined"]);
    expect(
      matching.points<string, number>({
        ...rule,
        pairs: [
          ["a", 1],
          ["b", null],
          ["c", 2],
        ],
      }).earned,
    ).toBe(1);
  });

  it("of an order count no pair of which one thing is not placed", () => {
    const rule = { ids: ["a", "b", "c"], rank: (id: string) => "abc".indexOf(id), label };
    const some = ordering.points({ ...rule, order: ["b", "a"], note: onlyWrong() });
    // a and b are turned round, each counted from both sides; c stands nowhere.
    expect(some).toMatchObject({ earned: 0, total: 6 });
    expect(some.parts.map(({ earned }) => earned)).toEqual([0, 0, 0]);
    expect(notes(some)).toEqual(["no. 1", "no. 0", "no. null"]);
    for (const two of [
      ["a", "b"],
      ["a", "c"],
      ["b", "c"],
    ])
      expect(ordering.points({ ...rule, order: two }), two.join()).toMatchObject({ earned: 2, total: 6 });
    expect(notes(ordering.points({ ...rule, order: ["a", "b", "c"], note: onlyWrong("a", "b", "c") }))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(ordering.points({ ...rule, order: ["a", "b", "c"] }).parts.every(({ correct }) => correct)).toBe(true);
  });

  it("of a painted region begin above what blindness has and end at the full band", () => {
    const grid = { rows: 2, columns: 4 };
    const rule = { grid, truth: [0, 1, 2, 3], label: { covered: text("covered"), spared: text("spared") } };
    const graded = region.points({ ...rule, painted: [0, 1, 2, 3], note: (side, cells) => text(`${side} ${cells}`) });
    expect(graded).toMatchObject({
      earned: 100,
      parts: [
        { id: "covered", correct: true, earned: 4, total: 4 },
        { id: "spared", correct: true },
      ],
    });
    expect(notes(graded)).toEqual([undefined, undefined]);
    expect(region.points({ ...rule, painted: [0, 1, 2], full: 0.75 }).earned).toBe(100);
    // Better than the full band asks is no more than everything.
    expect(region.points({ ...rule, painted: [0, 1, 2, 3], full: 0.75 }).earned).toBe(100);
    expect(region.points({ ...rule, painted: [] }).earned).toBe(0);
    expect(region.cellIou([], [])).toBe(0);
    expect(region.blindIou(rule)).toBe(0.5);
    expect(region.fair({ ...rule, full: 0.5 })).toBe(false);
  });

  it("of a chosen set need no notes", () => {
    const rule = { ids: ["a", "b", "c"], truth: ["a"], label };
    expect(selection.points({ ...rule, chosen: ["b"] }).parts.map(({ earned, total }) => [earned, total])).toEqual([
      [0, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(notes(selection.points({ ...rule, chosen: ["a", "b"], note: onlyWrong("a", "c") }))).toEqual([
      undefined,
      "no. extra",
      undefined,
    ]);
    expect(selection.points({ ...rule, chosen: ["a", "b"] }).earned).toBe(0);
    expect(selection.points({ ...rule, chosen: ["a"] }).parts[0]).toMatchObject({ correct: true, earned: 1, total: 1 });
  });
});
