import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { hog, hogScorer, imagePyramid, resizeImage, scanPyramid, slidingWindows, type PixelImage } from ".";

const grey = (width: number, height: number, value: (x: number, y: number) => number): PixelImage => ({
  width,
  height,
  channels: 1,
  data: Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width))),
});

describe("slidingWindows", () => {
  it("places 9 windows of 64×128 on 128×128 with stride 8", () => {
    const windows = slidingWindows(128, 128, { width: 64, height: 128 }, 8);
    expect(windows).toHaveLength(4 * 9);
    expect([...windows.subarray(32)]).toEqual([64, 0, 128, 128]);
  });

  it("is empty when the window does not fit and stays inside when it does", () => {
    expect(slidingWindows(10, 10, { width: 11, height: 2 }, 1)).toHaveLength(0);
    fc.assert(
      fc.property(fc.tuple(...[1, 2, 3, 4, 5].map(() => fc.integer({ min: 1, max: 30 }))), ([w, h, ww, wh, stride]) => {
        const windows = slidingWindows(w, h, { width: ww, height: wh }, stride);
        for (let i = 0; i < windows.length; i += 4) {
          expect(windows[i] >= 0 && windows[i + 2] <= w && windows[i + 1] >= 0 && windows[i + 3] <= h).toBe(true);
        }
      }),
    );
  });
});

describe("resizeImage", () => {
  it("makes 0, 25, 75, 100 of 0, 100", () => {
    expect(
      Array.from(
        resizeImage(
          grey(2, 1, (x) => 100 * x),
          4,
          1,
        ).data,
      ),
    ).toEqual([0, 25, 75, 100]);
  });

  it("returns the same image for the same size and keeps flat images flat", () => {
    const image = grey(5, 4, (x, y) => x * y);
    expect(Array.from(resizeImage(image, 5, 4).data)).toEqual(Array.from(image.data));
    for (const v of Array.from(
      resizeImage(
        grey(9, 7, () => 8),
        4,
        3,
      ).data,
    ))
      expect(v).toBeCloseTo(8, 12);
  });

  it("averages away a checkerboard when shrinking", () => {
    const inner = resizeImage(
      grey(16, 16, (x, y) => 100 * ((x + y) % 2)),
      4,
      4,
    );
    // Border pixels see one black or white more.
    for (const v of Array.from(inner.data)) expect(Math.abs(v - 50)).toBeLessThan(0.5);
  });
});

describe("imagePyramid", () => {
  it("shrinks by the ratio until the window no longer fits", () => {
    const sizes = imagePyramid(
      grey(100, 80, () => 0),
      { ratio: 2, least: { width: 20, height: 20 } },
    ).map(({ image }) => [image.width, image.height]);
    expect(sizes).toEqual([
      [100, 80],
      [50, 40],
      [25, 20],
    ]);
    expect(
      imagePyramid(
        grey(128, 128, () => 0),
        { ratio: 2, least: { width: 64, height: 128 } },
      ),
    ).toHaveLength(1);
  });

  it("ends at one pixel, also for ratios that round to the same size", () => {
    const levels = imagePyramid(
      grey(5, 3, () => 1),
      { ratio: 1.01 },
    );
    const widths = levels.map(({ image }) => image.width * 100 + image.height);
    expect(new Set(widths).size).toBe(levels.length);
    expect(levels.at(-1)?.image).toMatchObject({ height: 1 });
  });

  it("names a ratio of 1", () => {
    expect(() =>
      imagePyramid(
        grey(5, 3, () => 1),
        { ratio: 1 },
      ),
    ).toThrow(EngineInputError);
  });
});

describe("scanPyramid", () => {
  it("maps a level's windows back to the image", () => {
    const levels = imagePyramid(
      grey(64, 32, () => 0),
      { ratio: 2, least: { width: 16, height: 16 } },
    );
    const {
      boxes,
      scores,
      levels: from,
    } = scanPyramid(levels, { width: 16, height: 16 }, 16, (_, windows) => new Array(windows.length / 4).fill(1));
    expect(scores).toHaveLength(8 + 2);
    expect([...boxes.subarray(4 * 9)]).toEqual([32, 0, 64, 32]);
    expect([...from].filter((l) => l === 1)).toHaveLength(2);
  });

  it("finds with HOG weights the window they were made from", () => {
    const target = (x: number, y: number) => (x - 40) ** 2 + (y - 24) ** 2 < 100;
    const image = grey(96, 64, (x, y) => (target(x, y) ? 200 : 20));
    const window = { width: 32, height: 32 };
    const crop = hog(grey(32, 32, (x, y) => (target(x + 24, y + 8) ? 200 : 20))).features;
    const found = scanPyramid(imagePyramid(image, { maxLevels: 1 }), window, 8, hogScorer({ weights: crop, bias: 0 }, window));
    const best = found.scores.indexOf(Math.max(...found.scores));
    expect([...found.boxes.subarray(4 * best, 4 * best + 4)]).toEqual([24, 8, 56, 40]);
  });

  it("refuses a scorer with the wrong number of scores and weights of the wrong length", () => {
    const levels = imagePyramid(
      grey(32, 32, () => 0),
      { maxLevels: 1 },
    );
    expect(() => scanPyramid(levels, { width: 16, height: 16 }, 8, () => [])).toThrow(/score/);
    expect(() => hogScorer({ weights: new Float64Array(3), bias: 0 }, { width: 32, height: 32 })).toThrow(/weights/);
  });
});
