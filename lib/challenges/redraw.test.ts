import { describe, expect, it } from "vitest";
import { seeded } from "@/lib/engine/random";
import { redraw, RedrawError, subseed } from "./redraw";

const SEEDS = 10_000;
const PARTS = ["boxes", "scores", "box"] as const;

/** The first number of a part, for the seeds 0 … 9,999. */
const firsts = (part: string) => Array.from({ length: SEEDS }, (_, seed) => seeded(subseed(String(seed), part)).next());

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, v) => sum + v, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  const spread = (list: readonly number[], m: number) => Math.sqrt(list.reduce((sum, v) => sum + (v - m) ** 2, 0));
  return a.reduce((sum, v, i) => sum + (v - ma) * (b[i] - mb), 0) / (spread(a, ma) * spread(b, mb));
}

/** χ² of a count for each cell against equal counts: about its degrees of freedom, ± √(2·df). */
function chiSquare(cells: readonly number[], count: number): number {
  const seen = Array.from({ length: count }, () => 0);
  for (const cell of cells) seen[cell]++;
  const expected = cells.length / count;
  return seen.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

/** Five standard deviations above the mean of χ² with `df` degrees of freedom. */
const bound = (df: number) => df + 5 * Math.sqrt(2 * df);

describe("subseed", () => {
  it("tells apart what concatenation would not", () => {
    const seeds = [subseed("1", "1/2"), subseed("1/1", "2"), subseed("1", '1","2'), subseed('1","1', "2"), subseed(subseed("1", "1"), "2")];
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(subseed("42", "boxes")).toBe('["42","boxes"]');
  });

  it("gives parts without correlation over 10,000 seeds", () => {
    const values = PARTS.map(firsts);
    for (let i = 0; i < PARTS.length; i++) {
      for (let j = 0; j < i; j++)
        expect(Math.abs(correlation(values[i], values[j])), `${PARTS[i]} and ${PARTS[j]}`).toBeLessThan(4 / Math.sqrt(SEEDS));
      // Nor with the same part of the next seed.
      expect(Math.abs(correlation(values[i].slice(1), values[i].slice(0, -1)))).toBeLessThan(4 / Math.sqrt(SEEDS));
    }
  });

  it("gives two parts that fill all 16 × 16 fields evenly", () => {
    const [boxes, scores] = [firsts("boxes"), firsts("scores")];
    const fields = boxes.map((value, i) => 16 * Math.floor(16 * value) + Math.floor(16 * scores[i]));
    expect(chiSquare(fields, 256)).toBeLessThan(bound(255));
  });

  it("gives bits that are 1 half of the time, each alone and each against the same bit of another part", () => {
    const bits = (part: string) => firsts(part).map((value) => Math.floor(value * 2 ** 32));
    const [boxes, scores] = [bits("boxes"), bits("scores")];
    for (const list of [boxes, scores, boxes.map((value, i) => value ^ scores[i])]) {
      for (let bit = 0; bit < 32; bit++)
        expect(
          chiSquare(
            list.map((value) => (value >>> bit) & 1),
            2,
          ),
          `bit ${bit}`,
        ).toBeLessThan(25);
    }
  });
});

describe("redraw", () => {
  const task = {
    kind: "demo",
    seed: "7",
    level: 2,
    draw: ({ part }) => part("boxes").int(0, 99),
    slack: (n: number) => Math.abs(n - 50),
    margin: 45,
  } as const satisfies Parameters<typeof redraw<number>>[0];

  it("draws until the slack is at least the margin and the draft is accepted", () => {
    for (let seed = 0; seed < 200; seed++) {
      const n = redraw({ ...task, seed: String(seed), accept: (draft) => draft % 2 === 0 });
      expect(Math.abs(n - 50)).toBeGreaterThanOrEqual(45);
      expect(n % 2).toBe(0);
    }
  });

  it("gives the same draft each time, another for another seed, level or kind", () => {
    const wide = { ...task, margin: 0, draw: ({ part }: Parameters<typeof task.draw>[0]) => part("boxes").next() };
    expect(redraw(wide)).toBe(redraw(wide));
    expect(new Set([wide, { ...wide, seed: "8" }, { ...wide, level: 3 as const }, { ...wide, kind: "other" }].map(redraw)).size).toBe(4);
  });

  it("draws a part's numbers afresh in each try, a fixed part's once for all tries", () => {
    const seen: [number, number, number][] = [];
    redraw({
      ...task,
      draw: ({ part, fixed }) => {
        seen.push([fixed("threshold").next(), part("boxes").next(), part("boxes").next()]);
        return seen.length;
      },
      slack: (n) => n,
      margin: 3,
    });
    expect(seen).toHaveLength(3);
    expect(new Set(seen.map(([threshold]) => threshold)).size).toBe(1);
    expect(new Set(seen.map(([, boxes]) => boxes)).size).toBe(3);
    // Asked for again, a part begins again: what one function draws moves nobody else's numbers.
    for (const [, first, again] of seen) expect(again).toBe(first);
  });

  it("keeps one part as it was when another draws more", () => {
    const draft = (many: number) =>
      redraw({
        ...task,
        draw: ({ part }) => {
          const boxes = part("boxes");
          for (let i = 0; i < many; i++) boxes.next();
          return part("scores").next();
        },
        slack: () => Infinity,
      });
    expect(draft(1)).toBe(draft(100));
  });

  it("gives up with an error that names kind, seed, level and why", () => {
    const hopeless = () => redraw({ ...task, margin: 1000, tries: 20 });
    expect(hopeless).toThrow(RedrawError);
    expect(hopeless).toThrow(
      'demo: no instance for seed "7" at level 2 in 20 tries (0 came to nothing, 20 below the margin 1000, 0 refused)',
    );
    expect(() => redraw({ ...task, draw: () => null, tries: 3 })).toThrow("(3 came to nothing, 0 below the margin 45, 0 refused)");
    expect(() => redraw({ ...task, slack: () => NaN, tries: 3 })).toThrow("3 below the margin");
    expect(() => redraw({ ...task, accept: () => false, margin: 0, tries: 4 })).toThrow("0 below the margin 0, 4 refused");
    expect(hopeless).toThrow(expect.objectContaining({ name: "RedrawError", kind: "demo", seed: "7", level: 2, tries: 20 }));
    for (const tries of [0, -1, 1.5, NaN]) {
      expect(() => redraw({ ...task, tries })).toThrow(RangeError);
      expect(() => redraw({ ...task, tries })).toThrow(`demo: tries must be a whole number above 0 (received ${tries})`);
    }
    expect(redraw({ ...task, margin: 0, tries: 1 })).toBeGreaterThanOrEqual(0);
  });
});
