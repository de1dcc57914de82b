import { describe, expect, it } from "vitest";
import { compareDiscrete, compareNumbers, merge, parseOracle, PASS, runFile, type OracleFile } from "./adapter";
import { kindOf, KINDS, resolve } from "./registry";

const file = (cases: OracleFile["cases"]): OracleFile => ({
  source: "",
  function: "torchvision.ops.nms",
  version: "",
  seed: 0,
  notes: "",
  cases,
});

describe("compareNumbers", () => {
  it("passes within abs + rel·|expected| and reports both errors", () => {
    expect(compareNumbers(100.001, 100)).toMatchObject({ pass: true });
    expect(compareNumbers(100.001, 100).absolute).toBeCloseTo(0.001, 9);
    expect(compareNumbers(100.001, 100).relative).toBeCloseTo(1e-5, 9);
    expect(compareNumbers(100.01, 100).pass).toBe(false);
  });
  it("reads nested lists, typed arrays and tensors alike", () => {
    expect(
      compareNumbers(Float32Array.of(1, 2, 3, 4), [
        [1, 2],
        [3, 4],
      ]).pass,
    ).toBe(true);
    expect(compareNumbers({ shape: [2, 2], data: [1, 2, 3, 4] }, { shape: [2, 2], data: [1, 2, 3, 4] }).pass).toBe(true);
    expect(compareNumbers({ shape: [4, 1], data: [1, 2, 3, 4] }, { shape: [2, 2], data: [1, 2, 3, 4] }).pass).toBe(false);
    expect(compareNumbers(new Float64Array(0), [[], []]).pass).toBe(true);
  });
  it("fails for a missing, short or NaN answer", () => {
    expect(compareNumbers(undefined, 1).pass).toBe(false);
    expect(compareNumbers([1], [1, 2]).pass).toBe(false);
    expect(compareNumbers(NaN, 1).pass).toBe(false);
    expect(compareNumbers({ a: 1 }, { a: 1, b: 2 }).pass).toBe(false);
  });
  it('accepts NaN or 0 for an expected "NaN", and only the same infinity', () => {
    expect(compareNumbers([NaN, 0], ["NaN", "NaN"]).pass).toBe(true);
    expect(compareNumbers([0.5], ["NaN"]).pass).toBe(false);
    expect(compareNumbers(Infinity, "Infinity").pass).toBe(true);
    expect(compareNumbers(-Infinity, "Infinity").pass).toBe(false);
  });
});

describe("compareDiscrete and merge", () => {
  it("demands equality and keeps the first failure's place", () => {
    expect(compareDiscrete([1, -1], [1, -1]).pass).toBe(true);
    const bad = compareDiscrete([1, 2], [1, 3]);
    expect(bad.detail).toContain("[1]");
    expect(merge(PASS, bad, compareDiscrete(0, 9)).detail).toBe(bad.detail);
  });
});

describe("runFile and parseOracle", () => {
  it("fails a file without cases and turns a thrown error into a failed case", () => {
    expect(runFile(file([]), () => PASS).pass).toBe(false);
    const thrown = runFile(file([{ name: "a", input: {}, params: {}, expected: {} }]), () => {
      throw new Error("boom");
    });
    expect(thrown).toMatchObject({ pass: false, failures: ["a: Error: boom"] });
  });
  it("says what is wrong with a malformed file", () => {
    expect(() => parseOracle("{")).toThrow("not JSON");
    expect(() => parseOracle("[]")).toThrow("top level");
    expect(() => parseOracle('{"function":"f","cases":[{"input":{}}]}')).toThrow("cases[0].expected");
  });
});

describe("resolve", () => {
  const adapters = Object.fromEntries(KINDS.map((kind) => [kind, () => PASS]));
  it("goes by the function text whatever the file is called", () => {
    expect(kindOf({ function: "torchvision.ops.nms" }, "zzz.json")).toBe("nms");
    expect(kindOf({ function: "torchvision.ops.batched_nms" }, "nms.json")).toBe("batched_nms");
    expect(resolve(adapters, { function: "torchvision.ops.nms" }, "zzz.json")).toBe(adapters.nms);
  });
  it("falls back to the file name without its suffix, the longest known name first", () => {
    expect(kindOf({ function: "?" }, "cnn_visualization_7.json")).toBe("cnn_visualization");
    expect(kindOf({ function: "?" }, "tsne_affinities_extra.json")).toBe("tsne_affinities");
    expect(kindOf({ function: "?" }, "nms-extra.json")).toBe("nms");
    expect(resolve(adapters, { function: "?" }, "mystery.json")).toBeUndefined();
  });
});
