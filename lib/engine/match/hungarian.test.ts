import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign, detrCost, detrMatch, hungarianTrace } from ".";

interface Table {
  n: number;
  m: number;
  cost: number[];
}

const tables = (most: number, value: fc.Arbitrary<number>): fc.Arbitrary<Table> =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .chain(([n, m]) => fc.record({ n: fc.constant(n), m: fc.constant(m), cost: fc.array(value, { minLength: n * m, maxLength: n * m }) }));
const few = fc.integer({ min: -3, max: 6 });
const fine = fc.integer({ min: -100000, max: 100000 }).map((k) => k / 1000);

/** The least sum over all ways to pair, by trying them. */
function bruteForce({ n, m, cost }: Table): number {
  if (n > m) {
    const turned = Array.from({ length: n * m }, (_, k) => cost[(k % n) * m + Math.floor(k / n)]);
    return bruteForce({ n: m, m: n, cost: turned });
  }
  const used = new Set<number>();
  const from = (row: number): number => {
    if (row === n) return 0;
    let best = Infinity;
    for (let c = 0; c < m; c++) {
      if (used.has(c)) continue;
      used.add(c);
      best = Math.min(best, cost[row * m + c] + from(row + 1));
      used.delete(c);
    }
    return best;
  };
  return from(0);
}

describe("assign", () => {
  it("beats taking each row's cheapest in turn", () => {
    const found = assign([4, 5, 12, 5, 12, 12, 12, 4, 5], 3, 3);
    expect([[...found.rows], [...found.cols], found.total]).toEqual([[0, 1, 2], [1, 0, 2], 15]);
  });

  it("equals brute force on small tables, square or not, with many ties or few", () => {
    fc.assert(
      fc.property(fc.oneof(tables(6, few), tables(6, fine)), (table) => {
        const found = assign(table.cost, table.n, table.m);
        expect(found.total).toBeCloseTo(bruteForce(table), 9);
        expect(found.rows).toHaveLength(Math.min(table.n, table.m));
        expect(new Set(found.cols).size).toBe(found.cols.length);
        expect([...found.rows]).toEqual([...new Set(found.rows)].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  it("is no more than any permutation, and equals its trace, on larger tables", () => {
    fc.assert(
      fc.property(tables(24, fine), fc.infiniteStream(fc.nat()), ({ n, m, cost }, stream) => {
        const before = cost.slice();
        const { total } = assign(cost, n, m);
        const order = Array.from({ length: Math.max(n, m) }, (_, i) => i);
        for (let i = order.length - 1; i > 0; i--) {
          const j = (stream.next().value as number) % (i + 1);
          [order[i], order[j]] = [order[j], order[i]];
        }
        let random = 0;
        for (let i = 0; i < Math.min(n, m); i++) random += n <= m ? cost[i * m + order[i]] : cost[order[i] * m + i];
        expect(total).toBeLessThanOrEqual(random + 1e-9);
        expect(hungarianTrace(cost, n, m).steps.at(-1)?.total).toBeCloseTo(total, 9);
        expect(cost).toEqual(before);
        expect(assign(Float64Array.from(cost), n, m).total).toBe(total);
      }),
    );
  });

  it("maximises the negated costs", () => {
    fc.assert(
      fc.property(tables(6, few), ({ n, m, cost }) => {
        const most = assign(cost, n, m, { maximize: true }).total;
        const least = assign(
          cost.map((c) => -c),
          n,
          m,
        ).total;
        expect(most).toBeCloseTo(-least, 9);
      }),
    );
  });

  it("avoids forbidden pairs, and says when they leave no assignment", () => {
    const found = assign([1, Infinity, 2, 9], 2, 2);
    expect([[...found.cols], found.total]).toEqual([[0, 1], 10]);
    expect(() => assign([Infinity, 1, Infinity, 2], 2, 2)).toThrow(/^cost: leaves no assignment/);
    expect(assign([5, -Infinity], 1, 2, { maximize: true }).total).toBe(5);
  });

  it("returns nothing for a table without rows or columns", () => {
    expect(assign([], 0, 3)).toEqual({ rows: new Int32Array(0), cols: new Int32Array(0), total: 0 });
    expect(assign([], 3, 0).total).toBe(0);
  });

  it("names what is wrong", () => {
    expect(() => assign([1, 2, 3], 2, 2)).toThrow(/^cost: must have length 4/);
    expect(() => assign([1, NaN, 3, 4], 2, 2)).toThrow(/^cost\[0\]\[1\]/);
    expect(() => assign([1, 2, 3, 4, NaN, 6], 3, 2)).toThrow(/^cost\[2\]\[0\]/);
    expect(() => assign([1, -Infinity, 3, 4], 2, 2)).toThrow(/^cost\[0\]\[1\]/);
  });
});

describe("hungarianTrace", () => {
  it("shows the second row taking the first row's column", () => {
    const { side, steps } = hungarianTrace([4, 5, 12, 5, 12, 12, 12, 4, 5], 3, 3);
    expect(side).toBe("row");
    expect(steps.map((step) => step.total)).toEqual([4, 10, 15]);
    expect(steps[1].released).toEqual([[0, 0]]);
    expect(steps[1].matched).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(steps[2].pairs).toEqual([
      [0, 1],
      [1, 0],
      [2, 2],
    ]);
  });

  it("keeps prices feasible and tight on every pair in every round", () => {
    fc.assert(
      fc.property(tables(8, fine), ({ n, m, cost }) => {
        const { steps } = hungarianTrace(cost, n, m);
        for (const { rowDual, columnDual, pairs } of steps) {
          const entered = n <= m ? steps.length : m;
          expect(entered).toBe(Math.min(n, m));
          for (const [r, c] of pairs) expect(rowDual[r] + columnDual[c]).toBeCloseTo(cost[r * m + c], 9);
        }
        const { rowDual, columnDual } = steps[steps.length - 1];
        for (let r = 0; r < n; r++)
          for (let c = 0; c < m; c++) expect(rowDual[r] + columnDual[c]).toBeLessThanOrEqual(cost[r * m + c] + 1e-9);
      }),
    );
  });
});

describe("DETR matching", () => {
  const one = { logits: [0, 0], predBoxes: [0.5, 0.5, 0.2, 0.2], targetBoxes: [0.5, 0.5, 0.2, 0.2], targetLabels: [0] };

  it("uses the probability itself, not its logarithm", () => {
    expect(detrCost(one)[0]).toBeCloseTo(-2.5, 12);
    expect(detrCost({ ...one, logits: [Math.log(3), 0] })[0]).toBeCloseTo(-2.75, 12);
  });

  it("adds the L1 distance of cxcywh without square roots", () => {
    const moved = { ...one, predBoxes: [0.6, 0.5, 0.2, 0.3] };
    expect(detrCost(moved, { costClass: 0, costGiou: 0 })[0]).toBeCloseTo(5 * 0.2, 12);
  });

  it("gives every target a query of its own", () => {
    const match = detrMatch({
      logits: [5, 0, 5, 0, 0, 5],
      predBoxes: [0.2, 0.2, 0.1, 0.1, 0.8, 0.8, 0.1, 0.1, 0.5, 0.5, 0.1, 0.1],
      targetBoxes: [0.8, 0.8, 0.1, 0.1, 0.2, 0.2, 0.1, 0.1],
      targetLabels: [0, 0],
    });
    expect([[...match.queries], [...match.targets]]).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it("returns an empty matching without targets, and refuses a label that is no class", () => {
    expect(detrMatch({ ...one, targetBoxes: [], targetLabels: [] }).total).toBe(0);
    expect(() => detrCost({ ...one, targetLabels: [1] })).toThrow(/^targetLabels\[0\]: must be a class in 0..0/);
    expect(() => detrCost({ ...one, logits: [0, 0, 0.5, NaN] })).toThrow(/^logits\[3\]/);
  });
});
