import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { iou } from "../boxes/overlap";
import type { BoxXYXY } from "../boxes/types";
import {
  anchorCoverage,
  coverageScore,
  evaluateAnchorChoice,
  gridAnchors,
  gridCoverage,
  gridSize,
  reachesScore,
  searchAnchorSet,
  type AnchorSearch,
} from ".";

const object: fc.Arbitrary<BoxXYXY> = fc
  .tuple(fc.nat(80), fc.nat(80), fc.integer({ min: 8, max: 48 }), fc.integer({ min: 8, max: 48 }))
  .map(([x, y, w, h]) => [x, y, x + w, y + h]);

const search: fc.Arbitrary<AnchorSearch> = fc
  .record({
    objects: fc.array(object, { minLength: 1, maxLength: 5 }),
    budget: fc.integer({ min: 1, max: 5 }),
    threshold: fc.constantFrom(0.3, 0.5),
    recallWeight: fc.constantFrom(0, 0.5, 1),
  })
  .map((chosen) => ({
    ...chosen,
    objects: chosen.objects.flat(),
    scales: [12, 20, 32, 44],
    ratios: [0.5, 1, 2],
    stride: 16,
    imageWidth: 128,
    imageHeight: 128,
  }));

/** Every subset of 0..n−1 with at least one member. */
function subsets(n: number): number[][] {
  return Array.from({ length: 2 ** n - 1 }, (_, k) => Array.from({ length: n }, (_, bit) => bit).filter((bit) => ((k + 1) >> bit) & 1));
}

describe("anchorCoverage", () => {
  it("gives the worked example of the docstring", () => {
    const found = anchorCoverage([0, 0, 10, 10], [0, 0, 10, 20, 5, 0, 15, 10], 0.5);
    expect([...found.bestIou]).toEqual([0.5]);
    expect([...found.bestAnchor]).toEqual([0]);
    expect([found.meanBestIou, found.recall]).toEqual([0.5, 1]);
  });

  it("is 0 without anchors and without objects", () => {
    const none = anchorCoverage([0, 0, 10, 10], [], 0.5);
    expect([none.meanBestIou, none.recall, none.bestAnchor[0]]).toEqual([0, 0, -1]);
    expect(anchorCoverage([], [0, 0, 1, 1], 0.5).meanBestIou).toBe(0);
  });

  it("takes each object's best IoU over all anchors", () => {
    fc.assert(
      fc.property(fc.array(object, { maxLength: 5 }), (objects) => {
        const anchors = gridAnchors({ imageWidth: 128, imageHeight: 128, stride: 32, scales: [16, 40], ratios: [0.5, 2] });
        const found = anchorCoverage(objects.flat(), anchors, 0.4);
        objects.forEach((one, i) => {
          let best = 0;
          for (let a = 0; a < anchors.length; a += 4)
            best = Math.max(best, iou(one, [anchors[a], anchors[a + 1], anchors[a + 2], anchors[a + 3]]));
          expect(found.bestIou[i]).toBeCloseTo(best, 12);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe("gridCoverage", () => {
  it("is what looking at every anchor of the grid gives, to the last bit", () => {
    const far = fc.tuple(fc.float({ min: -300, max: 300, noNaN: true }), fc.float({ min: -300, max: 300, noNaN: true }));
    const anywhere = fc.record({ at: far, sides: fc.tuple(fc.integer({ min: 1, max: 160 }), fc.integer({ min: 1, max: 160 })) });
    fc.assert(
      fc.property(
        fc.array(anywhere, { maxLength: 6 }),
        fc.constantFrom(8, 16, 32),
        fc.constantFrom(12, 37.5, 64, 192),
        fc.constantFrom(1 / 3, 0.5, 1, 3),
        (drawn, stride, scale, ratio) => {
          const objects = drawn.flatMap(({ at: [x, y], sides: [w, h] }) => [x, y, x + w, y + h]);
          const size = { imageWidth: 160, imageHeight: 96, stride };
          const anchors = gridAnchors({ ...size, scales: [scale], ratios: [ratio] });
          const { bestIou, bestAnchor } = anchorCoverage(objects, anchors, 0);
          expect(gridCoverage(objects, anchors, gridSize(size).columns)).toEqual({ bestIou, bestAnchor });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("refuses anchors that do not fill their rows", () => {
    expect(() => gridCoverage([0, 0, 1, 1], [0, 0, 1, 1, 1, 0, 2, 1, 2, 0, 3, 1], 2)).toThrow("anchors");
    expect(() => gridCoverage([0, 0, 1, 1], [], 2)).toThrow("anchors");
  });
});

describe("searchAnchorSet", () => {
  const one: AnchorSearch = {
    objects: [24, 24, 40, 40],
    imageWidth: 64,
    imageHeight: 64,
    stride: 16,
    scales: [16, 32],
    ratios: [1],
    budget: 1,
  };

  it("chooses the scale that fits in the docstring's example", () => {
    const best = searchAnchorSet({ ...one, objects: [16, 16, 32, 32] });
    expect([best.scales, best.ratios, best.shapes]).toEqual([[0], [0], [[0, 0]]]);
    expect([best.meanBestIou, best.recall, best.score]).toEqual([1, 1, 1]);
  });

  it("chooses the larger scale for the same object standing between centres: IoU 1/4 against 1/7", () => {
    const best = searchAnchorSet(one);
    expect([best.scales, best.meanBestIou, best.recall]).toEqual([[1], 0.25, 0]);
  });

  it("prefers fewer anchors among equal scores", () => {
    const best = searchAnchorSet({ ...one, objects: [16, 16, 32, 32], budget: 2 });
    expect(best.shapes).toEqual([[0, 0]]);
  });

  it("prefers the shape that comes first among equals", () => {
    const flat = { ...one, objects: [16, 16, 32, 32, 0, 0, 16, 16], scales: [16], ratios: [2, 0.5] };
    expect(searchAnchorSet(flat).ratios).toEqual([0]);
  });

  it("finds what trying every product finds", () => {
    fc.assert(
      fc.property(search, (task) => {
        const best = searchAnchorSet(task);
        let top = -1;
        for (const s of subsets(4)) {
          for (const r of subsets(3)) {
            if (s.length * r.length > task.budget) continue;
            top = Math.max(
              top,
              evaluateAnchorChoice(
                task,
                r.flatMap((j) => s.map((i): [number, number] => [i, j])),
              ).score,
            );
          }
        }
        expect(best.score).toBeCloseTo(top, 12);
        expect(best.scales.length * best.ratios.length).toBeLessThanOrEqual(task.budget);
        expect(best.score).toBeCloseTo(coverageScore(best, task.recallWeight ?? 0.5), 12);
      }),
      { numRuns: 15 },
    );
  });

  it("finds what trying every set of shapes finds, and never less than the best product", () => {
    fc.assert(
      fc.property(search, (task) => {
        const few = { ...task, scales: [12, 24, 40], ratios: [0.5, 2], mode: "shapes" as const };
        const best = searchAnchorSet(few);
        let top = -1;
        for (const set of subsets(6)) {
          if (set.length > few.budget) continue;
          top = Math.max(
            top,
            evaluateAnchorChoice(
              few,
              set.map((k): [number, number] => [k % 3, Math.floor(k / 3)]),
            ).score,
          );
        }
        expect(best.score).toBeCloseTo(top, 12);
        expect(best.shapes.length).toBeLessThanOrEqual(few.budget);
        expect(best.score).toBeGreaterThanOrEqual(searchAnchorSet({ ...few, mode: "product" }).score - 1e-12);
      }),
      { numRuns: 15 },
    );
  });

  it("reports the coverage that the chosen anchors really have", () => {
    fc.assert(
      fc.property(search, (task) => {
        const best = searchAnchorSet(task);
        const anchors = gridAnchors({
          ...task,
          scales: best.scales.map((i) => task.scales[i]),
          ratios: best.ratios.map((i) => task.ratios[i]),
        });
        const real = anchorCoverage(task.objects, anchors, task.threshold ?? 0.5);
        expect(real.meanBestIou).toBeCloseTo(best.meanBestIou, 12);
        expect(real.recall).toBe(best.recall);
      }),
      { numRuns: 15 },
    );
  });

  it("names what is wrong", () => {
    expect(() => searchAnchorSet({ ...one, budget: 0 })).toThrow(/^budget: /);
    expect(() => searchAnchorSet({ ...one, scales: [16, 16] })).toThrow(/^scales: must not hold a value twice/);
    expect(() => searchAnchorSet({ ...one, ratios: [] })).toThrow(/^ratios: must hold 1 to 16/);
    expect(() => evaluateAnchorChoice(one, [[5, 0]])).toThrow(/^shapes\[0\]: /);
  });
});

describe("reachesScore", () => {
  it("says of every score whether the search would exceed it", () => {
    fc.assert(
      fc.property(search, fc.double({ min: 0, max: 1, noNaN: true }), (given, score) => {
        const { score: most } = searchAnchorSet(given);
        const near = 1e-9;
        expect(reachesScore(given, most + near)).toBe(false);
        expect(reachesScore(given, most - near)).toBe(true);
        fc.pre(Math.abs(score - most) > near);
        expect(reachesScore(given, score)).toBe(most > score);
      }),
      { numRuns: 200 },
    );
  });
});
