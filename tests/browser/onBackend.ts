/** What the pages of the specs share that compute on a TF.js backend: its start, and the shipped classifier with its drawings. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-backend-webgl";
import "@tensorflow/tfjs-backend-webgpu";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import type { Network } from "@/lib/engine/nets";
import { readAtlas, TRAIN_STYLES, type Atlas } from "@/lib/engine/scenes/emoji";
import type { Backend } from "@/lib/engine/tensor/backends";

async function bytesOf(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

/** @throws Error where the backend does not start */
export async function start(backend: Backend): Promise<void> {
  setWasmPaths("/wasm/");
  // The threaded build breaks once bundled: its helper refers to a name the bundler changed.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!(await tf.setBackend(backend))) throw new Error(`the backend ${backend} does not start`);
  await tf.ready();
}

export async function classifier(): Promise<Network> {
  const file = (await (await fetch("/models/classifier/model.json")).json()) as ModelFile;
  return unpackModel(file, await bytesOf("/models/classifier/weights.bin")).networks.main.network;
}

export const drawings = async (style: string): Promise<Atlas> => readAtlas(await bytesOf(`/emojivoc/${style}.bin`));

/** The drawings of all styles that the classifier learnt. */
export const learntDrawings = (): Promise<Atlas[]> => Promise.all(TRAIN_STYLES.map(drawings));
