import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backward, createNetwork, forward, type Network, type ReluRule } from ".";
import { backwardGpu, backwardToLayer, createGpuNetwork, forwardGpu, toChannelsFirst, toChannelsLast } from "./network.gpu";
import { randomImage, randomWeights, sampleNetwork } from "./sample-networks";

const RULES: readonly ReluRule[] = ["gradient", "deconvnet", "guided"];
const networks: Record<string, Network> = {
  "every layer type": createNetwork(sampleNetwork("gpu")),
  "flatten and overlapping pools": createNetwork(
    randomWeights(
      [2, 11, 9],
      [
        { type: "conv", name: "c1", out: 4, kernel: 5, stride: 2, pad: 2 },
        { type: "relu", name: "r1" },
        { type: "maxpool", name: "p1", kernel: 3, stride: 2, pad: 1 },
        { type: "conv", name: "c2", out: 3, kernel: 2, stride: 2 },
        { type: "relu", name: "r2" },
        { type: "flatten", name: "f" },
        { type: "dense", name: "d1", out: 5 },
        { type: "relu", name: "r3" },
        { type: "dense", name: "d2", out: 3 },
      ],
      "gpu2",
    ),
  ),
  "windows smaller than their stride, one-sided and wide padding": createNetwork(
    randomWeights(
      [2, 13, 16],
      [
        { type: "conv", name: "c1", out: 4, kernel: 3, stride: 3, pad: 2 },
        { type: "relu", name: "r1" },
        { type: "conv", name: "c2", out: 5, kernel: 1, stride: 2 },
        { type: "relu", name: "r2" },
        { type: "conv", name: "c3", out: 4, kernel: 4, stride: 2, pad: "same" },
        { type: "gap", name: "g" },
        { type: "dense", name: "d", out: 3 },
      ],
      "gpu3",
    ),
  ),
};

/** The largest difference as a share of the largest value: float32 sums have no digits to spare near zero. */
function distance(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length).toBe(expected.length);
  let worst = 0;
  let top = 1e-12;
  for (let i = 0; i < expected.length; i++) {
    worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
    top = Math.max(top, Math.abs(expected[i]));
  }
  return worst / top;
}

for (const backend of ["cpu", "wasm"]) {
  describe(`the network on the ${backend} backend`, () => {
    beforeAll(async () => {
      const wasm = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm");
      if (backend === "wasm") setWasmPaths(`${path.dirname(wasm)}/`);
      expect(await tf.setBackend(backend)).toBe(true);
    });
    afterAll(() => expect(tf.getBackend()).toBe(backend));

    for (const [name, network] of Object.entries(networks)) {
      it(`agrees with the plain network at every layer to 1e-4, forward and under all three rules (${name})`, async () => {
        const before = tf.memory().numTensors;
        const images = ["a", "b"].map((seed) => randomImage(network.inputShape, seed));
        const gpu = createGpuNetwork(network);
        const batch = toChannelsLast(images) as tf.Tensor4D;
        const pass = forwardGpu(gpu, batch);
        const plain = images.map((image) => forward(network, image));
        for (const layer of network.layers) {
          const found = await toChannelsFirst(pass.activations[layer.name]);
          found.forEach((t, n) => {
            expect(t.shape).toEqual(layer.shape);
            expect(distance(t.data, plain[n].activations[layer.name].data)).toBeLessThan(1e-4);
          });
        }
        const last = network.layers[network.layers.length - 1];
        const seeds = images.map((_, n) => ({
          shape: last.shape,
          data: Array.from({ length: last.shape[0] }, (_, i) => (i === n ? 1 : -0.25)),
        }));
        const seed = toChannelsLast(seeds);
        for (const rule of RULES) {
          const back = backwardGpu(gpu, pass, { [last.name]: seed }, rule);
          const want = plain.map((p, n) => backward(network, p, { [last.name]: seeds[n].data }, rule));
          (await toChannelsFirst(back.input)).forEach((t, n) => expect(distance(t.data, want[n].input.data)).toBeLessThan(1e-4));
          for (const layer of network.layers) {
            (await toChannelsFirst(back.layers[layer.name])).forEach((t, n) =>
              expect(distance(t.data, want[n].layers[layer.name].data)).toBeLessThan(1e-4),
            );
          }
          for (const layer of network.layers) {
            const only = backwardToLayer(gpu, pass, { [last.name]: seed }, layer.name, rule) as tf.Tensor;
            (await toChannelsFirst(only)).forEach((t, n) => expect(distance(t.data, want[n].layers[layer.name].data)).toBeLessThan(1e-4));
            only.dispose();
          }
          tf.dispose([back.input, back.layers]);
        }
        tf.dispose([batch, seed, pass.activations]);
        gpu.dispose();
        expect(tf.memory().numTensors).toBe(before);
      });
    }

    it("sends a tied window's signal to its first cell, as the plain network does", async () => {
      const network = createNetwork({ inputShape: [1, 2, 4], layers: [{ type: "maxpool", name: "p", kernel: 2 }], weights: {} });
      const image = { shape: [1, 2, 4], data: [0, 0, 1, 3, 0, 0, 3, 3] };
      const gpu = createGpuNetwork(network);
      const batch = toChannelsLast([image]) as tf.Tensor4D;
      const pass = forwardGpu(gpu, batch);
      const seed = tf.tensor4d([5, 7], [1, 1, 2, 1]);
      const back = backwardGpu(gpu, pass, { p: seed });
      expect([...(await back.input.data())]).toEqual([5, 0, 0, 7, 0, 0, 0, 0]);
      expect([...backward(network, forward(network, image), { p: [5, 7] }).input.data]).toEqual([5, 0, 0, 7, 0, 0, 0, 0]);
      tf.dispose([batch, seed, pass.activations, back.input, back.layers]);
    });
  });
}

describe("input checks", () => {
  it("name the argument that does not fit", () => {
    const gpu = createGpuNetwork(networks["every layer type"]);
    const wrong = tf.zeros<tf.Rank.R4>([1, 3, 12, 12]);
    const right = tf.zeros<tf.Rank.R4>([1, 12, 12, 3]);
    expect(() => forwardGpu(gpu, wrong)).toThrow("images");
    const pass = forwardGpu(gpu, right);
    expect(() => backwardGpu(gpu, pass, { fc: wrong })).toThrow("seeds.fc");
    expect(() => backwardGpu(gpu, pass, { none: wrong })).toThrow("seeds");
    expect(() => backwardToLayer(gpu, pass, { fc: wrong }, "conv1")).toThrow("seeds.fc");
    expect(() => backwardToLayer(gpu, pass, {}, "none")).toThrow("layer");
    expect(backwardToLayer(gpu, pass, { conv1: pass.activations.conv1 }, "fc")).toBeNull();
    expect(() => toChannelsLast([])).toThrow("items");
    expect(() => toChannelsLast([randomImage([1, 2, 2], "a"), randomImage([1, 2, 3], "b")])).toThrow("items");
    tf.dispose([wrong, right, pass.activations]);
    gpu.dispose();
  });
});
