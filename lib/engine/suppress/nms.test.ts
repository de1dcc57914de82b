import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { iou } from "../boxes/overlap";
import { boxAt } from "../boxes/shape";
import { seeded } from "../random";
import { batchedNms, nms } from "./nms";
import { rankByScore } from "./rank";
import { nmsTrace } from "./trace";

/** The definition, as slow as it comes. */
function nmsPlain(boxes: Float64Array, scores: ArrayLike<number>, threshold: number): number[] {
  const at = (i: number) => boxAt(boxes, i);
  let left = Array.from(scores, (_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b);
  const kept: number[] = [];
  while (left.length > 0) {
    const best = left[0];
    const box = at(best);
    kept.push(best);
    left = left.slice(1).filter((i) => !(iou(box, at(i)) > threshold));
  }
  return kept;
}

/** Coarse coordinates and few scores, so that equal scores, equal boxes and IoUs exactly at the threshold come up often. */
const coarse = fc.record({
  boxes: fc.array(
    fc.tuple(fc.nat(12), fc.nat(12), fc.nat(6), fc.nat(6)).map(([x, y, w, h]) => [x, y, x + w, y + h]),
    { maxLength: 90 },
  ),
  threshold: fc.constantFrom(0, 0.1, 0.25, 0.3, 1 / 3, 0.5, 0.6, 0.75, 1),
  seed: fc.nat(),
});

function scoresFor(n: number, seed: number, kinds = 6): number[] {
  const random = seeded(seed);
  return Array.from({ length: n }, () => random.int(0, kinds) / kinds);
}

describe("rankByScore", () => {
  it("orders like a stable comparison sort, whatever the length and the signs", () => {
    const score = fc.oneof(fc.constantFrom(0, -0, 1, -1, 0.5), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.array(score, { maxLength: 200 }), (scores) => {
        const expected = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b);
        // A difference of two huge numbers may overflow to Infinity, never to NaN, so the comparison sort is sound.
        expect([...rankByScore(scores)]).toEqual(expected);
      }),
    );
  });

  it("ranks a long list of shared prefixes exactly", () => {
    const random = seeded("prefixes");
    const scores = Array.from({ length: 3000 }, () => 0.5 + random.int(0, 500) * 2 ** -52);
    const expected = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b);
    expect([...rankByScore(scores)]).toEqual(expected);
  });

  it("refuses a score that is not a number", () => {
    expect(() => rankByScore([1, NaN])).toThrow(/^scores\[1\]/);
  });
});

describe("nms", () => {
  it("gives the worked example of the docstring", () => {
    expect(nms([0, 0, 10, 10, 1, 0, 11, 10, 20, 0, 30, 10], [0.9, 0.8, 0.7], 0.5)).toEqual([0, 2]);
  });

  it("keeps a box whose IoU equals the threshold, and drops it when told to count equality", () => {
    const boxes = [0, 0, 10, 10, 0, 0, 10, 5];
    expect(nms(boxes, [0.9, 0.8], 0.5)).toEqual([0, 1]);
    expect(nms(boxes, [0.9, 0.8], 0.5, { inclusive: true })).toEqual([0]);
  });

  it("takes the lower index first among equal scores", () => {
    const same = [0, 0, 10, 10, 0, 0, 10, 10, 0, 0, 10, 10];
    expect(nms(same, [0.5, 0.5, 0.5], 0.5)).toEqual([0]);
    expect(nms(same, [0.5, 0.7, 0.7], 0.5)).toEqual([1]);
  });

  it("keeps duplicates at threshold 1 and drops them when equality counts", () => {
    const same = [0, 0, 10, 10, 0, 0, 10, 10];
    expect(nms(same, [0.9, 0.8], 1)).toEqual([0, 1]);
    expect(nms(same, [0.9, 0.8], 1, { inclusive: true })).toEqual([0]);
  });

  it("leaves one survivor a class at threshold 0 when equality counts, since every IoU is at least 0", () => {
    const apart = [0, 0, 10, 10, 50, 50, 60, 60, 90, 90, 99, 99];
    expect(nms(apart, [0.1, 0.9, 0.5], 0, { inclusive: true })).toEqual([1]);
    expect(batchedNms(apart, [0.1, 0.9, 0.5], [1, 2, 1], 0, { inclusive: true })).toEqual([1, 2]);
  });

  it("keeps every box without area", () => {
    expect(nms([5, 5, 5, 5, 5, 5, 5, 5, 0, 0, 10, 10], [0.1, 0.2, 0.3], 0)).toEqual([2, 1, 0]);
  });

  it("returns an empty list for no boxes", () => {
    expect(nms([], [], 0.5)).toEqual([]);
    expect(batchedNms([], [], [], 0.5)).toEqual([]);
  });

  it("names the argument that does not fit", () => {
    expect(() => nms([0, 0, 1, 1], [], 0.5)).toThrow(/^scores: must have length 1/);
    expect(() => nms([0, 0, 1, 1], [0.5], 1.5)).toThrow(/^iouThreshold: /);
    expect(() => nms([0, 0, NaN, 1], [0.5], 0.5)).toThrow(/^boxes\[0\]\[2\]/);
    expect(() => batchedNms([0, 0, 1, 1], [0.5], [NaN], 0.5)).toThrow(/^classes\[0\]/);
    expect(() => nms([0, 0, 1, 1], [0.5], 0.5, { maxOutput: 1.5 })).toThrow(/^maxOutput: /);
  });

  it("stops at maxOutput and leaves out scores below scoreThreshold", () => {
    const boxes = [0, 0, 9, 9, 20, 0, 29, 9, 40, 0, 49, 9, 60, 0, 69, 9];
    expect(nms(boxes, [0.1, 0.2, 0.3, 0.4], 0.5, { maxOutput: 2 })).toEqual([3, 2]);
    expect(nms(boxes, [0.1, 0.2, 0.3, 0.4], 0.5, { scoreThreshold: 0.2 })).toEqual([3, 2, 1]);
  });

  it("answers as the plain greedy loop on boxes full of ties", () => {
    fc.assert(
      fc.property(coarse, ({ boxes, threshold, seed }) => {
        const flat = Float64Array.from(boxes.flat());
        const scores = scoresFor(boxes.length, seed);
        const before = [...flat];
        expect(nms(flat, scores, threshold)).toEqual(nmsPlain(flat, scores, threshold));
        expect([...flat]).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });

  it("answers as its trace when equality counts and with classes", () => {
    fc.assert(
      fc.property(coarse, fc.boolean(), ({ boxes, threshold, seed }, inclusive) => {
        const flat = boxes.flat();
        const scores = scoresFor(boxes.length, seed);
        const classes = scoresFor(boxes.length, seed + 1, 2);
        const trace = nmsTrace(flat, scores, classes, threshold, { inclusive });
        expect(batchedNms(flat, scores, classes, threshold, { inclusive })).toEqual(trace.map((step) => step.picked));
      }),
      { numRuns: 300 },
    );
  });

  it("answers as the plain loop on large sets of all shapes: thin, huge, tiny, far apart", () => {
    const random = seeded("shapes");
    for (let round = 0; round < 4; round++) {
      const n = 600;
      const boxes = new Float64Array(4 * n);
      const scores = new Float64Array(n);
      const spread = 10 ** random.between(1, 6);
      for (let i = 0; i < n; i++) {
        const x = random.between(-spread, spread);
        const y = random.between(-spread, spread);
        const w = spread * 10 ** random.between(-5, 0.5);
        boxes.set([x, y, x + w, y + w * 10 ** random.between(-1, 1)], 4 * i);
        scores[i] = random.next();
      }
      for (const threshold of [0, 0.05, 0.3, 0.5, 0.9]) {
        expect(nms(boxes, scores, threshold)).toEqual(nmsPlain(boxes, scores, threshold));
      }
    }
  });

  it("changes nothing when run again on its survivors", () => {
    fc.assert(
      fc.property(coarse, ({ boxes, threshold, seed }) => {
        const scores = scoresFor(boxes.length, seed);
        const kept = nms(boxes.flat(), scores, threshold);
        const again = nms(
          kept.flatMap((i) => boxes[i]),
          kept.map((i) => scores[i]),
          threshold,
        );
        expect(again).toEqual(kept.map((_, k) => k));
      }),
    );
  });

  it("is per-class nms merged by score", () => {
    fc.assert(
      fc.property(coarse, ({ boxes, threshold, seed }) => {
        const scores = scoresFor(boxes.length, seed);
        const classes = scoresFor(boxes.length, seed + 7, 3);
        const separate = [...new Set(classes)].flatMap((label) => {
          const members = boxes.map((_, i) => i).filter((i) => classes[i] === label);
          return nms(
            members.flatMap((i) => boxes[i]),
            members.map((i) => scores[i]),
            threshold,
          ).map((k) => members[k]);
        });
        separate.sort((a, b) => scores[b] - scores[a] || a - b);
        expect(batchedNms(boxes.flat(), scores, classes, threshold)).toEqual(separate);
      }),
    );
  });
});

describe("nmsTrace", () => {
  it("lists each comparison with its IoU and its outcome", () => {
    const steps = nmsTrace([0, 0, 10, 10, 1, 0, 11, 10, 20, 0, 30, 10], [0.9, 0.8, 0.7], null, 0.5);
    expect(steps.map((step) => step.picked)).toEqual([0, 2]);
    expect(steps[0].compared).toEqual([
      { index: 1, iou: 90 / 110, suppressed: true },
      { index: 2, iou: 0, suppressed: false },
    ]);
    expect(steps[1].compared).toEqual([]);
  });

  it("compares only boxes of the picked class", () => {
    const steps = nmsTrace([0, 0, 9, 9, 0, 0, 9, 9, 0, 0, 9, 9], [0.9, 0.8, 0.7], [1, 2, 1], 0.5);
    expect(steps.map((step) => [step.picked, step.compared.map((c) => c.index)])).toEqual([
      [0, [2]],
      [1, []],
    ]);
  });
});
