import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisher, ofAlpha, wilson } from "./intervals";
import { quantile } from "./numbers";
import * as statistics from "./statistics";
import type { Marks } from "./statistics";

/** Ten students, four items; every figure below was worked out by hand from the definitions. */
const GOLDEN: Marks = [
  [1, 1, 1, 0.5],
  [1, 1, 0, 1],
  [1, 0, 1, 0.5],
  [1, 1, 1, 0],
  [0, 1, 0, 0.5],
  [1, 0, 0, 0],
  [0, 0, 0, 0.5],
  [0, 1, 1, 0],
  [1, 1, 1, 1],
  [0, 0, 1, 0],
].map((row) => row.map((mark) => 100 * mark));

const four = (value: number | null) => Number((value ?? Number.NaN).toFixed(4));
const each = (of: (marks: Marks, column: number) => { readonly value: number | null } | number | null, marks = GOLDEN) =>
  marks[0].map((_, column) => {
    const found = of(marks, column);
    return found === null || typeof found === "number" ? found : found.value;
  });

describe("the golden table", () => {
  it.each([
    ["facility", statistics.facility, [60, 60, 60, 40]],
    ["standard deviation", statistics.deviation, [51.6398, 51.6398, 51.6398, 39.4405]],
    ["discrimination", statistics.discrimination, [33.2205, 33.2205, 8.4215, 21.8218]],
    ["efficiency", statistics.efficiency, [41.1765, 41.1765, 10.2564, 24.2424]],
    ["item and total", statistics.itemTotal, [69.1023, 69.1023, 50.9175, 52.381]],
    ["effective weight", statistics.weight, [27.6298, 27.6298, 23.7173, 21.0231]],
  ])("%s", (_, of, expected) => {
    expect(each(of).map(four)).toEqual(expected);
  });

  it("consistency and the share of chance", () => {
    expect(four(statistics.consistency(GOLDEN).value)).toBe(42.328);
    expect(four(statistics.errorRatio(GOLDEN))).toBe(75.9421);
  });

  it("says that ten are too few, and how each figure comes about", () => {
    const { few, n, how } = statistics.facility(GOLDEN, 0);
    expect({ few, n }).toEqual({ few: true, n: 10 });
    expect(how[0].en).toContain("600 points ÷ 10 = 60.0%");
    expect(how[0].ko).toContain("600점");
  });
});

const mark = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 100 }));
const tables = fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 6 }), fc.boolean()).chain(([rows, columns, full]) =>
  fc.array(fc.array(full ? fc.integer({ min: 0, max: 100 }) : mark, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

/** Every figure of a table, by item. */
function allOf(marks: Marks) {
  const plain = ({ value, interval, n }: ReturnType<typeof statistics.facility>) => ({ n, value, interval });
  return {
    items: marks[0].map((_, column) => ({
      facility: plain(statistics.facility(marks, column)),
      deviation: statistics.deviation(marks, column),
      discrimination: plain(statistics.discrimination(marks, column)),
      efficiency: plain(statistics.efficiency(marks, column)),
      weight: plain(statistics.weight(marks, column)),
      itemTotal: statistics.itemTotal(marks, column),
    })),
    consistency: plain(statistics.consistency(marks)),
    errorRatio: statistics.errorRatio(marks),
    totals: statistics.totals(marks),
  };
}

/** The same, but for the last digits of sums that were taken in another order. */
function about(value: unknown): unknown {
  if (typeof value === "number") return expect.closeTo(value, 8);
  if (Array.isArray(value)) return value.map(about);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, about(each)]));
  return value;
}

const inAnotherOrder = <T>(list: readonly T[], random: fc.Stream<number>): T[] =>
  list
    .map((each) => ({ each, at: random.next().value }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);

const columns = (marks: Marks, places: readonly number[]): Marks => marks.map((row) => places.map((i) => row[i]));

describe("any table", () => {
  it("says the same when students stand in another order", () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.nat()), (marks, random) => {
        expect(allOf(inAnotherOrder(marks, random))).toEqual(about(allOf(marks)));
      }),
      { numRuns: 300 },
    );
  });

  it("follows the items, not their places", () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.nat()), (marks, random) => {
        const places = inAnotherOrder([...marks[0].keys()], random);
        const straight = allOf(marks);
        expect(allOf(columns(marks, places))).toEqual(about({ ...straight, items: places.map((i) => straight.items[i]) }));
      }),
      { numRuns: 300 },
    );
  });

  // Here some covariances are nothing. What rounding leaves over of such is a figure once its root is taken.
  it.each([
    [
      "an item and the others without a student",
      [
        [64, 78, 32, 62, 98, 3],
        [96, 67, 4, 0, 0, 0],
        [0, 20, 4, 86, 0, 5],
      ],
    ],
    [
      "an item and the whole",
      [
        [36, 0, 64, 57, 42],
        [6, 0, 0, 0, 0],
        [7, 78, 12, 21, 80],
      ],
    ],
    [
      "no chance in the whole",
      [
        [1, 1, 1],
        [2, 2, 2],
        [4, 4, 4],
        [5, 5, 5],
        [1, 1, 1],
      ],
    ],
    [
      "as much in the items as in the whole",
      [
        [1, 1, 0],
        [0, 1, 0],
        [1, 0, 0],
        [0, 0, 0],
      ],
    ],
    [
      "all students alike",
      [
        [10, 0, 0],
        [0, 10, 0],
        [0, 0, 10],
      ],
    ],
  ])("is sure of nothing: %s", (_, marks: Marks) => {
    const students = [...marks.keys()];
    const turned = students.map((first) => allOf(students.map((i) => marks[(first + i) % marks.length])));
    expect(turned).toEqual(turned.map(() => about(allOf(marks))));
    const places = [...marks[0].keys()].reverse();
    const straight = allOf(marks);
    expect(allOf(columns(marks, places))).toEqual(about({ ...straight, items: places.map((i) => straight.items[i]) }));
  });

  it("has finite numbers inside their intervals, or null", () => {
    fc.assert(
      fc.property(tables, (marks) => {
        const { items, consistency } = allOf(marks);
        const figures = [consistency, ...items.flatMap((item) => [item.facility, item.discrimination, item.efficiency, item.weight])];
        const numbers = figures.flatMap(({ value, interval }) => [value, ...(interval ?? [])]).filter((value) => value !== null);
        expect(numbers.every(Number.isFinite)).toBe(true);
        const inside = figures.flatMap(({ value, interval }) => (interval === null ? [] : [[interval[0], value, interval[1]]]));
        expect(inside.filter(([low, value, high]) => !((low ?? 0) <= (value ?? 0) + 1e-6 && (value ?? 0) <= (high ?? 0) + 1e-6))).toEqual(
          [],
        );
      }),
      { numRuns: 60 },
    );
  });

  it("says nothing of an item that all got alike", () => {
    const marks = GOLDEN.map((row) => [100, ...row.slice(1)]);
    expect([statistics.discrimination(marks, 0).value, statistics.efficiency(marks, 0).value, statistics.itemTotal(marks, 0)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(statistics.facility(marks, 0).value).toBe(100);
  });

  it("gives no weight to an item that goes against the whole", () => {
    const marks = [
      [100, 0, 0],
      [100, 0, 10],
      [0, 100, 90],
      [0, 100, 100],
    ];
    expect(statistics.weight(marks, 0).value).toBeNull();
  });
});

describe("intervals", () => {
  it("are the published ones", () => {
    // Newcombe (1998), table I: 81 of 263 and 0 of 20.
    expect(wilson(81 / 263, 263).map((end) => Number(end.toFixed(4)))).toEqual([0.2553, 0.3662]);
    expect(wilson(0, 20).map((end) => Number(end.toFixed(4)))).toEqual([0, 0.1611]);
    expect(fisher(0.5, 28)?.map((end) => Number(end.toFixed(3)))).toEqual([0.156, 0.736]);
    expect(fisher(1, 28)).toBeNull();
    expect(ofAlpha(0.8, 50, 10)?.map((end) => Number(end.toFixed(3)))).toEqual([0.695, 0.869]);
  });

  it("quartiles lie between neighbours", () => {
    expect([0.25, 0.5, 0.75].map((p) => quantile([10, 4, 1, 7], p))).toEqual([3.25, 5.5, 7.75]);
  });
});
