import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { INPUT_SCALE, INPUT_SHIFT } from "@/lib/engine/detectors/architectures";
import { packModel, unpackModel } from "@/lib/engine/detectors/weights";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { HELD_OUT_STYLE, TRAIN_STYLES } from "@/lib/engine/scenes/emoji";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import type { Trainable } from "@/lib/engine/train/trainable.gpu";
import { checkpointPath, type Progress } from "./checkpoint";
import type { Sources, Split } from "./data";
import type { Figures, Task } from "./task";

/** The network in the form in which it ships: batch norms folded, weights rounded to half precision. */
export async function shipped(task: Task, model: Trainable) {
  const packed = packModel(task.name, await model.export(), { classes: VOC_CLASSES, input: { scale: INPUT_SCALE, shift: INPUT_SHIFT } });
  return { ...packed, network: unpackModel(packed.file, packed.bytes).network };
}

/** Figures of the shipped form on both drawing-style sets. */
export async function measure(task: Task, model: Trainable, sources: Sources, split: Split, count: number): Promise<{ seen: Figures; held: Figures }> {
  const gpu = createGpuNetwork((await shipped(task, model)).network);
  try {
    return { seen: await task.evaluate(gpu, sources, "seen", split, count), held: await task.evaluate(gpu, sources, "held", split, count) };
  } finally {
    gpu.dispose();
  }
}

/** Scenes of the final figure: 300 for detectors; a classifier's scene holds one object, so 1000 of them. */
export const testScenes = (task: Task) => (task.outputs.includes("logits") ? 1000 : 300);

/**
 * Writes model.json, weights.bin and card.json; returns the folder. Seed 1 is the model that ships; other seeds serve
 * comparisons and stay beside their checkpoints.
 */
export async function writeModel(task: Task, model: Trainable, sources: Sources, progress: Progress): Promise<string> {
  const { file, bytes } = await shipped(task, model);
  const count = testScenes(task);
  const figures = await measure(task, model, sources, "test", count);
  const folder = progress.seed === "1" ? `public/models/${task.name}` : path.dirname(checkpointPath(task.name, progress.seed));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/weights.bin`, bytes);
  writeFileSync(`${folder}/model.json`, `${JSON.stringify(file)}\n`);
  const card = {
    model: task.name,
    finished: progress.step >= progress.steps,
    data: { set: "EmojiVOC", seed: progress.seed, styles: TRAIN_STYLES, heldOut: HELD_OUT_STYLE },
    training: {
      steps: progress.step,
      plannedSteps: progress.steps,
      images: progress.step * progress.batch,
      batch: progress.batch,
      seconds: Math.round(progress.seconds),
      backend: tf.getBackend(),
      optimizer: task.optimizer,
      startsFrom: task.startsFrom ?? null,
    },
    test: { scenes: count, seen: figures.seen, held: figures.held },
    parameters: bytes.length / 2,
    bytes: bytes.length,
    sha256: file.weights.sha256,
    history: progress.history,
  };
  writeFileSync(`${folder}/card.json`, `${JSON.stringify(card, null, 2)}\n`);
  return folder;
}
