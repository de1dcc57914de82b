import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anchorBox,
  cellAnchors,
  defaultBoxes,
  generateAnchors,
  gridAnchors,
  gridSize,
  legacyCellAnchors,
  legacyGridAnchors,
  pyramidSizes,
  retinaNetAnchors,
  retinaNetSizes,
  roundHalfEven,
  SSD300,
  ssd300Boxes,
  ssd300FeatureSides,
  ssdScales,
} from ".";

const rowsOf = (boxes: Float64Array) => Array.from({ length: boxes.length / 4 }, (_, i) => [...boxes.subarray(4 * i, 4 * i + 4)]);

describe("anchorBox", () => {
  it("gives the worked numbers of the docstring", () => {
    expect(anchorBox(0, 0, 64, 4)).toEqual([-16, -64, 16, 64]);
  });

  it("has area scale² and height over width = ratio, wherever it stands", () => {
    const positive = fc.integer({ min: 1, max: 400 }).map((k) => k / 8);
    fc.assert(
      fc.property(positive, positive, (scale, ratio) => {
        const [x1, y1, x2, y2] = anchorBox(100, 50, scale, ratio);
        expect((x2 - x1) * (y2 - y1)).toBeCloseTo(scale * scale, 6);
        expect((y2 - y1) / (x2 - x1)).toBeCloseTo(ratio, 6);
        expect([(x1 + x2) / 2, (y1 + y2) / 2]).toEqual([expect.closeTo(100, 9), expect.closeTo(50, 9)]);
      }),
    );
  });

  it("refuses a scale or ratio that is not above 0", () => {
    expect(() => anchorBox(0, 0, 0, 1)).toThrow(/^scale: /);
    expect(() => anchorBox(0, 0, 1, NaN)).toThrow(/^ratio: /);
  });
});

describe("gridAnchors", () => {
  const small = { imageWidth: 32, imageHeight: 16, stride: 16, scales: [8], ratios: [1] };

  it("centres the first anchor in its cell, or on pixel 0 in torchvision's convention", () => {
    expect([...gridAnchors(small)]).toEqual([4, 4, 12, 12, 20, 4, 28, 12]);
    expect([...gridAnchors({ ...small, centre: "origin" })]).toEqual([-4, -4, 4, 4, 12, -4, 20, 4]);
  });

  it("runs row by row, then ratio by ratio with all its scales", () => {
    const rows = rowsOf(gridAnchors({ imageWidth: 16, imageHeight: 32, stride: 16, scales: [8, 16], ratios: [0.25, 1] }));
    expect(rows).toHaveLength(8);
    expect(rows[0]).toEqual([0, 6, 16, 10]);
    expect(rows[1]).toEqual([-8, 4, 24, 12]);
    expect(rows[2]).toEqual([4, 4, 12, 12]);
    expect(rows[4]).toEqual([0, 22, 16, 26]);
  });

  it("counts whole cells: 60 × 40 · 9 = 21,600 anchors, and 62 × 37 · 9 = 20,646 for 1000 × 600", () => {
    const nine = { stride: 16, scales: [128, 256, 512], ratios: [0.5, 1, 2] };
    expect(gridAnchors({ imageWidth: 960, imageHeight: 640, ...nine }).length / 4).toBe(21600);
    expect(gridSize({ imageWidth: 1000, imageHeight: 600, stride: 16 })).toEqual({ columns: 62, rows: 37 });
    expect(gridAnchors({ imageWidth: 1000, imageHeight: 600, ...nine }).length / 4).toBe(20646);
  });

  it("refuses empty lists", () => {
    expect(() => gridAnchors({ ...small, scales: [] })).toThrow(/^scales: must not be empty/);
    expect(() => gridAnchors({ ...small, ratios: [] })).toThrow(/^ratios: must not be empty/);
  });
});

describe("the two Faster R-CNN tables", () => {
  it("are torchvision's, rounded around 0", () => {
    expect(rowsOf(cellAnchors([128], [0.5, 1, 2]))).toEqual([
      [-91, -45, 91, 45],
      [-64, -64, 64, 64],
      [-45, -91, 45, 91],
    ]);
  });

  it("and py-faster-rcnn's, inclusive pixels as printed, areas made unequal by rounding", () => {
    const table = rowsOf(legacyCellAnchors({ firstPixel: 1 }));
    expect(table).toEqual([
      [-83, -39, 100, 56],
      [-175, -87, 192, 104],
      [-359, -183, 376, 200],
      [-55, -55, 72, 72],
      [-119, -119, 136, 136],
      [-247, -247, 264, 264],
      [-35, -79, 52, 96],
      [-79, -167, 96, 184],
      [-167, -343, 184, 360],
    ]);
    const inclusiveArea = ([x1, y1, x2, y2]: number[]) => (x2 - x1 + 1) * (y2 - y1 + 1);
    expect([0, 3, 6].map((i) => inclusiveArea(table[i]))).toEqual([17664, 16384, 15488]);
  });

  it("is one pixel less everywhere as the Python code computes it, counting from 0", () => {
    const computed = legacyCellAnchors();
    expect([...computed.subarray(0, 4)]).toEqual([-84, -40, 99, 55]);
    expect([...computed].map((v) => v + 1)).toEqual([...legacyCellAnchors({ firstPixel: 1 })]);
  });

  it("shifts the legacy table by the stride from cell 0", () => {
    const rows = rowsOf(legacyGridAnchors(2, 1));
    expect(rows).toHaveLength(18);
    expect(rows[9]).toEqual([-68, -40, 115, 55]);
  });

  it("rounds halves to the even number", () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6].map(roundHalfEven)).toEqual([0, 2, 2, 0, -2, 2, 3]);
    expect(rowsOf(cellAnchors([45], [1]))).toEqual([[-22, -22, 22, 22]]);
  });
});

describe("pyramid anchors", () => {
  it("gives RetinaNet 120,087 anchors at 800 × 800 and 200,700 at 800 × 1333", () => {
    expect(retinaNetAnchors(800, 800).countPerLevel).toEqual([90000, 22500, 5625, 1521, 441]);
    const wide = retinaNetAnchors(800, 1333);
    expect(wide.anchors.length / 4).toBe(200700);
    expect(pyramidSizes(800, 1333)[0]).toEqual([100, 167]);
  });

  it("truncates RetinaNet's sizes like torchvision, or leaves the paper's exact ones", () => {
    expect(retinaNetSizes()).toEqual([
      [32, 40, 50],
      [64, 80, 101],
      [128, 161, 203],
      [256, 322, 406],
      [512, 645, 812],
    ]);
    expect(retinaNetSizes("exact")[0][1]).toBeCloseTo(40.3175, 4);
  });

  it("takes ⌊image / feature size⌋ as the stride of each axis", () => {
    const made = generateAnchors({ imageHeight: 60, imageWidth: 90, featureSizes: [[6, 5]], sizes: [[8]], ratios: [[1]] });
    expect(made.strides).toEqual([[10, 18]]);
    expect([...made.anchors.slice(4, 8)]).toEqual([14, -4, 22, 4]);
  });

  it("names the list that does not fit", () => {
    const base = { imageHeight: 60, imageWidth: 90, featureSizes: [[6, 5]] as [number, number][], sizes: [[8]], ratios: [[1]] };
    expect(() => generateAnchors({ ...base, sizes: [] })).toThrow(/^sizes: must have length 1/);
    expect(() => generateAnchors({ ...base, featureSizes: [[61, 5]] })).toThrow(/^featureSizes\[0\]: must not exceed/);
  });
});

describe("SSD default boxes", () => {
  it("are 8,732 with ceil_mode on pool3 and 8,432 without", () => {
    expect(ssd300FeatureSides(true)).toEqual([38, 19, 10, 5, 3, 1]);
    expect(ssd300FeatureSides(false)).toEqual([37, 19, 10, 5, 3, 1]);
    expect(ssd300Boxes().countPerLevel).toEqual([5776, 2166, 600, 150, 36, 4]);
    expect(ssd300Boxes().boxes.length / 4).toBe(8732);
    expect(ssd300Boxes(false).boxes.length / 4).toBe(8432);
  });

  it("has the same count but other boxes under the paper's scales and under the released ones", () => {
    const featureSizes = ssd300FeatureSides().map((side): [number, number] => [side, side]);
    const paper = defaultBoxes({ ...SSD300, featureSizes, scales: ssdScales(6, 0.2, 0.9) });
    const released = ssd300Boxes();
    expect(paper.scales.map((s) => Number(s.toFixed(4)))).toEqual([0.2, 0.34, 0.48, 0.62, 0.76, 0.9, 1]);
    expect(paper.boxes.length).toBe(released.boxes.length);
    expect([...released.boxes.subarray(0, 4)]).toEqual([-6.5, -6.5, 14.5, 14.5].map((v) => expect.closeTo(v, 9)));
    expect([...paper.boxes.subarray(0, 4)]).toEqual([-26, -26, 34, 34].map((v) => expect.closeTo(v, 9)));
  });

  it("clips widths and heights to the image, but not positions, unless told otherwise", () => {
    const one = { imageHeight: 100, imageWidth: 100, featureSizes: [[1, 1]] as [number, number][], aspectRatios: [[4]], scales: [0.8, 1] };
    expect([...defaultBoxes(one).boxes.subarray(8, 12)]).toEqual([0, 30, 100, 70]);
    expect([...defaultBoxes({ ...one, clip: false }).boxes.subarray(8, 12)]).toEqual([-30, 30, 130, 70]);
  });

  it("asks for one more scale than levels", () => {
    expect(() => defaultBoxes({ ...SSD300, featureSizes: [[1, 1]], aspectRatios: [[2]], scales: [0.5], steps: [300] })).toThrow(
      /^scales: must hold 2 values/,
    );
  });
});
