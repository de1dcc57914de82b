import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "@/scripts/training/backend";
import { unpackModel } from "../detectors/files/weights";
import { networkInput } from "../detectors/input";
import { emojiScene, readAtlas, SCENE_SIDE, type Atlas } from "../scenes/emoji";
import { gradCamGpu, guidedBackpropGpu, saliencyGpu } from "./gpu";
import { Aborted } from "./long-run";
import { sanityCheck } from "./sanity.gpu";
import type { Network } from "../nets";

let network: Network;
let atlas: Atlas;
beforeAll(async () => {
  await startBackend();
  network = unpackModel(
    JSON.parse(readFileSync("public/models/classifier/model.json", "utf8")),
    new Uint8Array(readFileSync("public/models/classifier/weights.bin")),
  ).networks.main.network;
  atlas = await readAtlas(readFileSync("public/emojivoc/noto.bin"));
});

const METHODS = {
  "grad-cam": (subject: Parameters<typeof gradCamGpu>[0]) => gradCamGpu(subject, { layer: "conv4c/relu" }),
  saliency: (subject: Parameters<typeof saliencyGpu>[0]) => saliencyGpu(subject, {}),
  guided: guidedBackpropGpu,
};

describe("sanityCheck", () => {
  it("shows that guided backprop hardly minds losing the upper layers while the gradient's map changes", async () => {
    const before = tf.memory().numTensors;
    const rank = { saliency: 0, guided: 0 };
    const SCENES = 4;
    for (let n = 0; n < SCENES; n++) {
      const { pixels, objects } = emojiScene(`sanity ${n}`, { atlases: [atlas], objects: [2, 2], side: [40, 60] });
      const steps = await sanityCheck(network, networkInput(pixels, SCENE_SIDE), { logit: objects[0].label }, METHODS, {
        seed: "sanity",
        layers: 3,
      });
      expect(steps.map(({ randomized }) => randomized)).toEqual([[], ["logits"], ["logits", "conv4c"], ["logits", "conv4c", "conv4b"]]);
      for (const { rank: r, ssim } of Object.values(steps[0].maps)) expect([r, ssim].map((v) => Math.round(v * 1e9) / 1e9)).toEqual([1, 1]);
      rank.saliency += steps[3].maps.saliency.rank / SCENES;
      rank.guided += steps[3].maps.guided.rank / SCENES;
    }
    expect(rank.guided).toBeGreaterThan(rank.saliency + 0.1);
    expect(tf.memory().numTensors).toBe(before);
  });

  it("tells how far it is and stops when asked", async () => {
    const image = networkInput(new Uint8Array(SCENE_SIDE * SCENE_SIDE * 3).fill(90), SCENE_SIDE);
    const seen: number[] = [];
    await expect(
      sanityCheck(
        network,
        image,
        { logit: 0 },
        { guided: guidedBackpropGpu },
        { seed: "x", onProgress: (done) => seen.push(done), aborted: () => seen.length === 2 },
      ),
    ).rejects.toBeInstanceOf(Aborted);
    expect(seen).toEqual([1, 2]);
  });
});
