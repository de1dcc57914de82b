import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { beforeAll, describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { createNetwork, forward, type NetworkSpec } from "../nets";
import { createGpuNetwork } from "../nets/network.gpu";
import { seeded } from "../random";
import { networkInput } from "./input";
import { layerOutputs } from "./outputs.gpu";

beforeAll(() => tf.setBackend("cpu"));

describe("layerOutputs", () => {
  const random = seeded("run");
  const list = (n: number) => Float64Array.from({ length: n }, () => random.normal());
  const spec: NetworkSpec = {
    inputShape: [3, 8, 8],
    layers: [
      { type: "conv", name: "c", out: 4, kernel: 3, stride: 2, pad: "same" },
      { type: "gap", name: "g" },
    ],
    weights: { c: { weight: { shape: [4, 3, 3, 3], data: list(108) }, bias: list(4) } },
  };
  const network = createNetwork(spec);
  const pictures = [0, 1].map(() => Uint8Array.from({ length: 192 }, () => random.int(0, 255)));

  it("gives each picture's layers as the plain network does, and leaves no tensor behind", async () => {
    const gpu = createGpuNetwork(network);
    const before = tf.memory().numTensors;
    const [maps, means] = await layerOutputs(gpu, pictures, ["c", "g"]);
    expect(tf.memory().numTensors).toBe(before);
    pictures.forEach((pixels, i) => {
      const pass = forward(network, networkInput(pixels, 8));
      expect(maps[i].shape).toEqual([4, 4, 4]);
      maps[i].data.forEach((v, k) => expect(v).toBeCloseTo(pass.activations.c.data[k], 4));
      means[i].data.forEach((v, k) => expect(v).toBeCloseTo(pass.output.data[k], 4));
    });
    gpu.dispose();
  });

  it("refuses an unknown layer and a picture of another size", async () => {
    const gpu = createGpuNetwork(network);
    await expect(layerOutputs(gpu, pictures, ["x"])).rejects.toThrow(EngineInputError);
    await expect(layerOutputs(gpu, [new Uint8Array(12)], ["c"])).rejects.toThrow(EngineInputError);
    gpu.dispose();
  });
});
