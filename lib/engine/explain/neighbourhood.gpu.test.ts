import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { networkInput } from "../detectors/input";
import { unpackModel, type ModelFile } from "../detectors/files/weights";
import { createGpuNetwork } from "../nets/network.gpu";
import { VOC_CLASSES } from "../scenes/classes";
import { emojiScene, readAtlas } from "../scenes/emoji";
import type { Tensor } from "../nets";
import * as E from ".";
import * as G from "./gpu";

const N = 200;

describe("the shipped classifier's features", () => {
  const pictures: Tensor[] = [];
  const labels: number[] = [];
  let embeddings: Tensor;
  let pixels: Tensor;
  beforeAll(async () => {
    const wasm = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm");
    setWasmPaths(`${path.dirname(wasm)}/`);
    expect(await tf.setBackend("wasm")).toBe(true);
    const read = (file: string) => readFileSync(`public/${file}`);
    const stored = unpackModel(
      JSON.parse(read("models/classifier/model.json").toString("utf8")) as ModelFile,
      read("models/classifier/weights.bin"),
    );
    const { network } = stored.networks.main;
    const atlases = [await readAtlas(read("emojivoc/noto.bin"))];
    for (let i = 0; i < N; i++) {
      const label = i % VOC_CLASSES.length;
      const scene = emojiScene(`neighbours/${i}`, { atlases, side: [40, 90], plan: () => ({ objects: [{ label }] }) });
      pictures.push(networkInput(scene.pixels, network.inputShape[1]));
      labels.push(label);
    }
    const gpu = createGpuNetwork(network);
    embeddings = await G.embeddingsGpu(gpu, pictures, "gap");
    gpu.dispose();
    pixels = { shape: [N, pictures[0].data.length], data: Float64Array.from(pictures.flatMap(({ data }) => [...data])) };
  });

  it("put pictures of one class together, which their pixels do not", () => {
    expect(embeddings.shape).toEqual([N, 128]);
    const byFeatures = E.labelAgreement(embeddings, labels, 5);
    const byPixels = E.labelAgreement(pixels, labels, 5);
    expect(byFeatures).toBeGreaterThan(0.7);
    expect(byPixels).toBeLessThan(0.3);
  });
  it("keep classes together on the flat map as well", () => {
    const { points, trust } = E.pictureMap(embeddings, { perplexity: 12, iterations: 500, seed: "map" });
    expect(E.labelAgreement({ shape: [N, 2], data: points }, labels, 5, "euclidean")).toBeGreaterThan(0.6);
    expect(trust).toBeGreaterThan(0.85);
  });
});
