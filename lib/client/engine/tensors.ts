import * as tf from "@tensorflow/tfjs-core";
import { pairwiseIou } from "@/lib/engine/boxes";
import { pairwiseIouTensor } from "@/lib/engine/boxes/pairwise.gpu";
import { rankBackends, type Backend, type Candidate, type MachineFacts } from "@/lib/engine/tensor/backends";
import { EVIDENCE_TOLERANCE, type EngineStatus, type Evidence } from "./protocol";

/** Two boxes of IoU exactly 1/3, appended to every computation: a broken device shows itself by another number. */
const PROBE = { a: [0, 0, 16, 16], b: [8, 0, 24, 16], iou: 1 / 3 } as const;

class BackendLost extends Error {}

/** Asks the machine what it has. Runs in a worker. */
async function facts(): Promise<MachineFacts> {
  let webgpu: MachineFacts["webgpu"] = null;
  const gpu = (navigator as Navigator & { gpu?: { requestAdapter(): Promise<AdapterLike | null> } }).gpu;
  if (gpu) {
    const adapter = await gpu.requestAdapter().catch(() => null);
    if (adapter) {
      const info = adapter.info ?? {};
      webgpu = {
        vendor: info.vendor ?? "",
        architecture: info.architecture ?? "",
        description: info.description ?? "",
        fallback: info.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false,
      };
    }
  }
  let webgl: string | null = null;
  if (typeof OffscreenCanvas !== "undefined") {
    const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
    if (gl) {
      const debug = gl.getExtension("WEBGL_debug_renderer_info");
      webgl = String(gl.getParameter(debug ? debug.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
      gl.getExtension("WEBGL_lose_context")?.loseContext();
    }
  }
  return { webgpu, webgl, wasm: typeof WebAssembly !== "undefined" };
}

interface AdapterLike {
  readonly info?: { vendor?: string; architecture?: string; description?: string; isFallbackAdapter?: boolean };
  readonly isFallbackAdapter?: boolean;
}

/** Each backend is its own chunk, fetched only when it is chosen. */
async function register(backend: Backend): Promise<void> {
  switch (backend) {
    case "webgpu":
      await import("@tensorflow/tfjs-backend-webgpu");
      return;
    case "webgl":
      await import("@tensorflow/tfjs-backend-webgl");
      return;
    case "wasm": {
      const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
      setWasmPaths("/wasm/");
      // The threaded build breaks once bundled: its helper refers to a name the minifier changed.
      tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
      return;
    }
    case "cpu":
      await import("@tensorflow/tfjs-backend-cpu");
  }
}

/** The tensor side of the engine worker: one backend at a time, the next one when it fails. */
export class Tensors {
  private candidates: readonly Candidate[] = [];
  private current: Backend | null = null;
  private readonly lost: { backend: Backend; reason: string }[] = [];
  private startMs = 0;

  async start(forced: Backend | null): Promise<EngineStatus> {
    if (this.current === null) {
      const begun = performance.now();
      this.candidates = rankBackends(await facts(), forced);
      await this.next();
      this.startMs = performance.now() - begun;
    }
    return this.status();
  }

  status(): EngineStatus {
    return { backend: this.current ?? "cpu", candidates: this.candidates, startMs: this.startMs, lost: [...this.lost] };
  }

  /** Pairwise IoU on the backend; moves to the next backend and computes again when the device is lost or computes nonsense. */
  async iou(a: readonly number[], b: readonly number[]): Promise<{ matrix: number[]; evidence: Evidence }> {
    for (;;) {
      const backend = this.current;
      if (backend === null) throw new Error("no tensor backend is left");
      try {
        return await this.iouOn(backend, a, b);
      } catch (error) {
        await this.drop(backend, error instanceof Error ? error.message : String(error));
      }
    }
  }

  private async iouOn(backend: Backend, a: readonly number[], b: readonly number[]): Promise<{ matrix: number[]; evidence: Evidence }> {
    const begun = performance.now();
    const rows = [...a, ...PROBE.a];
    const columns = [...b, ...PROBE.b];
    const n = rows.length / 4;
    const m = columns.length / 4;
    const result = tf.tidy(() => pairwiseIouTensor(tf.tensor2d(rows, [n, 4], "float32"), tf.tensor2d(columns, [m, 4], "float32")));
    let data: ArrayLike<number>;
    try {
      data = await withDeadline(result.data(), 20_000);
    } finally {
      result.dispose();
    }
    const ms = performance.now() - begun;
    const probe = data[n * m - 1];
    if (!(Math.abs(probe - PROBE.iou) <= EVIDENCE_TOLERANCE)) throw new BackendLost(`the probe IoU came back as ${probe} instead of 1/3`);
    const plain = pairwiseIou(rows, columns);
    let maxDifference = 0;
    const matrix: number[] = [];
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) {
        maxDifference = Math.max(maxDifference, Math.abs(data[i * m + j] - plain[i * m + j]));
        if (i < n - 1 && j < m - 1) matrix.push(data[i * m + j]);
      }
    }
    if (!(maxDifference <= EVIDENCE_TOLERANCE)) throw new BackendLost(`results differ from the plain twin by ${maxDifference}`);
    return { matrix, evidence: { backend, ms, pairs: (n - 1) * (m - 1), maxDifference } };
  }

  private async drop(backend: Backend, reason: string): Promise<void> {
    this.lost.push({ backend, reason });
    this.candidates = this.candidates.map((c) => (c.backend === backend ? { ...c, usable: false, reason: `lost: ${reason}` } : c));
    this.current = null;
    await this.next();
  }

  private async next(): Promise<void> {
    // The plain CPU backend is always the last resort, even when a test forced another one.
    const order = [...this.candidates.filter((c) => c.usable).map((c) => c.backend), "cpu" as const];
    for (const backend of order) {
      if (this.lost.some((l) => l.backend === backend)) continue;
      try {
        await register(backend);
        if (!(await tf.setBackend(backend))) throw new Error("could not be initialised");
        await tf.ready();
        await this.iouOn(backend, [], []);
        this.current = backend;
        return;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.lost.push({ backend, reason });
        this.candidates = this.candidates.map((c) => (c.backend === backend ? { ...c, usable: false, reason: `failed: ${reason}` } : c));
      }
    }
  }

  /** Destroys the device under the backend, as a driver reset would. */
  loseDevice(): boolean {
    const backend =
      this.current === null ? null : (tf.backend() as { device?: { destroy(): void }; gpgpu?: { gl: WebGL2RenderingContext } });
    if (backend?.device) {
      backend.device.destroy();
      return true;
    }
    const extension = backend?.gpgpu?.gl.getExtension("WEBGL_lose_context");
    if (extension) {
      extension.loseContext();
      return true;
    }
    return false;
  }
}

/** A lost device may leave a read pending for ever; after the deadline it counts as lost. */
function withDeadline<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new BackendLost(`no result within ${ms / 1000} s`)), ms);
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
