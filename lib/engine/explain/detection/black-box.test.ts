/** Black-box explanations of a detector that a test can see through: every bright square is an object of class 3. */
import { describe, expect, it } from "vitest";
import { seeded } from "../../random";
import type { ZooDetection } from "../../detectors/detector";
import { Aborted } from "../long-run";
import { BOX_SIDES, detectionSimilarity, dRise, findAgain, occludeDetection, riseMask, type Detect } from ".";

const SIDE = 48;
const OBJECTS: readonly (readonly [number, number, number, number])[] = [
  [4, 6, 16, 18],
  [28, 26, 44, 42],
];

const picture = new Uint8Array(SIDE * SIDE * 3).fill(127);
for (const [x1, y1, x2, y2] of OBJECTS)
  for (let y = y1; y < y2; y++) for (let x = x1; x < x2; x++) picture.fill(255, (y * SIDE + x) * 3, (y * SIDE + x) * 3 + 3);

/** The box around what is left of each bright square, scored by the share that is left. */
const detect: Detect = async (pictures) =>
  pictures.map((pixels) =>
    OBJECTS.flatMap(([x1, y1, x2, y2]): ZooDetection[] => {
      let [left, top, right, bottom, light] = [x2, y2, x1, y1, 0];
      for (let y = y1; y < y2; y++) {
        for (let x = x1; x < x2; x++) {
          const value = pixels[(y * SIDE + x) * 3];
          light += (value - 127) / 128;
          if (value < 200) continue;
          [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
        }
      }
      return right <= left ? [] : [{ label: 3, score: light / ((x2 - x1) * (y2 - y1)), box: [left, top, right, bottom] }];
    }),
  );
const targetOf = ([x1, y1, x2, y2]: readonly number[]): ZooDetection => ({ label: 3, score: 1, box: [x1, y1, x2, y2] });

/** Share of a map's heat in a box, its least value taken off. */
function share(data: ArrayLike<number>, [x1, y1, x2, y2]: readonly number[]): number {
  const least = Math.min(...Array.from(data));
  let [inside, all] = [0, 0];
  for (let i = 0; i < SIDE * SIDE; i++) {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    all += data[i] - least;
    if (x >= x1 && x < x2 && y >= y1 && y < y2) inside += data[i] - least;
  }
  return inside / all;
}

describe("detectionSimilarity", () => {
  it("is IoU times score, for the same class only", () => {
    const target = targetOf([0, 0, 10, 10]);
    expect(
      detectionSimilarity(target, [
        { label: 3, score: 0.8, box: [0, 0, 10, 5] },
        { label: 4, score: 1, box: [0, 0, 10, 10] },
      ]),
    ).toBeCloseTo(0.4, 12);
    expect(detectionSimilarity(target, [])).toBe(0);
  });
});

describe("riseMask", () => {
  it("lies in [0, 1], has the mean asked for, and changes smoothly", () => {
    const random = seeded("masks");
    let sum = 0;
    for (let n = 0; n < 300; n++) {
      const mask = riseMask(random, SIDE, 6, 0.3);
      expect(Math.min(...mask)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...mask)).toBeLessThanOrEqual(1);
      for (let i = 1; i < SIDE; i++) expect(Math.abs(mask[i] - mask[i - 1])).toBeLessThanOrEqual(1 / 8 + 1e-12);
      sum += mask.reduce((a, b) => a + b, 0) / mask.length;
    }
    expect(sum / 300).toBeCloseTo(0.3, 1);
  });
});

describe("dRise", () => {
  it("is hottest on its own object and not on the other of the same class", async () => {
    for (const [own, other] of [OBJECTS, [...OBJECTS].reverse()]) {
      const { map } = await dRise(picture, SIDE, targetOf(own), detect, { seed: "one", masks: 600, grid: 6 });
      const mean = ([x1, y1, x2, y2]: readonly number[]) => {
        let sum = 0;
        for (let y = y1; y < y2; y++) for (let x = x1; x < x2; x++) sum += map.data[y * SIDE + x];
        return sum / ((x2 - x1) * (y2 - y1));
      };
      const ground = map.data.reduce((a, b) => a + b, 0) / map.data.length;
      expect(mean(own) - ground).toBeGreaterThan(4 * Math.abs(mean(other) - ground));
    }
  });

  it("gives the same map for the same seed, tells how far it is and stops when asked", async () => {
    const options = { seed: "two", masks: 40, batch: 7 };
    const seen: number[] = [];
    const a = await dRise(picture, SIDE, targetOf(OBJECTS[0]), detect, { ...options, onProgress: (done) => seen.push(done) });
    const b = await dRise(picture, SIDE, targetOf(OBJECTS[0]), detect, options);
    expect(a.map.data).toEqual(b.map.data);
    expect(seen).toEqual([7, 14, 21, 28, 35, 40]);
    let calls = 0;
    await expect(dRise(picture, SIDE, targetOf(OBJECTS[0]), detect, { ...options, aborted: () => ++calls > 2 })).rejects.toBeInstanceOf(
      Aborted,
    );
    await expect(dRise(picture, SIDE, targetOf(OBJECTS[0]), detect, { ...options, keep: 1 })).rejects.toThrow("keep");
  });
});

describe("findAgain", () => {
  it("returns the best overlap of the same class, null when the object is lost", () => {
    const target = targetOf([0, 0, 10, 10]);
    const near: ZooDetection = { label: 3, score: 0.2, box: [0, 0, 10, 8] };
    expect(findAgain(target, [{ label: 3, score: 0.9, box: [0, 0, 10, 4] }, near, { label: 2, score: 1, box: [0, 0, 10, 10] }])).toBe(near);
    expect(findAgain(target, [{ label: 3, score: 0.9, box: [8, 8, 18, 18] }])).toBeNull();
  });
});

describe("occludeDetection", () => {
  it("keeps the score's heat on its own object", async () => {
    const maps = await occludeDetection(picture, SIDE, targetOf(OBJECTS[1]), detect, { patch: 4, stride: 2 });
    const [x1, y1, x2, y2] = OBJECTS[1];
    expect(share(maps.score.data, [x1 - 4, y1 - 4, x2 + 4, y2 + 4])).toBeGreaterThan(0.99);
    // A small square never hides a whole edge, and only that moves a side of this detector.
    expect(Math.max(...maps.x1.data, ...maps.y2.data)).toBe(0);
    expect(Math.max(...maps.score.data)).toBeCloseTo(16 / 256, 2);
  });

  it("says where a side comes from: hidden, that side moves and the others stay", async () => {
    const maps = await occludeDetection(picture, SIDE, targetOf(OBJECTS[0]), detect, { patch: 12, stride: 2 });
    const [x1, y1, x2, y2] = OBJECTS[0];
    for (const name of BOX_SIDES) expect(share(maps[name].data, [x1 - 12, y1 - 12, x2 + 12, y2 + 12])).toBeGreaterThan(0.99);
    const [cx, cy] = [(x1 + x2) / 2, (y1 + y2) / 2];
    const at = (map: { data: Float64Array }, x: number, y: number) => map.data[Math.round(y) * SIDE + Math.round(x)];
    expect(at(maps.x2, x2 + 1, cy)).toBeGreaterThan(at(maps.x1, x2 + 1, cy));
    expect(at(maps.y2, cx, y2 + 1)).toBeGreaterThan(at(maps.y1, cx, y2 + 1));
  });

  it("refuses a patch larger than the picture", async () => {
    await expect(occludeDetection(picture, SIDE, targetOf(OBJECTS[0]), detect, { patch: 49 })).rejects.toThrow("patch");
  });
});
