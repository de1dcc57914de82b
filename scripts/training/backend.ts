import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
// The package as a whole registers the gradients; its core alone, as Node loads it, does not.
import "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { registerWasmGradients } from "@/lib/engine/tensor/wasm-gradients.gpu";

/** Starts the WASM backend with the training gradients; returns its name for the card. */
export async function startBackend(): Promise<string> {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"));
  setWasmPaths(`${folder}/dist/`);
  tf.enableProdMode();
  await tf.setBackend("wasm");
  await tf.ready();
  registerWasmGradients();
  return tf.getBackend();
}
