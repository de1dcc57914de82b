import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../../errors";
import { createNetwork, forward, type NetworkSpec } from "../../nets";
import { seeded } from "../../random";
import { fromHalf, toHalf } from "./half";
import { networkInput } from "../input";
import { sha256 } from "./sha256";
import { ModelFileError, packModel, unpackModel, type ModelFile } from "./weights";

const random = seeded("weights");
const list = (n: number) => Float64Array.from({ length: n }, () => random.normal());
const spec: NetworkSpec = {
  inputShape: [3, 6, 6],
  layers: [
    { type: "conv", name: "c", out: 4, kernel: 3, stride: 2, pad: "same" },
    { type: "relu", name: "r" },
    { type: "gap", name: "g" },
    { type: "dense", name: "d", out: 2 },
  ],
  weights: {
    c: { weight: { shape: [4, 3, 3, 3], data: list(108) }, bias: list(4) },
    d: { weight: { shape: [2, 4], data: list(8) }, bias: list(2) },
  },
};
const about = { classes: ["a", "b"], input: { scale: 1, shift: 0 } };
const fault = (file: ModelFile, bytes: Uint8Array) => {
  try {
    unpackModel(file, bytes);
  } catch (error) {
    if (error instanceof ModelFileError) return error.fault;
  }
  return "none";
};

describe("half precision", () => {
  it("holds the documented bits", () => {
    expect([toHalf(1), toHalf(0.1), toHalf(65504), toHalf(-2), toHalf(0), toHalf(2 ** -24)]).toEqual([
      0x3c00, 0x2e66, 0x7bff, 0xc000, 0, 1,
    ]);
    expect([fromHalf(0x3c00), fromHalf(1), fromHalf(0xc000)]).toEqual([1, 2 ** -24, -2]);
    expect(fromHalf(0x7c00)).toBe(Infinity);
    expect(fromHalf(0x7c01)).toBeNaN();
  });

  it("gives back every finite half, and rounds to within 2⁻¹¹ of a number's size", () => {
    for (let half = 0; half < 0x7c00; half++) if (toHalf(fromHalf(half)) !== half) throw new Error(`half ${half}`);
    for (let k = 0; k < 2000; k++) {
      const value = random.normal() * 2 ** random.int(-12, 12);
      if (Math.abs(value) > 2 ** -14) expect(Math.abs(fromHalf(toHalf(value)) - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -11);
    }
    expect(toHalf(1 + 2 ** -11)).toBe(0x3c00); // a tie goes to the even one
    expect(toHalf(1 + 3 * 2 ** -11)).toBe(0x3c02);
  });

  it("refuses what it cannot hold", () => {
    for (const value of [NaN, Infinity, 70000]) expect(() => toHalf(value)).toThrow(EngineInputError);
  });
});

describe("sha256", () => {
  it("gives the standard's digest of abc and Node's digests of other lengths", () => {
    expect(sha256(new TextEncoder().encode("abc"))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    for (const n of [0, 1, 55, 56, 63, 64, 65, 1000]) {
      const bytes = Uint8Array.from({ length: n }, () => random.int(0, 255));
      expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
  });
});

describe("model files", () => {
  const { file, bytes } = packModel(
    "tiny",
    { networks: { main: spec }, tensors: { queries: { shape: [2, 3], data: [1, 2, 3, 4, 5, 6] } } },
    about,
  );

  it("give back the network, its outputs within half precision", () => {
    const json = JSON.parse(JSON.stringify(file)) as ModelFile;
    const image = { shape: [3, 6, 6], data: list(108) };
    const before = forward(createNetwork(spec), image).output.data;
    const { networks, tensors } = unpackModel(json, bytes);
    const after = forward(networks.main.network, image).output.data;
    for (let i = 0; i < 2; i++) expect(Math.abs(after[i] - before[i])).toBeLessThan(0.01);
    expect(bytes.length).toBe(2 * (108 + 4 + 8 + 2 + 6));
    expect(tensors.queries).toEqual({ shape: [2, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6) });
  });

  it("say what is wrong with a damaged file", () => {
    const flipped = bytes.slice();
    flipped[10] ^= 1;
    expect(fault(file, flipped)).toBe("hash");
    expect(fault(file, bytes.subarray(2))).toBe("length");
    expect(fault({ ...file, format: "other" } as unknown as ModelFile, bytes)).toBe("format");
    expect(fault({ ...file, tensors: file.tensors.slice(1) }, bytes)).toBe("shape");
    const turned = file.tensors.map((t, i) => (i === 2 ? { ...t, shape: [4, 2], layer: "c" } : t));
    expect(fault({ ...file, tensors: turned }, bytes)).toBe("shape");
    const infinite = bytes.slice();
    infinite.set([0x00, 0x7c], 0);
    expect(fault({ ...file, weights: { bytes: bytes.length, sha256: sha256(infinite) } }, infinite)).toBe("values");
    expect(() => unpackModel(file, flipped)).toThrow(/tiny.*damaged/);
  });

  it("refuse a batch norm that was not folded", () => {
    const layers = [...spec.layers.slice(0, 1), { type: "batchnorm", name: "b" } as const];
    expect(() => packModel("tiny", { networks: { main: { ...spec, layers } } }, about)).toThrow(ModelFileError);
  });
});

describe("networkInput", () => {
  it("puts bytes into planes between −1.5 and 1.5", () => {
    const { shape, data } = networkInput(Uint8Array.from([255, 0, 51, 255, 0, 51, 255, 0, 51, 255, 0, 51]), 2);
    expect(shape).toEqual([3, 2, 2]);
    expect(data[0]).toBeCloseTo(1.5);
    expect(data[4]).toBeCloseTo(-1.5);
    expect(data[8]).toBeCloseTo(-0.9);
  });
});
