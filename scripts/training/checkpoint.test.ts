import { mkdtempSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LayerSpec } from "@/lib/engine/nets";
import { seeded } from "@/lib/engine/random";
import { MuonAdam } from "@/lib/engine/train/optimizer.gpu";
import { TrainableModel } from "@/lib/engine/train/model.gpu";
import { Trainable } from "@/lib/engine/train/trainable.gpu";
import { startBackend } from "./backend";
import { loadCheckpoint, loadShared, readProgress, saveCheckpoint, type Progress } from "./checkpoint";

const LAYERS: LayerSpec[] = [
  { type: "conv", name: "a", out: 4, kernel: 3, stride: 2, pad: "same" },
  { type: "batchnorm", name: "a/bn" },
  { type: "relu", name: "a/relu" },
  { type: "gap", name: "gap" },
  { type: "dense", name: "logits", out: 3 },
];
const folder = mkdtempSync(path.join(tmpdir(), "checkpoint-"));
const file = path.join(folder, "model", "checkpoint.bin");
beforeAll(() => startBackend());
afterAll(() => rmSync(folder, { recursive: true }));

const create = (seed: string, layers = LAYERS) => {
  const model = new TrainableModel({ main: new Trainable([2, 8, 8], layers, seeded(seed), { outputs: ["logits"] }) });
  return { model, optimizer: new MuonAdam(model.slots(), { muon: 0.03, adam: 0.01 }) };
};

/** Steps `from` … `to` − 1 on pictures drawn from the step's number; the losses. */
async function train({ model, optimizer }: ReturnType<typeof create>, from: number, to: number): Promise<number[]> {
  const losses: number[] = [];
  for (let step = from; step < to; step++) {
    const random = seeded(step);
    const images = tf.tensor4d(
      Float32Array.from({ length: 4 * 128 }, () => random.normal()),
      [4, 8, 8, 2],
    );
    const statistics = model.statistics();
    const { value, grads } = tf.variableGrads(
      () => tf.sum(tf.square(model.networks.main.forward(images, ["logits"], statistics.main)[0])) as tf.Scalar,
      optimizer.slots.map(({ variable }) => variable),
    );
    optimizer.step(grads, 1);
    model.absorb(statistics, step === 0);
    losses.push((await value.data<"float32">())[0]);
    tf.dispose([images, value, grads]);
  }
  return losses;
}

const progress = (): Progress => ({ model: "model", seed: "1", steps: 9, batch: 4, step: 3, seconds: 1.5, count: 0, history: [] });

describe("checkpoints", () => {
  it("let an interrupted run go on exactly as an uninterrupted one", async () => {
    const whole = create("a");
    await train(whole, 0, 3);
    await saveCheckpoint(file, progress(), whole.model, whole.optimizer);
    expect(readdirSync(path.dirname(file))).toEqual(["checkpoint.bin"]);
    const resumed = create("another start");
    loadCheckpoint(file, resumed.model, resumed.optimizer);
    expect(readProgress(file)).toMatchObject({ step: 3, count: 3, seconds: 1.5 });
    expect(await train(resumed, 3, 6)).toEqual(await train(whole, 3, 6));
    expect(await resumed.model.export()).toEqual(await whole.model.export());
  });

  it("lend the layers of the same name and shape to another model", async () => {
    const other = create("b", [...LAYERS.slice(0, 4), { type: "dense", name: "logits", out: 5 }]);
    expect([...loadShared(file, other.model)].sort()).toEqual(["a", "a/bn"]);
  });

  it("say when a file does not fit the model, and give null where there is none", () => {
    const other = create("c");
    truncateSync(file, 2000);
    expect(() => loadCheckpoint(file, other.model, other.optimizer)).toThrow();
    expect(readProgress(path.join(folder, "none"))).toBeNull();
  });
});
