import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { iou } from "../boxes";
import { EngineInputError } from "../errors";
import { seeded } from "../random";
import { confusedClass, distinctScores, drawScene, scoreCloud } from ".";

describe("drawScene", () => {
  it("gives the same scene for the same seed and another for another", () => {
    const draw = (seed: string) => drawScene(seeded(seed), { width: 320, height: 240, objects: [2, 4] });
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
  });

  it("keeps whole-pixel objects inside the picture and below the asked overlap", () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 0.4, noNaN: true }), (seed, overlap) => {
        const scene = drawScene(seeded(seed), { width: 320, height: 240, objects: [1, 5], overlap });
        for (const [i, { box }] of scene.objects.entries()) {
          expect(box.every(Number.isInteger)).toBe(true);
          expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 320 && box[3] <= 240 && box[2] > box[0] && box[3] > box[1]).toBe(true);
          for (const other of scene.objects.slice(0, i)) expect(iou(box, other.box)).toBeLessThanOrEqual(overlap);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("refuses a picture too small and an empty list of classes", () => {
    expect(() => drawScene(seeded(1), { width: 10, height: 10, objects: [1, 1] })).toThrow(EngineInputError);
    expect(() => drawScene(seeded(1), { width: 100, height: 100, objects: [1, 1], classes: [] })).toThrow(EngineInputError);
  });
});

describe("scoreCloud", () => {
  it("gives distinct scores in (0, 1) to whole-pixel boxes inside the picture", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seeded(seed);
        const scene = drawScene(random, { width: 320, height: 240, objects: [1, 4] });
        const cloud = scoreCloud(random, scene, { perObject: [3, 6], background: 3, confusion: 0.2 });
        expect(new Set(cloud.map((c) => c.score)).size).toBe(cloud.length);
        for (const { box, score } of cloud) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThan(1);
          expect(box.every(Number.isInteger)).toBe(true);
          expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 320 && box[3] <= 240).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("scores well-placed boxes higher on average than badly placed ones", () => {
    let good = 0;
    let pairs = 0;
    for (let seed = 0; seed < 100; seed++) {
      const random = seeded(seed);
      const scene = drawScene(random, { width: 320, height: 240, objects: [1, 1] });
      const cloud = scoreCloud(random, scene, { perObject: [6, 6] });
      for (const a of cloud) {
        for (const b of cloud) {
          const difference = iou(a.box, scene.objects[0].box) - iou(b.box, scene.objects[0].box);
          if (difference <= 0.15) continue;
          pairs++;
          if (a.score > b.score) good++;
        }
      }
    }
    expect(good / pairs).toBeGreaterThan(0.8);
  });
});

describe("distinctScores", () => {
  it("gives the documented scores for a tie", () => {
    expect(distinctScores([0.9, 0.2, 0.9])).toEqual([0.9, 0.2, 0.89]);
  });

  it("keeps the order, stays inside 0.12 to 0.98 and never repeats one", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { maxLength: 80 }), (raw) => {
        const scores = distinctScores(raw);
        expect(new Set(scores).size).toBe(raw.length);
        for (const [i, score] of scores.entries()) {
          expect(score >= 0.12 && score <= 0.98).toBe(true);
          expect(score).toBe(Math.round(score * 100) / 100);
          for (let j = 0; j < i; j++) if (raw[i] < raw[j]) expect(score).toBeLessThan(scores[j]);
        }
      }),
    );
  });
});

describe("confusedClass", () => {
  it("takes a neighbour's class where there is one, and any other class where there is none", () => {
    const two = {
      width: 100,
      height: 100,
      objects: [
        { cls: "dog", box: [0, 0, 9, 9], flip: false },
        { cls: "cat", box: [20, 0, 29, 9], flip: false },
      ],
    } as const;
    const one = { width: 100, height: 100, objects: [{ cls: "dog", box: [0, 0, 9, 9], flip: false }] } as const;
    for (let seed = 0; seed < 20; seed++) {
      expect(confusedClass(seeded(seed), "dog", two)).toBe("cat");
      expect(confusedClass(seeded(seed), "dog", one)).not.toBe("dog");
    }
  });
});
