import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { COCO_CLASSES } from "./classes";
import { boxNumberAt, boxOfSides, findPeaks } from "./peaks";

describe("findPeaks", () => {
  const place = (values: readonly [x: number, y: number, label: number, value: number][]) => {
    const maps = new Float32Array(8 * 8 * 2);
    for (const [x, y, label, value] of values) maps[(y * 8 + x) * 2 + label] = value;
    return maps;
  };
  it("keeps the higher of two neighbours and judges classes apart", () => {
    const maps = place([
      [3, 3, 0, 0.9],
      [4, 4, 0, 0.8],
      [4, 3, 1, 0.5],
      [7, 7, 0, 0.6],
    ]);
    const found = findPeaks(maps, 8, 2, { score: 0.3, topK: 10 });
    expect(found.map(({ x, y, label }) => [x, y, label])).toEqual([
      [3, 3, 0],
      [7, 7, 0],
      [4, 3, 1],
    ]);
    expect(findPeaks(maps, 8, 2, { score: 0.55, topK: 10 })).toHaveLength(2);
    expect(findPeaks(maps, 8, 2, { score: 0.3, topK: 1 })).toHaveLength(1);
  });

  it("keeps both of two equal neighbours, in row-major order", () => {
    expect(
      findPeaks(
        place([
          [2, 5, 1, 0.5],
          [3, 5, 1, 0.5],
        ]),
        8,
        2,
        { score: 0.1, topK: 10 },
      ).map((p) => p.x),
    ).toEqual([2, 3]);
  });

  it("refuses maps of another size", () => {
    expect(() => findPeaks(new Float32Array(7), 8, 2, { score: 0, topK: 1 })).toThrow(EngineInputError);
  });
});

describe("boxOfSides", () => {
  it("goes from the cell's corner to the four sides", () => {
    expect(boxOfSides({ x: 10, y: 20 }, [8, 16, 12, 4])).toEqual([32, 64, 52, 84]);
    expect(boxOfSides({ x: 0, y: 127 }, [8, 16, 12, 40])).toEqual([0, 492, 12, 512]);
  });

  it("agrees with the box's numbers", () => {
    const numbers = (["x", "y", "w", "h"] as const).map((n) => boxNumberAt({ x: 10, y: 20 }, [8, 16, 12, 4], n));
    expect(numbers).toEqual([42, 74, 20, 20]);
  });
});

describe("COCO_CLASSES", () => {
  it("holds 80 different names in both languages", () => {
    expect(new Set(COCO_CLASSES.map((c) => c.en)).size).toBe(80);
    expect(new Set(COCO_CLASSES.map((c) => c.ko)).size).toBe(80);
    expect([0, 15, 41, 79].map((i) => COCO_CLASSES[i].en)).toEqual(["person", "cat", "cup", "toothbrush"]);
  });
});
