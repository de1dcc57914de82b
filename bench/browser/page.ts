/** What the page of `npm run bench -- --browser` runs: every backend the browser has, software adapters named as such. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-backend-webgl";
import "@tensorflow/tfjs-backend-webgpu";
import { BACKENDS, isSoftware, type Backend } from "@/lib/engine/tensor/backends";
import { race } from "../timing";
import type { BrowserBenchmark, BrowserResult, StartedBackend } from "./benchmark";
import { benchmarks as explain } from "./explain";
import { benchmarks as focal } from "./focal";
import { benchmarks as models } from "./models";

const ALL: readonly BrowserBenchmark[] = [...focal, ...models, ...explain];

interface Adapter {
  readonly info?: { readonly vendor?: string; readonly architecture?: string; readonly description?: string };
}

async function adapterName(backend: Backend): Promise<string> {
  if (backend === "webgpu") {
    const gpu = (navigator as Navigator & { gpu?: { requestAdapter(): Promise<Adapter | null> } }).gpu;
    const info = (await gpu?.requestAdapter())?.info;
    return [info?.vendor, info?.architecture, info?.description].filter(Boolean).join(" ");
  }
  if (backend === "webgl") {
    const gl = document.createElement("canvas").getContext("webgl2");
    const debug = gl?.getExtension("WEBGL_debug_renderer_info");
    return gl ? String(gl.getParameter(debug ? debug.UNMASKED_RENDERER_WEBGL : gl.RENDERER)) : "";
  }
  return "";
}

async function start(name: Backend): Promise<StartedBackend> {
  if (!(await tf.setBackend(name))) throw new Error("does not start");
  await tf.ready();
  const adapter = await adapterName(name);
  const kind =
    adapter === ""
      ? ""
      : isSoftware(adapter)
        ? ` on a software adapter, ${/swiftshader/i.test(adapter) ? "SwiftShader" : adapter}`
        : ` on ${adapter}`;
  const select = async () => {
    await tf.setBackend(name);
  };
  return { name, label: `${name}${kind}`, select };
}

async function run(words: readonly string[]): Promise<BrowserResult[]> {
  setWasmPaths("/wasm/");
  // The threaded build breaks once bundled: its helper refers to a name the bundler changed.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  tf.enableProdMode();
  const backends: StartedBackend[] = [];
  const absent: string[] = [];
  for (const name of BACKENDS) {
    try {
      backends.push(await start(name));
    } catch (error) {
      absent.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const results: BrowserResult[] = [];
  for (const { name, goal, rounds, prepare } of ALL.filter((b) => words.every((word) => b.name.toLowerCase().includes(word)))) {
    const { contestants, checked, per, release } = await prepare(backends);
    if (contestants.length === 0) continue;
    results.push({ name, goal, checked, absent, timings: await race(contestants, rounds, per) });
    release?.();
  }
  return results;
}

declare global {
  interface Window {
    runBenchmarks: typeof run;
  }
}
window.runBenchmarks = run;
