/** The TF.js backends Node has: WASM and plain CPU. */
import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";

export const NODE_BACKENDS = ["wasm", "cpu"] as const;

const file = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm");
setWasmPaths(`${path.dirname(file)}/`);
tf.enableProdMode();

/** Switches the backend, outside the timed part. */
export async function switchBackend(name: (typeof NODE_BACKENDS)[number]): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`the TF.js backend ${name} does not start`);
  await tf.ready();
}

export { tf };
