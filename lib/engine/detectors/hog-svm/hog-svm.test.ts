import { describe, expect, it } from "vitest";
import { iou } from "../../boxes";
import { EngineInputError } from "../../errors";
import { seeded } from "../../random";
import { VOC_CLASSES } from "../../scenes/classes";
import { INPUT_SCALE, INPUT_SHIFT } from "../backbone";
import { packModel, unpackModel } from "../files/weights";
import { HOG_SVM } from "./detect.gpu";
import {
  hogPyramid,
  objectFeatures,
  pictureImage,
  placesOf,
  scoreMap,
  templateLength,
  templateOf,
  TEMPLATES,
  templateWeights,
  windowBox,
  windowFeatures,
} from "./templates";

/** A bright disc on noise. */
function disc(cx: number, cy: number, radius: number): Uint8Array {
  const random = seeded("disc");
  return Uint8Array.from({ length: 112 * 112 * 3 }, (_, i) => {
    const p = Math.floor(i / 3);
    return Math.hypot((p % 112) + 0.5 - cx, Math.floor(p / 112) + 0.5 - cy) < radius ? 230 : random.int(20, 40);
  });
}

const ABOUT = { classes: VOC_CLASSES, input: { scale: INPUT_SCALE, shift: INPUT_SHIFT } };

/** The template of one disc as every machine; only the first class is ever likely. */
function oneTemplate() {
  const square = objectFeatures(pictureImage(disc(56, 56, 20)), [36, 36, 76, 76], TEMPLATES[0]);
  const mean = square.reduce((a, b) => a + b, 0) / square.length;
  const tensors = Object.fromEntries(
    VOC_CLASSES.map((name, label) => {
      const length = templateLength(TEMPLATES[templateOf(label)]);
      return [`svm/${name}`, { shape: [length], data: label === 0 ? square.map((v) => v - mean) : new Float64Array(length) }];
    }),
  );
  const norm = square.reduce((sum, v) => sum + (v - mean) * v, 0);
  const bias = Float64Array.from({ length: 20 }, (_, label) => (label === 0 ? -0.8 * norm : -100));
  return {
    ...tensors,
    "svm/bias": { shape: [20], data: bias },
    "svm/platt": { shape: [20, 2], data: Float64Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 : 0)) },
  };
}

describe("templates", () => {
  it("add up a cell's weights above 0 over the blocks that it is in, bin by bin", () => {
    const template = { rows: 6, columns: 5 };
    const each = templateWeights(template, new Float64Array(templateLength(template)).fill(1));
    const at = (row: number, column: number, bin: number) => each[(bin * 6 + row) * 5 + column];
    // A corner is in one block, a cell of the border in two, one inside in four.
    expect([at(0, 0, 0), at(0, 2, 4), at(3, 4, 8), at(2, 2, 3)]).toEqual([1, 2, 2, 4]);
    // Block in row 1, column 2 of 4; in it the cell below left, and bin 7; and a weight that speaks against.
    const weights = new Float64Array(templateLength(template));
    weights[((1 * 4 + 2) * 4 + 2) * 9 + 7] = 0.5;
    weights[0] = -3;
    const one = templateWeights(template, weights);
    expect([...one].flatMap((weight, i) => (weight === 0 ? [] : [[i, weight]]))).toEqual([[(7 * 6 + 2) * 5 + 2, 0.5]]);
  });

  it("score a window as the dot product with its descriptor, at every level", () => {
    const levels = hogPyramid(pictureImage(disc(40, 50, 15)));
    const random = seeded("weights");
    TEMPLATES.forEach((template) => {
      const weights = Float64Array.from({ length: templateLength(template) }, () => random.normal());
      for (const level of levels) {
        const [rows, columns] = placesOf(level, template);
        if (rows * columns === 0) continue;
        const map = scoreMap(level, template, weights, 0.5);
        const features = windowFeatures(level, template, rows - 1, columns - 1);
        expect(features).toHaveLength(weights.length);
        expect(map[map.length - 1]).toBeCloseTo(
          features.reduce((sum, v, i) => sum + v * weights[i], 0.5),
          9,
        );
      }
    });
    expect(templateLength(TEMPLATES[0])).toBe(900);
    expect(levels[0].rows).toBe(27);
  });

  it("takes the margin off a window: the first one is the box 2, 2, 22, 22", () => {
    const [first] = hogPyramid(pictureImage(disc(40, 50, 15)));
    expect(windowBox(first, TEMPLATES[0], 0, 0)).toEqual([2, 2, 22, 22]);
  });

  it("describes an object as the scan does when its window lies on the grid", () => {
    const image = pictureImage(disc(40, 50, 9));
    const [first] = hogPyramid(image);
    const scan = windowFeatures(first, TEMPLATES[0], 9, 7);
    const own = objectFeatures(image, windowBox(first, TEMPLATES[0], 9, 7), TEMPLATES[0]);
    own.forEach((v, i) => expect(v).toBeCloseTo(scan[i], 9));
  });

  it("refuses a picture of another size", () => expect(() => pictureImage(new Uint8Array(12))).toThrow(EngineInputError));
});

describe("HOG and support vector machines", () => {
  it("finds the disc at its place and size from its files, without a pass of a network", async () => {
    const { file, bytes } = packModel("hog-svm", { networks: {}, tensors: oneTemplate() }, ABOUT);
    const detector = HOG_SVM.load(unpackModel(file, bytes));
    const [{ detections, passes, parts }] = await detector.detect([disc(70, 44, 24)], { score: 0 });
    expect(passes).toBe(0);
    expect(detections[0].label).toBe(0);
    expect(iou(detections[0].box, [46, 20, 94, 68])).toBeGreaterThan(0.6);
    expect(parts.cells.shape).toEqual([9, 28, 28]);
    expect(parts.level0.shape).toEqual([1, 23, 23]);
    expect(detector.cost.candidates).toBeGreaterThan(20 * 23 * 23);
    detector.dispose();
  });
});
