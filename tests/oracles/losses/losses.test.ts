import { describe, expect, it } from "vitest";
import { loadCases, runFile } from "../adapter";
import { resolve } from "../registry";
import { adapters, centernetLossCase, yoloLossCase } from "./adapters";

/** Reference files of this room and how many cases each holds: a truncated copy must not pass. */
const FILES: Readonly<Record<string, number>> = {
  sigmoid_focal_loss: 34,
  smooth_l1: 26,
  detection_ap_voc: 13,
  detection_ap_coco: 9,
  linear_layer: 5,
  scalar_autograd: 44,
};

describe("reference vectors of losses, evaluation and autograd", () => {
  for (const [name, cases] of Object.entries(FILES)) {
    it(`agrees with the reference on every case of ${name}`, () => {
      const file = loadCases(name);
      const adapter = resolve(adapters, file, `${name}.json`);
      expect(adapter).toBeDefined();
      const result = runFile(file, adapter!);
      expect(result.failures).toEqual([]);
      expect(result.cases).toBe(cases);
    });
  }

  it("agrees with torch on the value, parts and gradient of YOLO's loss", () => {
    const file = loadCases("yolov1");
    const losses = { ...file, cases: file.cases.filter(({ params }) => params.kind === "loss") };
    const result = runFile(losses, yoloLossCase);
    expect(result.failures).toEqual([]);
    expect(result.cases).toBe(3);
  });

  it("agrees with torch on the value and gradient of CenterNet's heatmap loss", () => {
    const file = loadCases("centernet");
    const losses = { ...file, cases: file.cases.filter(({ input }) => "logits" in input) };
    const result = runFile(losses, centernetLossCase);
    expect(result.failures).toEqual([]);
    expect(result.cases).toBe(2);
  });

  it("fails when one expected number is moved", () => {
    const file = loadCases("linear_layer");
    const moved = structuredClone(file);
    (moved.cases[0].expected.gradBias as number[])[0] += 0.001;
    expect(runFile(moved, adapters.linear_layer).pass).toBe(false);
  });
});
