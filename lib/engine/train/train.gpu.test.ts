import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { centernetLayers, classifierLayers, INPUT_SHAPE, yoloLayers } from "../detectors";
import { EngineInputError } from "../errors";
import { softmaxCrossEntropy } from "../losses";
import { createNetwork, forward, receptiveFields, type LayerSpec } from "../nets";
import { seeded } from "../random";
import { registerWasmGradients } from "../tensor/wasm-gradients.gpu";
import { batchNormTrain, batchStatistics, type BatchStatistics } from "./batch-norm.gpu";
import { MuonAdam, orthogonalise } from "./optimizer.gpu";
import { warmUpCosine } from "./schedule";
import { softTargetCrossEntropy } from "./soft-targets.gpu";
import { Trainable } from "./trainable.gpu";

beforeAll(async () => {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"));
  setWasmPaths(`${folder}/dist/`);
  await tf.setBackend("wasm");
  registerWasmGradients();
});

const random = seeded("train");
const numbers = (n: number) => Float32Array.from({ length: n }, () => random.normal());

/** Layers of every kind that can be trained. */
const LAYERS: LayerSpec[] = [
  { type: "conv", name: "a", out: 6, kernel: 3, stride: 2, pad: "same" },
  { type: "batchnorm", name: "a/bn" },
  { type: "relu", name: "a/relu" },
  { type: "conv", name: "b", out: 6, kernel: 3, stride: 2, pad: 1 },
  { type: "batchnorm", name: "b/bn" },
  { type: "upsample", name: "up", factor: 2 },
  { type: "add", name: "sum", inputs: ["up", "a/relu"] },
  { type: "relu", name: "sum/relu" },
  { type: "gap", name: "gap" },
  { type: "dense", name: "logits", out: 3 },
];

describe("warmUpCosine", () => {
  it("rises over the first twentieth and falls along half a cosine", () => {
    expect(warmUpCosine(0, 1000)).toBeCloseTo(0.02);
    expect(warmUpCosine(49, 1000)).toBe(1);
    expect(warmUpCosine(525, 1000)).toBeCloseTo(0.5);
    expect(warmUpCosine(999, 1000)).toBeLessThan(1e-4);
    expect(() => warmUpCosine(0, 0)).toThrow(EngineInputError);
  });
});

describe("batchNormTrain", () => {
  it.each([true, false])("has the gradient of its formula (relu: %s)", async (relu) => {
    const [x, gamma, beta, signal] = [
      tf.tensor4d(numbers(2 * 3 * 4 * 5), [2, 3, 4, 5]),
      tf.tensor1d(numbers(5)),
      tf.tensor1d(numbers(5)),
      tf.tensor4d(numbers(120), [2, 3, 4, 5]),
    ];
    const byHand = tf.grads((a, b, c) => {
      const statistics = batchStatistics(x);
      return tf.sum(tf.mul(batchNormTrain(a, b as tf.Tensor1D, c as tf.Tensor1D, statistics, relu), signal));
    })([x, gamma, beta]);
    const byRule = tf.grads((a, b, c) => {
      const mean = tf.mean(a, [0, 1, 2], true);
      const centred = tf.sub(a, mean);
      const variance = tf.mean(tf.mul(centred, centred), [0, 1, 2], true);
      const y = tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, 1e-3))), b), c);
      return tf.sum(tf.mul(relu ? tf.relu(y) : y, signal));
    })([x, gamma, beta]);
    for (let k = 0; k < 3; k++) {
      const [actual, expected] = [await byHand[k].data<"float32">(), await byRule[k].data<"float32">()];
      for (let i = 0; i < expected.length; i++) expect(Math.abs(actual[i] - expected[i])).toBeLessThan(1e-4 * (1 + Math.abs(expected[i])));
    }
  });
});

describe("orthogonalise", () => {
  it.each([
    [4, 30],
    [30, 4],
  ])("brings all singular values of a %i × %i matrix near 1", async (rows, columns) => {
    const result = orthogonalise(tf.tensor2d(numbers(rows * columns), [rows, columns]));
    const small = tf.tidy(() => (rows < columns ? tf.matMul(result, tf.transpose(result)) : tf.matMul(tf.transpose(result), result)));
    const gram = await small.data<"float32">();
    for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) expect(Math.abs(gram[i * 4 + j] - (i === j ? 1 : 0))).toBeLessThan(0.6);
  });
});

describe("softTargetCrossEntropy", () => {
  it("is the plain cross-entropy for one-hot targets, with its gradient", async () => {
    const logits = numbers(12);
    const plain = softmaxCrossEntropy(logits, [2, 0, 3], 4);
    const target = tf.cast(tf.oneHot(tf.tensor1d([2, 0, 3], "int32"), 4), "float32");
    const { value, grad } = tf.valueAndGrad((x: tf.Tensor) => softTargetCrossEntropy(x as tf.Tensor2D, target as tf.Tensor2D))(
      tf.tensor2d(logits, [3, 4]),
    );
    expect((await value.data())[0]).toBeCloseTo(plain.loss as number, 5);
    const gradient = await grad.data<"float32">();
    for (let i = 0; i < 12; i++) expect(gradient[i]).toBeCloseTo(plain.gradient[i], 5);
  });
});

describe("Trainable", () => {
  const batch = () => tf.tensor4d(numbers(6 * 8 * 8 * 2), [6, 8, 8, 2]);

  it("exports a network that gives what training saw, batch norms folded", async () => {
    const model = new Trainable([2, 8, 8], LAYERS, seeded("export"), { outputs: [] });
    const images = batch();
    const statistics = new Map<string, BatchStatistics>();
    const [logits] = tf.tidy(() => model.forward(images, ["logits"], statistics));
    model.absorb(statistics, true);
    const spec = await model.export();
    expect(spec.layers.some((layer) => layer.type === "batchnorm")).toBe(false);
    const network = createNetwork(spec);
    const [expected, pixels] = [await logits.data<"float32">(), await images.data<"float32">()];
    for (let n = 0; n < 6; n++) {
      const data = Float64Array.from({ length: 128 }, (_, i) => pixels[n * 128 + (i % 64) * 2 + Math.floor(i / 64)]);
      const { output } = forward(network, { shape: [2, 8, 8], data });
      for (let k = 0; k < 3; k++) expect(output.data[k]).toBeCloseTo(expected[n * 3 + k], 3);
    }
    model.dispose();
  });

  it("learns a batch by heart: the loss falls below a tenth in 60 steps, and no tensor is left behind", async () => {
    const model = new Trainable([2, 8, 8], LAYERS, seeded("learn"), { outputs: ["logits"] });
    const optimizer = new MuonAdam(model.slots(), { muon: 0.03, adam: 0.02 });
    const [images, target] = [batch(), tf.cast(tf.oneHot(tf.tensor1d([0, 1, 2, 0, 1, 2], "int32"), 3), "float32") as tf.Tensor2D];
    const losses: number[] = [];
    const before = tf.memory().numTensors;
    for (let step = 0; step < 60; step++) {
      const statistics = new Map<string, BatchStatistics>();
      const { value, grads } = tf.variableGrads(
        () => softTargetCrossEntropy(model.forward(images, ["logits"], statistics)[0] as tf.Tensor2D, target),
        optimizer.slots.map(({ variable }) => variable),
      );
      optimizer.step(grads, warmUpCosine(step, 60));
      model.absorb(statistics, step === 0);
      losses.push((await value.data())[0]);
      tf.dispose([value, grads]);
    }
    expect(tf.memory().numTensors).toBe(before);
    expect(losses[59]).toBeLessThan(losses[0] / 10);
    optimizer.dispose();
    model.dispose();
  });
});

describe("the models' layer lists", () => {
  const weightless = (layers: readonly LayerSpec[]) => {
    const model = new Trainable(INPUT_SHAPE, layers, seeded("shapes"), { outputs: ["logits", "heatmap", "offset", "size", "grid"] });
    const { network } = model;
    const numbers = model.parts
      .filter(({ part }) => part === "weight" || part === "bias")
      .reduce((sum, { variable }) => sum + variable.size, 0);
    model.dispose();
    return { network, numbers };
  };

  it("give a classifier with 14×14 cells, a field of 71 pixels whose centre lies half a pixel from its cell's, under 1.5 MB", () => {
    const { network, numbers } = weightless(classifierLayers());
    const top = network.layers.find((layer) => layer.name === "conv4c/relu");
    expect(top?.shape).toEqual([128, 14, 14]);
    const field = receptiveFields(network)["conv4c/relu"];
    expect([field.size, field.jump]).toEqual([71, 8]);
    expect(Math.abs(field.startX + field.size / 2 - 4)).toBeLessThanOrEqual(0.5);
    expect(numbers * 2).toBeLessThan(1.5e6);
  });

  it("give YOLO the paper's 7×7×30 tensor, under 1.5 MB", () => {
    const { network, numbers } = weightless(yoloLayers());
    expect(network.layers[network.layers.length - 1].shape).toEqual([30, 7, 7]);
    expect(numbers * 2).toBeLessThan(1.5e6);
  });

  it("give CenterNet three maps of 28×28 cells, under 1.5 MB", () => {
    const { network, numbers } = weightless(centernetLayers());
    const shape = (name: string) => network.layers.find((layer) => layer.name === name)?.shape;
    expect([shape("heatmap"), shape("offset"), shape("size")]).toEqual([
      [20, 28, 28],
      [2, 28, 28],
      [2, 28, 28],
    ]);
    expect(numbers * 2).toBeLessThan(1.5e6);
  });
});
