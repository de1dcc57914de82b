import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { beforeAll, describe, expect, it } from "vitest";
import { randomWeights } from "../../nets/sample-networks";
import { INPUT_SCALE, INPUT_SHAPE, INPUT_SHIFT } from "../backbone";
import { packModel, unpackModel } from "../files/weights";
import { HEAD_INPUT, regionHead } from "../region/head";
import { regionProposals } from "../region/proposals";
import { poolForTraining } from "../region/align.gpu";
import { FAST_RCNN, FAST_RCNN_MAX } from "./detect.gpu";

beforeAll(() => tf.setBackend("cpu"));

describe("Fast R-CNN", () => {
  // One layer makes the map: what the second stage reads has the right form, whatever made it.
  const main = randomWeights(
    INPUT_SHAPE,
    [
      { type: "conv", name: "conv1", out: 128, kernel: 3, stride: 8, pad: 1 },
      { type: "relu", name: "conv4c/relu" },
    ],
    "map",
  );
  const head = randomWeights(HEAD_INPUT, regionHead(), "head");
  const { file, bytes } = packModel(
    "fast-rcnn",
    { networks: { main, head } },
    { classes: [], input: { scale: INPUT_SCALE, shift: INPUT_SHIFT } },
  );
  const pixels = new Uint8Array(112 * 112 * 3).fill(30);
  for (let y = 40; y < 80; y++) for (let x = 30; x < 90; x++) pixels[3 * (y * 112 + x)] = 220;

  it("answers from its files in one pass, every proposal scored, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const detector = FAST_RCNN.load(unpackModel(file, bytes));
    const [first, second] = await detector.detect([pixels, pixels], { score: 0.01 });
    const rois = regionProposals(pixels);
    expect(first.passes).toBe(1);
    expect([...first.parts.proposals.data]).toEqual([...rois]);
    expect(first.parts.classScores.shape).toEqual([rois.length / 4, 20]);
    expect(first.detections.length).toBeGreaterThan(0);
    expect(second.detections).toEqual(first.detections);
    first.detections.forEach(({ score }, i) => expect(score).toBeLessThanOrEqual(i === 0 ? 1 : first.detections[i - 1].score));
    detector.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it("pools by maxima as the paper has it: other scores of the same proposals", async () => {
    const [align, max] = [FAST_RCNN, FAST_RCNN_MAX].map((kind) => kind.load(unpackModel(file, bytes)));
    const [[one], [other]] = await Promise.all([align.detect([pixels]), max.detect([pixels])]);
    expect(other.parts.proposals).toEqual(one.parts.proposals);
    expect([...other.parts.classScores.data]).not.toEqual([...one.parts.classScores.data]);
    for (const detector of [align, max]) detector.dispose();
  });

  it("trains through the maxima: each bin's gradient arrives in one cell, RoIAlign's in the cells around its samples", () => {
    const map = tf.randomUniform<tf.Rank.R4>([1, 14, 14, 128], 0, 1, "float32", 7);
    const rois = Float64Array.from([0, 20, 12, 70, 90]);
    const touched = (["max", "align"] as const).map((way) => {
      const gradient = tf
        .grad((x) => poolForTraining(x as tf.Tensor4D, rois, way))(map, tf.ones([1, 3, 3, 128]))
        .dataSync<"float32">();
      // Every number of the grid counts once, however it is pooled.
      expect(gradient.reduce((sum, value) => sum + value, 0)).toBeCloseTo(9 * 128, 1);
      return gradient.filter((value) => value !== 0).length;
    });
    expect(touched[0]).toBeLessThanOrEqual(9 * 128);
    expect(touched[1]).toBeGreaterThan(touched[0]);
  });

  it("costs its head a proposal beside one pass", () => {
    const detector = FAST_RCNN.load(unpackModel(file, bytes));
    expect(detector.cost.each).toBe(9 * 128 * 192 + 192 * 25);
    expect(detector.cost.candidates).toBe(0);
    detector.dispose();
  });
});
