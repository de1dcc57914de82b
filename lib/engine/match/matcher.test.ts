import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fpnLevels, matchAnchors, matchQuality, matchSsd, matchSsdQuality, mineHardNegatives } from ".";

describe("matchQuality", () => {
  it("labels positive, ignored and background anchors", () => {
    expect([...matchQuality([0.75, 0.5, 0.2], 1, 3).matches]).toEqual([0, -2, -1]);
  });

  it("counts a value at the upper threshold as positive, and as ignored when only > counts", () => {
    const table = [0.7, 0.9, 0.3, 0.1];
    expect([...matchQuality(table, 1, 4).matches]).toEqual([0, 0, -2, -1]);
    expect([...matchQuality(table, 1, 4, { positiveFrom: "above" }).matches]).toEqual([-2, 0, -2, -1]);
  });

  it("rescues every anchor tied for an object's best, or none without low-quality matches", () => {
    const table = [0.4, 0.1, 0.4];
    expect([...matchQuality(table, 1, 3).matches]).toEqual([0, -1, 0]);
    expect([...matchQuality(table, 1, 3, { lowQuality: false }).matches]).toEqual([-2, -1, -2]);
  });

  it("gives a rescued anchor to its own best object, or to the object that rescued it", () => {
    // Anchor 0 is object 1's best (0.4), but overlaps object 0 more (0.5); object 0 has a better anchor.
    const table = [0.5, 0.8, 0.4, 0.2];
    expect([...matchQuality(table, 2, 2).matches]).toEqual([0, 0]);
    expect([...matchQuality(table, 2, 2, { rescuedTo: "rescuer" }).matches]).toEqual([1, 0]);
  });

  it("lets an object that meets nothing rescue every anchor, unless a rescue needs overlap", () => {
    expect([...matchQuality([0, 0], 1, 2).matches]).toEqual([0, 0]);
    expect([...matchQuality([0, 0], 1, 2, { rescueNeedsOverlap: true }).matches]).toEqual([-1, -1]);
  });

  it("gives ties over objects to the lower index", () => {
    expect([...matchQuality([0.8, 0.8], 2, 1).matches]).toEqual([0]);
  });

  it("makes everything background without objects", () => {
    const { matches, maxIou } = matchQuality([], 0, 3);
    expect([[...matches], [...maxIou]]).toEqual([
      [-1, -1, -1],
      [0, 0, 0],
    ]);
  });

  it("names what is wrong", () => {
    expect(() => matchQuality([0.5], 1, 2)).toThrow(/^quality: must have length 2/);
    expect(() => matchQuality([0.5], 1, 1, { positive: 0.3, negative: 0.4 })).toThrow(/^negative: must not exceed/);
    expect(() => matchQuality([NaN], 1, 1)).toThrow(/^quality\[0\]/);
  });

  it("labels consistently with each anchor's best IoU", () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 })).chain(([g, n]) =>
      fc.record({
        g: fc.constant(g),
        n: fc.constant(n),
        quality: fc.array(
          fc.nat(10).map((k) => k / 10),
          { minLength: g * n, maxLength: g * n },
        ),
      }),
    );
    fc.assert(
      fc.property(table, ({ g, n, quality }) => {
        const plain = matchQuality(quality, g, n, { lowQuality: false });
        const rescued = matchQuality(quality, g, n);
        for (let a = 0; a < n; a++) {
          const own = Math.max(...Array.from({ length: g }, (_, i) => quality[i * n + a]));
          expect(plain.maxIou[a]).toBe(own);
          expect(plain.matches[a] >= 0).toBe(own >= 0.7);
          expect(plain.matches[a] === -1).toBe(own < 0.3);
          if (rescued.matches[a] >= 0) expect(quality[rescued.matches[a] * n + a]).toBe(own);
        }
        for (let i = 0; i < g; i++) {
          const row = quality.slice(i * n, i * n + n);
          const best = row.indexOf(Math.max(...row));
          expect(rescued.matches[best]).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe("matching boxes", () => {
  it("gives the worked example of matchAnchors", () => {
    const { matches, maxIou } = matchAnchors([0, 0, 10, 10, 0, 0, 10, 20, 50, 50, 60, 60], [0, 0, 10, 10]);
    expect([...matches]).toEqual([0, -2, -1]);
    expect([...maxIou]).toEqual([1, 0.5, 0]);
  });

  it("forces each object's best default box in SSD, the later object winning a shared one", () => {
    expect([...matchSsdQuality([0.2, 0.4, 0.6, 0.1], 2, 2).matches]).toEqual([1, 0]);
    expect([...matchSsdQuality([0.9, 0.1, 0.8, 0.2], 2, 2).matches]).toEqual([1, -1]);
    expect([...matchSsd([0, 0, 10, 10, 20, 20, 30, 30], [0, 0, 10, 4]).matches]).toEqual([0, -1]);
  });
});

describe("mineHardNegatives", () => {
  it("takes the three hardest negatives a positive, and never an ignored box", () => {
    const mined = mineHardNegatives([1, 5, 2, 9, 3, 99], [0, -1, -1, -1, -1, -2]);
    expect([...mined.positives]).toEqual([0]);
    expect([...mined.negatives]).toEqual([3, 1, 4]);
  });

  it("takes the lower index among equal losses, and what there is when negatives run out", () => {
    expect([...mineHardNegatives([1, 1, 1, 1, 1], [0, -1, -1, -1, -1]).negatives]).toEqual([1, 2, 3]);
    expect([...mineHardNegatives([1, 1], [0, -1]).negatives]).toEqual([1]);
  });

  it("takes none without positives, unless a least number is asked for", () => {
    expect(mineHardNegatives([4, 5], [-1, -1]).negatives).toHaveLength(0);
    expect([...mineHardNegatives([4, 5], [-1, -1], { atLeast: 1 }).negatives]).toEqual([1]);
  });
});

describe("fpnLevels", () => {
  it("sends squares of 112, 223.9, 224 and 448 to levels 3, 3, 4 and 5", () => {
    const squares = [112, 223.9, 224, 448].flatMap((side) => [0, 0, side, side]);
    expect([...fpnLevels(squares)]).toEqual([3, 3, 4, 5]);
  });

  it("clamps to the pyramid, and puts an empty box at its foot", () => {
    expect([...fpnLevels([0, 0, 4, 4, 0, 0, 5000, 5000, 5, 5, 5, 5])]).toEqual([2, 5, 2]);
  });
});
