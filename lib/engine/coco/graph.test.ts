import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { parseGraph, topologicalOrder } from "./graph";
import { readWeights } from "./weights";

const folder = "node_modules/@vladmandic/human/models";
const json: unknown = JSON.parse(readFileSync(`${folder}/centernet.json`, "utf8"));
const bytes = new Uint8Array(readFileSync(`${folder}/centernet.bin`));

describe("parseGraph", () => {
  it("reads the COCO CenterNet up to its maps, each node after those it reads", () => {
    const graph = parseGraph(json, bytes, ["tower_0/keypoints", "tower_0/wh"]);
    expect(graph.input).toBe("tower_0/images");
    expect(graph.byName.get("tower_0/keypoints")?.shape).toEqual([1, 128, 128, 80]);
    expect(graph.byName.get("tower_0/wh")?.shape).toEqual([1, 128, 128, 4]);
    expect(graph.constants.get("tower_0/mul/y")?.data[0]).toBe(16);
    const seen = new Set<string>();
    for (const node of graph.nodes) {
      for (const input of node.inputs) expect(seen.has(input)).toBe(true);
      seen.add(node.name);
    }
  });

  it("reads it for a smaller square: every scale shrinks with it", () => {
    const graph = parseGraph(json, bytes, ["tower_0/keypoints", "tower_0/wh"], 384);
    expect(graph.byName.get("tower_0/images")?.shape).toEqual([1, 384, 384, 3]);
    expect(graph.byName.get("tower_0/keypoints")?.shape).toEqual([1, 96, 96, 80]);
    expect(graph.byName.get("tower_0/wh")?.shape).toEqual([1, 96, 96, 4]);
  });

  it("refuses what it cannot compute, by the node's name", () => {
    expect(() => parseGraph(json, bytes, ["tower_0/detections"])).toThrow(/only first outputs of nodes are supported/);
    expect(() => parseGraph(json, bytes, ["tower_0/max_pooling2d/MaxPool"])).toThrow(
      /tower_0\/max_pooling2d\/MaxPool: unknown operation \(received MaxPool\)/,
    );
    expect(() => parseGraph(json, bytes, ["nothing"])).toThrow(/a node is missing/);
    expect(() => parseGraph(json, bytes.subarray(0, 1000), ["tower_0/wh"])).toThrow(/bytes: end inside/);
    expect(() => parseGraph({ format: "layers-model" }, bytes, ["a"])).toThrow(EngineInputError);
  });
});

describe("topologicalOrder", () => {
  it("names a cycle instead of looping", () => {
    const nodes = new Map([
      ["a", { name: "a", input: ["b"] }],
      ["b", { name: "b", input: ["a"] }],
    ]);
    expect(() => topologicalOrder(nodes, ["a"])).toThrow(/cycle/);
  });
});

describe("readWeights", () => {
  it("decodes half-precision and 8-bit numbers", () => {
    const weights = readWeights(
      [
        { name: "half", shape: [2], dtype: "float32", quantization: { dtype: "float16" } },
        { name: "byte", shape: [2], dtype: "float32", quantization: { dtype: "uint8", scale: 0.5, min: -1 } },
        { name: "whole", shape: [], dtype: "int32" },
      ],
      Uint8Array.from([0x00, 0x3c, 0x66, 0x2e, 2, 5, 7, 0, 0, 0]),
    );
    expect(weights.get("half")?.data[0]).toBe(1);
    expect(weights.get("half")?.data[1]).toBeCloseTo(0.0999756, 7);
    expect([...(weights.get("byte")?.data ?? [])]).toEqual([0, 1.5]);
    expect(weights.get("whole")?.data[0]).toBe(7);
  });

  it("refuses bytes left over", () => {
    expect(() => readWeights([], new Uint8Array(1))).toThrow(/must be the manifest's 0 bytes/);
  });
});
