import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { INPUT_SCALE, INPUT_SHIFT } from "@/lib/engine/detectors/backbone";
import { packModel, unpackModel, type ModelParts, type StoredModel } from "@/lib/engine/detectors/files/weights";
import { HELD_OUT_STYLE, TRAIN_STYLES } from "@/lib/engine/scenes/emoji";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { checkpointPath, type Moment } from "./checkpoint";
import type { Sources, Split } from "./data";
import type { AnyTask, Figures } from "./task";

/** The form in which a model ships: batch norms folded, weights rounded to half precision. */
export const pack = (task: AnyTask, parts: ModelParts) =>
  packModel(task.name, parts, { classes: VOC_CLASSES, input: { scale: INPUT_SCALE, shift: INPUT_SHIFT } });

/** Figures of a model on both drawing-style sets. */
async function figuresOf(
  task: AnyTask,
  model: StoredModel,
  sources: Sources,
  split: Split,
  count: number,
): Promise<{ seen: Figures; held: Figures }> {
  return {
    seen: await task.evaluate(model, sources, "seen", split, count),
    held: await task.evaluate(model, sources, "held", split, count),
  };
}

/** Figures of the shipped form on both drawing-style sets. */
export function measure(
  task: AnyTask,
  parts: ModelParts,
  sources: Sources,
  split: Split,
  count: number,
): Promise<{ seen: Figures; held: Figures }> {
  const { file, bytes } = pack(task, parts);
  return figuresOf(task, unpackModel(file, bytes), sources, split, count);
}

/** How a model came about; goes into its card. */
export interface Making {
  readonly seed: string;
  readonly finished: boolean;
  readonly training: Readonly<Record<string, unknown>>;
  readonly history: readonly Moment[];
  /** Beside the checkpoint, whatever the seed. */
  readonly beside?: boolean;
}

/**
 * Writes model.json, weights.bin and card.json; returns the folder. Seed 1 is the model that ships; other seeds serve
 * comparisons and stay beside their checkpoints.
 */
export async function writeModel(
  task: AnyTask,
  parts: ModelParts,
  sources: Sources,
  { seed, finished, training, history, beside = false }: Making,
): Promise<string> {
  const { file, bytes } = pack(task, parts);
  const figures = await figuresOf(task, unpackModel(file, bytes), sources, "test", task.scenes);
  const folder = seed === "1" && !beside ? `public/models/${task.name}` : path.dirname(checkpointPath(task.name, seed));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/weights.bin`, bytes);
  writeFileSync(`${folder}/model.json`, `${JSON.stringify(file)}\n`);
  const card = {
    model: task.name,
    finished,
    data: { set: "EmojiVOC", seed, styles: TRAIN_STYLES, heldOut: HELD_OUT_STYLE },
    training: { ...training, backend: tf.getBackend(), startsFrom: task.startsFrom ?? null },
    test: { scenes: task.scenes, seen: figures.seen, held: figures.held },
    parameters: bytes.length / 2,
    bytes: bytes.length,
    sha256: file.weights.sha256,
    history,
  };
  writeFileSync(`${folder}/card.json`, `${JSON.stringify(card, null, 2)}\n`);
  return folder;
}
