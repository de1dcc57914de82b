import * as tf from "@tensorflow/tfjs-core";
import { pairwiseIou } from "@/lib/engine/boxes";
import { pairwiseIouTensor } from "@/lib/engine/boxes/pairwise.gpu";
import { rankBackends, type Backend, type Candidate, type MachineFacts } from "@/lib/engine/tensor/backends";
import { withinPatience } from "../browser/fetchWithin";
import { EVIDENCE_TOLERANCE, type EngineStatus, type Evidence } from "./protocol";

/** Two boxes of IoU exactly 1/3, appended to every computation: a broken device shows itself by another number. */
const PROBE = { a: [0, 0, 16, 16], b: [8, 0, 24, 16], iou: 1 / 3 } as const;

class BackendLost extends Error {}

/** Milliseconds after which a device that has not answered counts as lost. */
const READ_PATIENCE = 20_000;

/** A TF.js backend, as far as its device can be lost. */
interface OnDevice {
  readonly device?: { destroy(): void; readonly lost: Promise<{ readonly message: string }> };
  readonly gpgpu?: { readonly gl: WebGL2RenderingContext };
}

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

/**
 * Whether a backend has begun.
 * @throws TimeoutError where its file does not come: then TF.js waits for it no longer, which would keep the next one waiting as well
 */
async function begun(backend: Backend): Promise<boolean> {
  try {
    return await withinPatience(tf.setBackend(backend));
  } catch (error) {
    tf.removeBackend(backend);
    throw error;
  }
}

/** The tensor side of the engine worker: one backend at a time, the next one when it fails. */
export class Tensors {
  private candidates: readonly Candidate[] = [];
  private current: Backend | null = null;
  private readonly lost: { backend: Backend; reason: string }[] = [];
  private startMs = 0;
  /** A change of backend that is under way. */
  private moving: Promise<void> | null = null;

  /** @param onLost called once a device is lost: what waits for it will never come, and what lies on it is gone */
  constructor(private readonly onLost: (reason: string) => void) {}

  async start(forced: Backend | null): Promise<EngineStatus> {
    await this.moving;
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
      await this.moving;
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
      // A lost device may leave a read pending for ever.
      data = await withinPatience(result.data(), READ_PATIENCE);
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

  /** Goes on to the next backend, once however many notice that this one is lost. */
  private async drop(backend: Backend, reason: string): Promise<void> {
    if (this.current !== backend) return;
    this.lost.push({ backend, reason });
    this.candidates = this.candidates.map((c) => (c.backend === backend ? { ...c, usable: false, reason: `lost: ${reason}` } : c));
    this.current = null;
    this.moving = this.next().finally(() => (this.moving = null));
    await this.moving;
  }

  /** Hears of a device that is lost while nobody computes an IoU. */
  private watch(backend: Backend): void {
    const gone = (reason: string) => {
      if (this.current !== backend) return;
      void this.drop(backend, reason);
      this.onLost(reason);
    };
    const { device, gpgpu } = tf.backend() as OnDevice;
    void device?.lost.then(({ message }) => gone(message || "the device was lost"));
    gpgpu?.gl.canvas.addEventListener("webglcontextlost", () => gone("the WebGL context was lost"));
  }

  private async next(): Promise<void> {
    // The plain CPU backend is always the last resort, even when a test forced another one.
    const order = [...this.candidates.filter((c) => c.usable).map((c) => c.backend), "cpu" as const];
    for (const backend of order) {
      if (this.lost.some((l) => l.backend === backend)) continue;
      try {
        await register(backend);
        if (!(await begun(backend))) throw new Error("could not be initialised");
        await this.iouOn(backend, [], []);
        this.current = backend;
        this.watch(backend);
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
    const backend = this.current === null ? null : (tf.backend() as OnDevice);
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
