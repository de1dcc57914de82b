import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { fillChannelsLast } from "../detectors/input";
import type { LayerSpec } from "../nets";
import { seeded } from "../random";
import { emojiScene, readAtlas, type Atlas } from "../scenes/emoji";
import { registerWasmGradients } from "../tensor/wasm-gradients.gpu";
import type { BatchStatistics } from "./batch-norm.gpu";
import { MuonAdam } from "./optimizer.gpu";
import { warmUpCosine } from "./schedule";
import { softTargetCrossEntropy } from "./soft-targets.gpu";
import { Trainable } from "./trainable.gpu";

const CLASSES = ["bicycle", "bus", "cat", "person", "pottedplant"] as const;
const SIDE = 48;
const BATCH = 24;
const STEPS = 100;

const block = (name: string, out: number, stride: number): LayerSpec[] => [
  { type: "conv", name, out, kernel: 3, stride, pad: "same" },
  { type: "batchnorm", name: `${name}/bn` },
  { type: "relu", name: `${name}/relu` },
];
const LAYERS: LayerSpec[] = [
  ...block("a", 12, 2),
  ...block("b", 24, 2),
  ...block("c", 32, 2),
  { type: "gap", name: "gap" },
  { type: "dense", name: "logits", out: CLASSES.length },
];

let atlas: Atlas;
beforeAll(async () => {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"));
  setWasmPaths(`${folder}/dist/`);
  await tf.setBackend("wasm");
  registerWasmGradients();
  atlas = await readAtlas(readFileSync("public/emojivoc/noto.bin"));
});

function batch(step: number): { images: tf.Tensor4D; target: tf.Tensor2D } {
  const pixels = new Float32Array(BATCH * SIDE * SIDE * 3);
  const target = new Float32Array(BATCH * CLASSES.length);
  for (let i = 0; i < BATCH; i++) {
    const scene = emojiScene(`smoke/${step * BATCH + i}`, {
      atlases: [atlas],
      canvas: SIDE,
      classes: CLASSES,
      objects: [1, 1],
      side: [30, 44],
      backgrounds: ["flat", "gradient", "horizon"],
    });
    fillChannelsLast(pixels, i * SIDE * SIDE * 3, scene.pixels);
    for (const { cls } of scene.objects) target[i * CLASSES.length + CLASSES.findIndex((c) => c === cls)] = 1;
  }
  return { images: tf.tensor4d(pixels, [BATCH, SIDE, SIDE, 3]), target: tf.tensor2d(target, [BATCH, CLASSES.length]) };
}

/** The losses of the first steps of a short run. */
async function run(steps: number): Promise<number[]> {
  const model = new Trainable([3, SIDE, SIDE], LAYERS, seeded("smoke"), { outputs: ["logits"] });
  const optimizer = new MuonAdam(model.slots(), { muon: 0.05, adam: 0.02 });
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const { images, target } = batch(step);
    const statistics = new Map<string, BatchStatistics>();
    const { value, grads } = tf.variableGrads(
      () => softTargetCrossEntropy(model.forward(images, ["logits"], statistics)[0] as tf.Tensor2D, target),
      optimizer.slots.map(({ variable }) => variable),
    );
    optimizer.step(grads, warmUpCosine(step, STEPS));
    model.absorb(statistics, step === 0);
    losses.push((await value.data<"float32">())[0]);
    tf.dispose([images, target, value, grads]);
  }
  optimizer.dispose();
  model.dispose();
  return losses;
}

describe("a short run on EmojiVOC", () => {
  it("halves the loss within 100 steps of new scenes, and the same seed gives the same losses", async () => {
    const losses = await run(STEPS);
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    expect(mean(losses.slice(-10))).toBeLessThan(mean(losses.slice(0, 5)) / 2);
    expect(await run(12)).toEqual(losses.slice(0, 12));
  });
});
