import { BACKENDS, type Backend } from "@/lib/engine/tensor/backends";
import { connection, type Engine } from "./connection";

/** `?engine=wasm` (or webgpu, webgl, cpu) forces a backend; meant for tests and for curious learners. */
function forcedBackend(search: string): Backend | null {
  const asked = new URLSearchParams(search).get("engine");
  return BACKENDS.find((backend) => backend === asked) ?? null;
}

/** Starts the engine worker on first use; later calls share it. A worker that dies is replaced at the next call. */
export const startEngine: () => Promise<Engine> = connection(
  () => new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" }),
  () => forcedBackend(window.location.search),
);
