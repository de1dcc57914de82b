/**
 * Which TF.js backend computes. Pure: the facts about the machine come in as an argument, so the choice can be tested.
 */
export const BACKENDS = ["webgpu", "webgl", "wasm", "cpu"] as const;
export type Backend = (typeof BACKENDS)[number];

export interface MachineFacts {
  /** What `GPUAdapterInfo` says, or null where there is no WebGPU adapter. */
  readonly webgpu: {
    readonly vendor: string;
    readonly architecture: string;
    readonly description: string;
    readonly fallback: boolean;
  } | null;
  /** The unmasked WebGL renderer string, or null where there is no WebGL 2. */
  readonly webgl: string | null;
  readonly wasm: boolean;
}

export interface Candidate {
  readonly backend: Backend;
  readonly usable: boolean;
  /** Why a backend is passed over, in English for logs and the engine panel. */
  readonly reason: string;
}

/** Names by which software renderers give themselves away. They are 15–25 times slower than WASM with SIMD. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render|software|lavapipe|warp\b/i;

/** Whether an adapter or renderer name belongs to a software implementation. */
export function isSoftware(name: string): boolean {
  return SOFTWARE.test(name);
}

/**
 * The backends in the order in which to try them, each with a verdict: webgpu → webgl → wasm → cpu, software adapters refused.
 * @param forced a test flag: this backend alone is usable, software or not (cpu stays as the last resort).
 */
export function rankBackends(facts: MachineFacts, forced: Backend | null = null): Candidate[] {
  return BACKENDS.map((backend) => {
    if (forced !== null) {
      const usable = backend === forced;
      return { backend, usable, reason: usable ? "forced" : `not the forced backend ${forced}` };
    }
    switch (backend) {
      case "webgpu": {
        if (facts.webgpu === null) return { backend, usable: false, reason: "no WebGPU adapter" };
        const name = `${facts.webgpu.vendor} ${facts.webgpu.architecture} ${facts.webgpu.description}`.trim();
        if (facts.webgpu.fallback || isSoftware(name)) return { backend, usable: false, reason: `software adapter (${name})` };
        return { backend, usable: true, reason: name };
      }
      case "webgl":
        if (facts.webgl === null) return { backend, usable: false, reason: "no WebGL 2" };
        if (isSoftware(facts.webgl)) return { backend, usable: false, reason: `software renderer (${facts.webgl})` };
        return { backend, usable: true, reason: facts.webgl };
      case "wasm":
        return facts.wasm
          ? { backend, usable: true, reason: "SIMD where the browser has it" }
          : { backend, usable: false, reason: "no WebAssembly" };
      case "cpu":
        return { backend, usable: true, reason: "plain JavaScript" };
    }
  });
}
