import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import type { MuonAdam } from "@/lib/engine/train/optimizer.gpu";
import type { TrainableModel } from "@/lib/engine/train/model.gpu";

/** One line of a run's history. */
export interface Moment {
  readonly step: number;
  readonly seconds: number;
  readonly loss: number;
  readonly seen: Readonly<Record<string, number>>;
  readonly held: Readonly<Record<string, number>>;
}

export interface Progress {
  readonly model: string;
  readonly seed: string;
  readonly steps: number;
  readonly batch: number;
  step: number;
  seconds: number;
  /** Updates the optimiser has made (Adam's bias correction needs it). */
  count: number;
  history: Moment[];
}

export const checkpointPath = (model: string, seed: string) =>
  path.join(".data", "train", seed === "1" ? model : `${model}-${seed}`, "checkpoint.bin");

/** Header length, header as JSON, then every variable and moment as float32 in a fixed order. Written beside, then renamed. */
export async function saveCheckpoint(file: string, progress: Progress, model: TrainableModel, optimizer: MuonAdam): Promise<void> {
  const { count, moments } = optimizer.state();
  const lists = await Promise.all([...model.parts.map(({ variable }) => variable), ...moments].map((variable) => variable.data()));
  const parts = model.parts.map(({ name, variable }) => ({ name, shape: variable.shape }));
  const header = Buffer.from(JSON.stringify({ ...progress, count, parts }));
  const padded = Buffer.concat([header, Buffer.alloc((4 - (header.length % 4)) % 4, 32)]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    `${file}.new`,
    Buffer.concat([length, padded, ...lists.map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength))]),
  );
  renameSync(`${file}.new`, file);
}

interface Opened {
  readonly header: Progress & { parts: { name: string; shape: number[] }[] };
  readonly values: Float32Array;
}

function open(file: string): Opened {
  const bytes = readFileSync(file);
  const length = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.subarray(4, 4 + length).toString()) as Opened["header"];
  return { header, values: new Float32Array(Uint8Array.from(bytes.subarray(4 + length)).buffer) };
}

/** Where a run stood, or null where there is none. */
export function readProgress(file: string): Progress | null {
  return existsSync(file) ? open(file).header : null;
}

/** Puts a checkpoint's numbers back. */
export function loadCheckpoint(file: string, model: TrainableModel, optimizer: MuonAdam): void {
  const { header, values } = open(file);
  let at = 0;
  for (const variable of [...model.parts.map((part) => part.variable), ...optimizer.state().moments]) {
    tf.tidy(() => variable.assign(tf.tensor(values.slice(at, at + variable.size), variable.shape)));
    at += variable.size;
  }
  if (at !== values.length) throw new Error(`${file} does not fit the model: ${values.length} numbers, ${at} were expected`);
  optimizer.load(header.count);
}

/** Copies the layers that another model's checkpoint shares with this one; returns their names. */
export function loadShared(file: string, model: TrainableModel): Set<string> {
  const { header, values } = open(file);
  const shared = new Set<string>();
  let at = 0;
  for (const { name, shape } of header.parts) {
    const size = shape.reduce((product, n) => product * n, 1);
    const part = model.parts.find((other) => other.name === name && String(other.variable.shape) === String(shape));
    if (part) {
      tf.tidy(() => part.variable.assign(tf.tensor(values.slice(at, at + size), shape)));
      shared.add(part.layer);
    }
    at += size;
  }
  return shared;
}
