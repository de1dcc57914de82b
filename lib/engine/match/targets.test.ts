import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { iou } from "../boxes/overlap";
import type { BoxXYXY } from "../boxes/types";
import {
  decodeCenterMaps,
  decodeYolo,
  encodeCenterTarget,
  encodeYoloTarget,
  gaussianRadius,
  heatmapPeaks,
  splatGaussian,
  splatRadius,
  yoloCellLength,
  yoloResponsibility,
  type YoloHead,
} from ".";

const head: YoloHead = { S: 7, B: 2, C: 20, imageWidth: 448, imageHeight: 448 };

describe("YOLO targets", () => {
  it("writes the docstring's box into both slots of cell [2, 2]", () => {
    const { target, cells } = encodeYoloTarget([116, 116, 156, 146], [3], head);
    expect(cells).toEqual([[2, 2]]);
    const cell = [...target.subarray((2 * 7 + 2) * 30, (2 * 7 + 3) * 30)];
    const code = [0.125, 0.046875, 40 / 448, 30 / 448, 1];
    expect(cell.slice(0, 10)).toEqual([...code, ...code]);
    expect(
      cell
        .slice(10)
        .map((v, c) => (v === 1 ? c : -1))
        .filter((c) => c >= 0),
    ).toEqual([3]);
    expect(target.reduce((sum, v) => sum + (v !== 0 ? 1 : 0), 0)).toBe(11);
  });

  it("has 1,470 numbers with the paper's two slots and 1,715 with darknet's three", () => {
    expect(7 * 7 * yoloCellLength({ B: 2, C: 20 })).toBe(1470);
    expect(7 * 7 * yoloCellLength({ B: 3, C: 20 })).toBe(1715);
  });

  it("keeps the first object of a cell and says which was dropped", () => {
    expect(encodeYoloTarget([116, 116, 156, 146, 120, 112, 152, 150], [3, 7], head).cells).toEqual([[2, 2], null]);
  });

  it("decodes its own target back to the boxes, one a cell", () => {
    const object = fc
      .tuple(fc.nat(447), fc.nat(447), fc.integer({ min: 8, max: 200 }), fc.integer({ min: 8, max: 200 }), fc.nat(19))
      .map(([x, y, w, h, label]) => ({ box: [x - w / 2, y - h / 2, x + w / 2, y + h / 2], label }));
    fc.assert(
      fc.property(fc.array(object, { maxLength: 6 }), (objects) => {
        const boxes = objects.flatMap((o) => o.box);
        const { target, cells } = encodeYoloTarget(
          boxes,
          objects.map((o) => o.label),
          head,
        );
        const { detections, candidates } = decodeYolo(target, head, { score: 0.5, nms: 1 });
        const kept = objects.filter((_, i) => cells[i] !== null);
        expect(candidates).toBe(2 * kept.length);
        for (const { box, label } of kept) {
          const same = detections.filter((d) => d.label === label && d.box.every((v, k) => Math.abs(v - box[k]) < 1e-9));
          expect(same.length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  it("makes the slot with the higher IoU responsible, the first one on ties", () => {
    const prediction = new Float64Array(1470);
    const object: BoxXYXY = [116, 116, 156, 146];
    const base = (2 * 7 + 2) * 30;
    prediction.set([0.125, 0.046875, 0.05, 0.05, 0.3, 0.125, 0.046875, 40 / 448, 30 / 448, 0.2], base);
    expect(yoloResponsibility(prediction, object, [3], head)).toEqual([{ cell: [2, 2], box: 1, iou: expect.closeTo(1, 9) }]);
    prediction.set([0.125, 0.046875, 40 / 448, 30 / 448, 0.3], base);
    expect(yoloResponsibility(prediction, object, [3], head)[0].box).toBe(0);
  });

  it("scores by confidence times class value and keeps a score at the threshold", () => {
    const prediction = new Float64Array(1470);
    prediction.set([0.5, 0.5, 0.1, 0.1, 0.5], 0);
    prediction[10] = 0.5;
    prediction[11] = 0.25;
    const { candidates, detections } = decodeYolo(prediction, head, { score: 0.25, nms: 0.5 });
    expect(candidates).toBe(1);
    expect(detections[0]).toEqual({ label: 0, score: 0.25, box: [9.6, 9.6, 54.4, 54.4].map((v) => expect.closeTo(v, 9)) });
  });

  it("names what is wrong", () => {
    expect(() => encodeYoloTarget([116, 116, 156, 146], [20], head)).toThrow(/^labels\[0\]: must be a class in 0..19/);
    expect(() => decodeYolo([1, 2], head, { score: 0, nms: 0 })).toThrow(/^prediction: must have length 1470/);
  });
});

/** Worst IoU of a box with the box whose corners strayed by r in the three ways of the rule. */
function worstIou(height: number, width: number, r: number): number {
  const truth: BoxXYXY = [0, 0, width, height];
  return Math.min(
    iou(truth, [r, r, width + r, height + r]),
    iou(truth, [r, r, width - r, height - r]),
    iou(truth, [-r, -r, width + r, height + r]),
  );
}

describe("CenterNet's radius", () => {
  it("gives both published sets of numbers", () => {
    expect(gaussianRadius(40, 40)).toBeCloseTo(3.2668, 4);
    expect(gaussianRadius(40, 40, 0.7, "released")).toBeCloseTo(10.9328, 4);
    expect(gaussianRadius(10, 10)).toBeCloseTo(0.817, 3);
    expect(gaussianRadius(10, 10, 0.7, "released")).toBeCloseTo(2.733, 3);
    expect(gaussianRadius(64, 64)).toBeCloseTo(5.227, 3);
    expect(gaussianRadius(64, 64, 0.7, "released")).toBeCloseTo(17.49, 2);
    expect(splatRadius(40, 40)).toEqual({ radius: 3, sigma: expect.closeTo(1.1667, 4) });
    expect(splatRadius(40, 40, 0.7, "released")).toEqual({ radius: 10, sigma: 3.5 });
  });

  it("keeps the worst IoU at minOverlap exactly under the geometric rule, and not under the released one", () => {
    expect(worstIou(40, 40, gaussianRadius(40, 40))).toBeCloseTo(0.7, 9);
    expect(worstIou(40, 40, gaussianRadius(40, 40, 0.7, "released"))).toBeCloseTo(0.2055, 4);
  });

  it("is the largest safe radius for every shape and overlap", () => {
    const side = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(0.3, 0.5, 0.7, 0.9), (h, w, overlap) => {
        const r = gaussianRadius(h, w, overlap);
        expect(r).toBeGreaterThan(0);
        expect(worstIou(h, w, r)).toBeCloseTo(overlap, 6);
      }),
    );
  });

  it("refuses an overlap of 0 or 1", () => {
    expect(() => gaussianRadius(10, 10, 1)).toThrow(/^minOverlap: /);
    expect(() => gaussianRadius(0, 10)).toThrow(/^height: /);
  });
});

describe("CenterNet's heatmap", () => {
  it("peaks at 1 and falls to exp(−0.72) beside a radius-2 peak", () => {
    const map = new Float64Array(81);
    splatGaussian(map, 9, 9, 4, 4, 2);
    expect(map[40]).toBe(1);
    expect(map[41]).toBeCloseTo(0.486752, 6);
    expect(map.reduce((n, v) => n + (v > 0 ? 1 : 0), 0)).toBe(25);
  });

  it("merges overlapping peaks by maximum", () => {
    const apart = new Float64Array(81);
    splatGaussian(apart, 9, 9, 2, 4, 2);
    const both = apart.slice();
    splatGaussian(both, 9, 9, 4, 4, 2);
    expect(both[4 * 9 + 2]).toBe(1);
    expect(both[4 * 9 + 4]).toBe(1);
    both.forEach((value, i) => expect(value).toBeGreaterThanOrEqual(apart[i]));
  });

  it("refuses a peak outside the map", () => {
    expect(() => splatGaussian(new Float64Array(4), 2, 2, 2, 0, 1)).toThrow(/^x, y: must be a cell/);
  });

  it("finds every cell of a plateau, none in an empty map", () => {
    expect([...heatmapPeaks([0, 0.5, 0.5, 0.2], 1, 2, 2)]).toEqual([1, 2]);
    expect(heatmapPeaks([0, 0, 0, 0], 1, 2, 2)).toHaveLength(0);
  });

  it("decodes its own targets back to the boxes", () => {
    const options = { stride: 4, heatmapWidth: 32, heatmapHeight: 32, classes: 3 };
    const boxes = [8, 8, 48, 40, 70, 60, 110, 120, 20, 70, 50, 100];
    const labels = [0, 1, 2];
    const { heatmap, objects } = encodeCenterTarget(boxes, labels, options);
    const offset = new Float64Array(2 * 1024);
    const size = new Float64Array(2 * 1024);
    for (const one of objects) {
      const cell = one.y * 32 + one.x;
      offset.set([one.offset[0]], cell);
      offset.set([one.offset[1]], 1024 + cell);
      size.set([one.size[0]], cell);
      size.set([one.size[1]], 1024 + cell);
    }
    const found = decodeCenterMaps({ heatmap, offset, size, classes: 3, height: 32, width: 32 }, 4, 3);
    expect(found.map((d) => [d.label, d.score])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
    found.forEach((d, i) => d.box.forEach((v, k) => expect(v).toBeCloseTo(boxes[4 * i + k], 9)));
  });
});
