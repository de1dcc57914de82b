import { describe, expect, it } from "vitest";
import { isSoftware, rankBackends, type MachineFacts } from "./backends";

const gpu = { vendor: "nvidia", architecture: "ada", description: "NVIDIA GeForce", fallback: false };
const all: MachineFacts = { webgpu: gpu, webgl: "ANGLE (NVIDIA, Vulkan)", wasm: true };
const first = (facts: MachineFacts) => rankBackends(facts).find((c) => c.usable)?.backend;

describe("rankBackends", () => {
  it("takes WebGPU first, then WebGL, then WASM, then CPU", () => {
    expect(first(all)).toBe("webgpu");
    expect(first({ ...all, webgpu: null })).toBe("webgl");
    expect(first({ webgpu: null, webgl: null, wasm: true })).toBe("wasm");
    expect(first({ webgpu: null, webgl: null, wasm: false })).toBe("cpu");
  });

  it("refuses software adapters and falls to WASM", () => {
    const software: MachineFacts = {
      webgpu: { vendor: "google", architecture: "swiftshader", description: "", fallback: false },
      webgl: "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)",
      wasm: true,
    };
    expect(first(software)).toBe("wasm");
    expect(rankBackends(software)[0].reason).toContain("software adapter");
  });

  it("refuses an adapter that calls itself a fallback", () => {
    expect(first({ webgpu: { ...gpu, fallback: true }, webgl: null, wasm: true })).toBe("wasm");
  });

  it("obeys a forced backend even when it is a software one", () => {
    const ranked = rankBackends({ webgpu: null, webgl: null, wasm: true }, "webgpu");
    expect(ranked.filter((c) => c.usable).map((c) => c.backend)).toEqual(["webgpu"]);
  });

  it("knows the common software renderers by name", () => {
    for (const name of ["llvmpipe (LLVM 15.0)", "Microsoft Basic Render Driver", "Google SwiftShader", "lavapipe"])
      expect(isSoftware(name)).toBe(true);
    for (const name of ["Apple M2", "Adreno (TM) 740", "Mesa Intel(R) UHD"]) expect(isSoftware(name)).toBe(false);
  });
});
