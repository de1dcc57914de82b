import { describe, expect, it } from "vitest";
import { loadCases, runFile } from "../adapter";
import { resolve } from "../registry";
import { adapters } from "./adapters";

/** Reference files of this room and how many cases each holds: a truncated copy must not pass. */
const FILES: Readonly<Record<string, number>> = {
  box_iou: 19,
  generalized_box_iou: 19,
  box_convert: 13,
  clip_boxes: 5,
  nms: 29,
  batched_nms: 10,
  box_coder: 10,
  matcher: 22,
  ssd_matcher: 9,
  anchor_generator: 7,
  default_boxes_ssd: 4,
  linear_sum_assignment: 18,
  detr_matching: 6,
  fpn_level: 6,
  centernet: 12,
  yolov1: 10,
};

describe("reference vectors of detection", () => {
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
});
