/** Reference files run through the TF.js twins, on the backends that Node has. */
import { createRequire } from "node:module";
import path from "node:path";
import type { FileResult, OracleFile } from "./adapter";

export const NODE_BACKENDS = ["wasm", "cpu"] as const;
export type NodeBackend = (typeof NODE_BACKENDS)[number];

/** Runs a file's cases on one backend. */
export type Twin = (file: OracleFile, backend: NodeBackend) => Promise<FileResult>;

/** Switches TF.js to a backend; its packages are loaded at the first call. */
export async function startBackend(backend: NodeBackend): Promise<void> {
  const tf = await import("@tensorflow/tfjs-core");
  await import("@tensorflow/tfjs-backend-cpu");
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  if (tf.getBackend() === backend) return;
  if (backend === "wasm")
    setWasmPaths(`${path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm"))}/`);
  if (!(await tf.setBackend(backend))) throw new Error(`the TF.js backend ${backend} does not start`);
  await tf.ready();
}
