import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNetwork, type Network, type Tensor } from "../nets";
import { createGpuNetwork, type GpuNetwork } from "../nets/network.gpu";
import { randomImage, randomWeights, sampleNetwork } from "../nets/sample-networks";
import * as E from ".";
import * as G from "./gpu";

/** Agreement asked of float32 with double precision, as a share of the largest value. */
const TOLERANCE = 1e-4;

const net = createNetwork(sampleNetwork("twins"));
const strided = createNetwork(
  randomWeights(
    [3, 15, 13],
    [
      { type: "conv", name: "c1", out: 6, kernel: 3, stride: 2, pad: "same" },
      { type: "relu", name: "r1" },
      { type: "conv", name: "c2", out: 5, kernel: 3, stride: 2, pad: 1 },
      { type: "relu", name: "r2" },
      { type: "gap", name: "g" },
      { type: "dense", name: "d", out: 4 },
    ],
    "strided",
  ),
);

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

function agree(actual: Tensor, expected: Tensor): void {
  expect(actual.shape).toEqual(expected.shape);
  expect(distance(actual.data, expected.data)).toBeLessThan(TOLERANCE);
}

for (const backend of ["cpu", "wasm"]) {
  describe(`the explainers' twins on the ${backend} backend`, () => {
    const gpus = new Map<Network, GpuNetwork>();
    let before = 0;
    beforeAll(async () => {
      const wasm = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm");
      if (backend === "wasm") setWasmPaths(`${path.dirname(wasm)}/`);
      expect(await tf.setBackend(backend)).toBe(true);
      for (const network of [net, strided]) gpus.set(network, createGpuNetwork(network));
      before = tf.memory().numTensors;
    });
    afterAll(() => {
      expect(tf.memory().numTensors).toBe(before);
      gpus.forEach((gpu) => gpu.dispose());
    });

    const cases: readonly (readonly [string, Network, string, string, G.TargetSpec])[] = [
      ["every layer type, a logit", net, "relu3", "conv1", { logit: 2 }],
      [
        "every layer type, one class against another",
        net,
        "conv3",
        "side",
        {
          logits: [
            { index: 0, weight: 1 },
            { index: 3, weight: -1 },
          ],
        },
      ],
      ["strided convolutions, a probability", strided, "r2", "c1", { probability: 1 }],
      [
        "strided convolutions, cells of a map",
        strided,
        "r1",
        "c2",
        { layer: "c2", weights: Float32Array.from({ length: 5 * 16 }, (_, i) => (i % 7 === 0 ? 1 : i % 11 === 0 ? -0.5 : 0)) },
      ],
      [
        "strided convolutions, two layers at once",
        strided,
        "r1",
        "c1",
        { layers: { c2: Float32Array.from({ length: 5 * 16 }, (_, i) => (i % 9 === 0 ? 1 : 0)), d: [0, 2, 0, -1] } },
      ],
    ];
    for (const [name, network, layer, other, target] of cases) {
      it(`agree with the plain methods to 1e-4 of the largest value (${name})`, async () => {
        const gpu = gpus.get(network) as GpuNetwork;
        const image = randomImage(network.inputShape, name);
        const plain = E.subjectOf({ network, image, target: G.targetOf(target) });
        const subject = G.gpuSubject({ gpu, image, target });
        try {
          expect(await subject.value()).toBeCloseTo(plain.value, 4);
          const saliency = await G.saliencyGpu(subject, {});
          agree(saliency.map, E.saliency(plain, {}).map);
          agree(saliency.gradient, E.saliency(plain, {}).gradient);
          agree((await G.saliencyGpu(subject, { magnitude: "squared" })).map, E.saliency(plain, { magnitude: "squared" }).map);
          agree((await G.gradientTimesInputGpu(subject, {})).map, E.gradientTimesInput(plain, {}).map);
          agree((await G.deconvnetGpu(subject, {})).map, E.deconvnet(plain, {}).map);
          agree((await G.guidedBackpropGpu(subject, {})).map, E.guidedBackprop(plain, {}).map);
          const smooth = { seed: "noise", samples: 5, noise: 0.1 };
          agree((await G.smoothGradGpu(subject, { ...smooth, batch: 2 })).gradient, E.smoothGrad(plain, smooth).gradient);
          for (const rule of ["midpoint", "right"] as const) {
            const options = { steps: 7, rule, baseline: randomImage(network.inputShape, "baseline") };
            const found = await G.integratedGradientsGpu(subject, { ...options, batch: 3 });
            const want = E.integratedGradients(plain, options);
            agree(found.map, want.map);
            expect(found.value - found.baselineValue).toBeCloseTo(want.value - want.baselineValue, 4);
          }
          for (const at of [layer, other]) {
            const cam = await G.gradCamGpu(subject, { layer: at });
            const want = E.gradCam(plain, { layer: at });
            agree(cam.map, want.map);
            agree(cam.raw, want.raw);
            expect(distance(cam.weights, want.weights)).toBeLessThan(TOLERANCE);
            agree((await G.hiResCamGpu(subject, { layer: at })).map, E.hiResCam(plain, { layer: at }).map);
            agree((await G.guidedGradCamGpu(subject, { layer: at })).map, E.guidedGradCam(plain, { layer: at }).map);
            agree(await G.layerOutputGpu(subject, at), plain.pass.activations[at]);
            const signal = plain.signal("guided").layers[at];
            if (signal) agree(await G.layerSignalGpu(subject, at, "guided"), signal);
          }
          agree((await G.camGpu(subject, { classIndex: 2 })).map, E.cam(plain, { classIndex: 2 }).map);
          const hide = { patch: 4, stride: 3, fill: [0.2, 0, -0.1] };
          const occluded = await G.occlusionGpu(subject, { ...hide, batch: 5 });
          const want = E.occlusion(plain, hide);
          expect(distance(occluded.scores.data, want.scores.data)).toBeLessThan(TOLERANCE);
          expect(occluded.covered).toEqual(want.covered);
          agree(occluded.map, want.map);
          const climbing = {
            steps: 5,
            learningRate: 0.05,
            lambda: 0.01,
            totalVariation: 0.01,
            jitter: 2,
            seed: "climb",
            blur: 0.6,
            blurEvery: 2,
            range: [-2, 2] as const,
            keep: [0, 3],
          };
          const climbed = await G.ascentGpu(subject, climbing);
          const wanted = E.ascent(plain, climbing);
          agree(climbed.map, wanted.map);
          agree(climbed.kept[3], wanted.kept[3]);
          expect(distance([...climbed.objective, climbed.objectiveAfter], [...wanted.objective, wanted.objectiveAfter])).toBeLessThan(
            TOLERANCE,
          );
          const unit = { layer, channel: 1, threshold: 0.05 };
          const active = await G.layerActivationGpu(subject, unit);
          agree(active.map, E.layerActivation(plain, unit).map);
          expect(active.mask.filter((m) => m === 1)).toHaveLength(Math.round(active.share * active.mask.length));
        } finally {
          subject.dispose();
        }
        expect(tf.memory().numTensors).toBe(before);
      });
    }

    it("agree over many pictures: embeddings and every channel's strongest unit", async () => {
      const gpu = gpus.get(net) as GpuNetwork;
      const images = Array.from({ length: 5 }, (_, i) => randomImage(net.inputShape, `many${i}`));
      const steps: number[] = [];
      for (const layer of ["gap", "side"]) {
        agree(
          await G.embeddingsGpu(gpu, images, layer, { batch: 2, onProgress: (done) => void steps.push(done) }),
          E.embeddingsOf(net, images, layer),
        );
      }
      expect(steps).toEqual([2, 4, 5, 2, 4, 5]);
      const peaks = await G.channelPeaksGpu(gpu, images, "conv3", { batch: 3 });
      const want = E.channelPeaks(net, images, "conv3");
      expect(peaks.cells).toEqual(want.cells);
      expect(distance(peaks.values, want.values)).toBeLessThan(TOLERANCE);
      await expect(G.channelPeaksGpu(gpu, images, "gap")).rejects.toThrow("layer");
      await expect(G.embeddingsGpu(gpu, images, "gap", { aborted: () => true })).rejects.toThrow(G.Aborted);
      expect(tf.memory().numTensors).toBe(before);
    });

    it("marks the asked share of the pixels when the threshold is a quantile", async () => {
      const gpu = gpus.get(net) as GpuNetwork;
      const { share, mask, map } = await G.explainOnGpu(
        G.layerActivationGpu,
        { gpu, image: randomImage(net.inputShape, "top"), target: { logit: 0 } },
        { layer: "conv3", channel: 0, threshold: { top: 0.25 } },
      );
      expect(share).toBeLessThanOrEqual(0.25);
      expect(share).toBeGreaterThan(0.1);
      const least = Math.min(...[...map.data].filter((_, i) => mask[i] === 1));
      expect(Math.max(...[...map.data].filter((_, i) => mask[i] === 0))).toBeLessThanOrEqual(least);
    });

    it("gives a flat map and a signal of zeros for a layer the target does not depend on", async () => {
      const gpu = gpus.get(strided) as GpuNetwork;
      const subject = G.gpuSubject({
        gpu,
        image: randomImage(strided.inputShape, "flat"),
        target: { layer: "c1", weights: new Float32Array(6 * 8 * 7).fill(1) },
      });
      expect([...(await G.gradCamGpu(subject, { layer: "r2" })).map.data].every((v) => v === 0)).toBe(true);
      const signal = await G.layerSignalGpu(subject, "c2");
      expect(signal.shape).toEqual([5, 4, 4]);
      expect(signal.data.every((v) => v === 0)).toBe(true);
      subject.dispose();
    });

    it("survives a caller's tidy: a pass first asked for inside one is still there", async () => {
      const gpu = gpus.get(net) as GpuNetwork;
      const subject = G.gpuSubject({ gpu, image: randomImage(net.inputShape, "tidy"), target: { logit: 1 } });
      tf.tidy(() => void subject.signal("guided"));
      agree(
        (await G.guidedBackpropGpu(subject, {})).map,
        E.guidedBackprop(E.subjectOf({ network: net, image: subject.image, target: E.classLogit(1) }), {}).map,
      );
      subject.dispose();
    });

    it("reports progress batch by batch, stops with Aborted when asked, and leaves no tensors behind", async () => {
      const gpu = gpus.get(net) as GpuNetwork;
      const question = { gpu, image: randomImage(net.inputShape, "abort"), target: { logit: 0 } } as const;
      const steps: string[] = [];
      await G.explainOnGpu(G.smoothGradGpu, question, {
        seed: 1,
        samples: 5,
        batch: 2,
        onProgress: (done, total) => void steps.push(`${done}/${total}`),
      });
      expect(steps).toEqual(["2/5", "4/5", "5/5"]);
      // A message from outside gets through between batches.
      let stop = false;
      setTimeout(() => (stop = true), 0);
      const aborted = () => stop;
      const endless = { steps: 1_000_000, learningRate: 1e-3, aborted };
      await expect(G.explainOnGpu(G.ascentGpu, question, endless)).rejects.toThrow(G.Aborted);
      for (const run of [
        () => G.explainOnGpu(G.smoothGradGpu, question, { seed: 1, aborted }),
        () => G.explainOnGpu(G.integratedGradientsGpu, question, { aborted }),
        () => G.explainOnGpu(G.occlusionGpu, question, { patch: 2, stride: 2, aborted }),
      ]) {
        await expect(run()).rejects.toThrow("stopped after 0 of");
      }
      expect(tf.memory().numTensors).toBe(before);
    });

    it("name the argument that does not fit, and leave no tensors behind", async () => {
      const gpu = gpus.get(net) as GpuNetwork;
      const image = randomImage(net.inputShape, "wrong");
      expect(() => G.gpuSubject({ gpu, image: randomImage([3, 4, 4], "small"), target: { logit: 0 } })).toThrow("image");
      expect(() => G.gpuSubject({ gpu, image, target: { logit: 9 } })).toThrow("target.index");
      expect(() => G.gpuSubject({ gpu, image, target: { probability: -1 } })).toThrow("target.index");
      expect(() => G.gpuSubject({ gpu, image, target: { layer: "none", weights: [] } })).toThrow("target.layer");
      expect(() => G.gpuSubject({ gpu, image, target: { layer: "fc", weights: [1] } })).toThrow("target.weights");
      const question = { gpu, image, target: { logit: 0 } } as const;
      await expect(G.explainOnGpu(G.gradCamGpu, question, { layer: "gap" })).rejects.toThrow("layer");
      await expect(G.explainOnGpu(G.camGpu, question, { classIndex: 7 })).rejects.toThrow("classIndex");
      await expect(G.explainOnGpu(G.layerActivationGpu, question, { layer: "conv1", channel: 99, threshold: 0 })).rejects.toThrow(
        "channel",
      );
      await expect(G.explainOnGpu(G.occlusionGpu, question, { patch: 2, stride: 1, batch: 0 })).rejects.toThrow("batch");
      expect(tf.memory().numTensors).toBe(before);
    });
  });
}

describe("targets as data", () => {
  it("give 3 for +1 of logit 0 and −1 of logit 2 over logits 5, 1, 2", () => {
    const flat = createNetwork({ inputShape: [3, 1, 1], layers: [{ type: "flatten", name: "f" }], weights: {} });
    const image = { shape: [3, 1, 1], data: [5, 1, 2] };
    const valueOf = (target: G.TargetSpec) => E.subjectOf({ network: flat, image, target: G.targetOf(target) }).value;
    expect(
      valueOf({
        logits: [
          { index: 0, weight: 1 },
          { index: 2, weight: -1 },
        ],
      }),
    ).toBe(3);
    expect(valueOf({ layer: "f", weights: [0.5, 0, 1] })).toBe(4.5);
    expect(valueOf({ logit: 1 })).toBe(1);
  });
});
