import { describe, expect, it } from "vitest";
import { iou } from "../boxes/overlap";
import type { BoxXYXY } from "../boxes/types";
import { decodeYolo, encodeYoloTarget } from "../match";
import { YOLO_HEAD } from "./yolo/layers";
import { centerNetTarget, decodeCenterNet, type CenterNetMaps } from "./centernet/maps";
import { yoloGrid } from "./yolo/grid";

const CELLS = 28;

/** Maps that say exactly what the target says. */
function perfectMaps(target: ReturnType<typeof centerNetTarget>): CenterNetMaps {
  const plane = CELLS * CELLS;
  const planes = (list: Float32Array, from: number, count: number, of: number) => {
    const data = new Float64Array(count * plane);
    for (let c = 0; c < count; c++) for (let p = 0; p < plane; p++) data[c * plane + p] = list[p * of + from + c];
    return { shape: [count, CELLS, CELLS], data };
  };
  const heat = planes(target.heatmap, 0, 20, 20);
  heat.data.forEach((v, i) => (heat.data[i] = Math.log(Math.max(v, 1e-6) / Math.max(1 - v, 1e-4))));
  return { heatmap: heat, offset: planes(target.boxes, 0, 2, 4), size: planes(target.boxes, 2, 2, 4) };
}

describe("CenterNet's target and decoding", () => {
  const boxes: BoxXYXY[] = [
    [10, 12, 50, 40],
    [60, 30, 100, 110],
    [3, 80, 21, 99],
  ];
  const labels = [11, 14, 2];

  it("are each other's reverse: perfect maps decode to the boxes, their classes, nothing else", () => {
    const target = centerNetTarget(
      boxes.flatMap((box) => [...box]),
      labels,
      112,
    );
    expect(target.mask.reduce((a, b) => a + b, 0)).toBe(3);
    const found = decodeCenterNet(perfectMaps(target), { score: 0.9 });
    expect(found.map((d) => d.label).sort((a, b) => a - b)).toEqual([2, 11, 14]);
    for (const { label, box } of found) expect(iou(box, boxes[labels.indexOf(label)])).toBeGreaterThan(0.999);
  });

  it("drops the weaker of two boxes of one class that nearly coincide, and keeps both when asked", () => {
    const target = centerNetTarget([...boxes[0]], [11], 112);
    const maps = perfectMaps(target);
    // A second peak two cells to the right, weaker, whose offset points back to the same box.
    const p = target.mask.indexOf(1) + 2;
    const plane = CELLS * CELLS;
    maps.heatmap.data.fill(-20);
    maps.heatmap.data[11 * plane + p - 2] = 4;
    maps.heatmap.data[11 * plane + p] = 2;
    for (let c = 0; c < 2; c++) {
      maps.offset.data[c * plane + p] = maps.offset.data[c * plane + p - 2] - (c === 0 ? 2 : 0);
      maps.size.data[c * plane + p] = maps.size.data[c * plane + p - 2];
    }
    expect(decodeCenterNet(maps)).toHaveLength(1);
    expect(decodeCenterNet(maps, { overlap: 1 })).toHaveLength(2);
    expect(decodeCenterNet(maps, { overlap: 1, score: 0.9 })).toHaveLength(1);
  });
});

describe("yoloGrid", () => {
  it("brings each cell's thirty numbers together, so that a target decodes to its box", () => {
    const { target } = encodeYoloTarget([20, 30, 60, 70], [7], YOLO_HEAD);
    const data = new Float64Array(target.length);
    for (let p = 0; p < 49; p++) for (let c = 0; c < 30; c++) data[c * 49 + p] = target[p * 30 + c];
    const grid = yoloGrid({ shape: [30, 7, 7], data });
    expect(grid).toEqual(target);
    const { detections } = decodeYolo(grid, YOLO_HEAD, { score: 0.5, nms: 0.5 });
    expect(detections).toHaveLength(1);
    expect(detections[0].label).toBe(7);
    expect(iou(detections[0].box, [20, 30, 60, 70])).toBeGreaterThan(0.999);
  });
});
