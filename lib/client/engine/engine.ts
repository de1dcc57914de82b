import * as Comlink from "comlink";
import { BACKENDS, type Backend } from "@/lib/engine/tensor/backends";
import type { EngineStatus, EngineWorker } from "./protocol";

export interface Engine {
  readonly worker: Comlink.Remote<EngineWorker>;
  readonly status: EngineStatus;
}

let running: Promise<Engine> | null = null;

/** `?engine=wasm` (or webgpu, webgl, cpu) forces a backend; meant for tests and for curious learners. */
function forcedBackend(search: string): Backend | null {
  const asked = new URLSearchParams(search).get("engine");
  return BACKENDS.find((backend) => backend === asked) ?? null;
}

/** Starts the engine worker on first use; later calls share it. A worker that dies is replaced at the next call. */
export function startEngine(): Promise<Engine> {
  running ??= boot().catch((error: unknown) => {
    running = null;
    throw error;
  });
  return running;
}

async function boot(): Promise<Engine> {
  const thread = new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" });
  const died = new Promise<never>((_, reject) => {
    thread.addEventListener("error", (event) => {
      running = null;
      thread.terminate();
      reject(new Error(event.message || "the engine worker stopped"));
    });
  });
  const worker = Comlink.wrap<EngineWorker>(thread);
  const status = await Promise.race([worker.start(forcedBackend(window.location.search)), died]);
  return { worker, status };
}
