import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { beforeAll, describe, expect, it } from "vitest";
import { EngineInputError } from "../../errors";
import { randomWeights } from "../../nets/sample-networks";
import { seeded } from "../../random";
import { INPUT_SCALE, INPUT_SHIFT } from "../backbone";
import { packModel, unpackModel, type ModelParts } from "../files/weights";
import { regionProposals } from "../region/proposals";
import { CROP_SIDE, warpCrops } from "./crops";
import { RCNN } from "./detect.gpu";
import { RCNN_FEATURES } from "./features.gpu";

beforeAll(() => tf.setBackend("cpu"));

/** A picture with one red rectangle on a dark ground. */
function picture(): Uint8Array {
  const pixels = new Uint8Array(112 * 112 * 3).fill(30);
  for (let y = 40; y < 80; y++) for (let x = 30; x < 90; x++) pixels[3 * (y * 112 + x)] = 220;
  return pixels;
}

describe("warpCrops", () => {
  it("brings the box inside the context, and leaves the mean beyond the border", () => {
    const white = new Uint8Array(112 * 112 * 3).fill(255);
    const crop = warpCrops(white, [0, 40, 48, 88]);
    const at = (row: number, column: number) => crop[3 * (row * CROP_SIDE + column)];
    expect(at(28, 0)).toBe(0);
    expect(at(28, 3)).toBe(0);
    expect(at(28, 4)).toBeCloseTo(1.5, 6);
    expect(at(0, 55)).toBeCloseTo(1.5, 6);
  });

  it("stretches whatever box to the whole crop", () => {
    const crop = warpCrops(picture(), [30, 40, 90, 80]);
    for (const [row, column] of [
      [6, 6],
      [6, 49],
      [49, 6],
      [49, 49],
    ])
      expect(crop[3 * (row * CROP_SIDE + column)]).toBeCloseTo((220 * 3) / 255 - 1.5, 5);
    expect(crop[0]).toBeCloseTo((30 * 3) / 255 - 1.5, 5);
  });

  it("leaves the box the whole crop where no context is asked for, and less of it where more is", () => {
    const crop = warpCrops(picture(), [30, 40, 90, 80], 0);
    const white = (220 * 3) / 255 - 1.5;
    for (const corner of [2 * CROP_SIDE + 2, 53 * CROP_SIDE + 53]) expect(crop[3 * corner]).toBeCloseTo(white, 5);
    const wide = warpCrops(picture(), [30, 40, 90, 80], 16);
    const at = (column: number) => wide[3 * (28 * CROP_SIDE + column)];
    expect(at(14)).toBeCloseTo((30 * 3) / 255 - 1.5, 5);
    expect(at(17)).toBeCloseTo(white, 5);
  });

  it("refuses a picture of another size", () => expect(() => warpCrops(new Uint8Array(12), [0, 0, 1, 1])).toThrow(EngineInputError));
});

describe("R-CNN", () => {
  const random = seeded("rcnn");
  const list = (n: number, deviation: number) => Float64Array.from({ length: n }, () => random.normal() * deviation);
  // A backbone of the right form with one layer: the features are what the machines read, whatever made them.
  const spec = randomWeights(
    [3, 112, 112],
    [
      { type: "conv", name: "conv1", out: 128, kernel: 3, stride: 8, pad: 1 },
      { type: "relu", name: "conv4c/relu" },
    ],
    "rcnn",
  );
  const parts: ModelParts = {
    networks: { main: spec },
    tensors: {
      "features/mean": { shape: [RCNN_FEATURES], data: list(RCNN_FEATURES, 0.1) },
      "features/scale": { shape: [RCNN_FEATURES], data: new Float64Array(RCNN_FEATURES).fill(1) },
      "svm/weight": { shape: [20, RCNN_FEATURES], data: list(20 * RCNN_FEATURES, 0.1) },
      "svm/bias": { shape: [20], data: list(20, 0.1) },
      "svm/platt": { shape: [20, 2], data: Float64Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 : 0)) },
      "deltas/weight": { shape: [80, RCNN_FEATURES], data: list(80 * RCNN_FEATURES, 0.01) },
      "deltas/bias": { shape: [80], data: list(80, 0.01) },
    },
  };
  const { file, bytes } = packModel("rcnn", parts, { classes: [], input: { scale: INPUT_SCALE, shift: INPUT_SHIFT } });

  it("answers from its files with one pass a proposal, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const detector = RCNN.load(unpackModel(file, bytes));
    const [answer, again] = await detector.detect([picture(), picture()], { score: 0.5 });
    const rois = regionProposals(picture());
    expect(answer.passes).toBe(rois.length / 4);
    expect([...answer.parts.proposals.data]).toEqual([...rois]);
    expect(again.detections).toEqual(answer.detections);
    // What a score comes of adds up to it.
    const { features, svm, svmBias, margins, classScores, platt, deltas } = answer.parts;
    const margin =
      svmBias.data[3] +
      Array.from({ length: RCNN_FEATURES }, (_, j) => svm.data[3 * RCNN_FEATURES + j] * features.data[j]).reduce((a, b) => a + b, 0);
    expect(margins.data[3]).toBeCloseTo(margin, 9);
    expect(classScores.data[3]).toBeCloseTo(1 / (1 + Math.exp(-(platt.data[6] * margin + platt.data[7]))), 9);
    expect(deltas.shape).toEqual([rois.length / 4, 80]);
    for (const { score, box } of answer.detections) {
      expect(score).toBeGreaterThanOrEqual(0.5);
      expect(Math.min(...box)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...box)).toBeLessThanOrEqual(112);
    }
    detector.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it("refuses a file without its machines", () => {
    const stored = unpackModel(file, bytes);
    expect(() => RCNN.load({ ...stored, tensors: {} })).toThrow(EngineInputError);
  });
});
