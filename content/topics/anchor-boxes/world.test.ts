import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { area, intersectionArea, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { census, STREET } from "./world";

const PAPER = { stride: 16, scales: [128, 256, 512], ratios: [0.5, 1, 2] };

/** Boxes [x1, y1, x2, y2] around the origin that stay inside 1000 × 600 when moved over the grid of stride 16; pixel indexes end one earlier. */
function inside(shapes: readonly (readonly number[])[], offset: number, last: number): number {
  let count = 0;
  for (let row = 0; row < 37; row++)
    for (let column = 0; column < 62; column++) {
      const [x, y] = [16 * column + offset, 16 * row + offset];
      for (const [x1, y1, x2, y2] of shapes) if (x + x1 >= 0 && y + y1 >= 0 && x + x2 <= 1000 - last && y + y2 <= 600 - last) count++;
    }
  return count;
}

/** torchvision's shapes: sides and corners rounded. */
const TORCHVISION = PAPER.scales.flatMap((scale) =>
  PAPER.ratios.map((ratio) => {
    const [w, h] = [scale / Math.sqrt(ratio) / 2, (scale * Math.sqrt(ratio)) / 2];
    return [-w, -h, w, h].map(Math.round);
  }),
);

/** py-faster-rcnn's: a 16 × 16 box of pixel indexes 0 … 15, its sides rounded before they are multiplied. */
const PY_FASTER_RCNN = PAPER.ratios.flatMap((ratio) => {
  const w = Math.round(Math.sqrt(256 / ratio));
  return [8, 16, 32].map((by) => {
    const [a, b] = [(w * by - 1) / 2, (Math.round(w * ratio) * by - 1) / 2];
    return [7.5 - a, 7.5 - b, 7.5 + a, 7.5 + b];
  });
});

describe("census", () => {
  it("counts 62 × 37 × 9 anchors for the paper's setup and drops most of the largest at the border", () => {
    const { columns, rows, perLocation, total, crossing } = census(PAPER, false);
    expect([columns, rows, perLocation, total]).toEqual([62, 37, 9, 20646]);
    // The lesson names this number.
    expect(total - crossing).toBe(8044);
  });

  it("agrees with torchvision's rounded anchors, and not with py-faster-rcnn's: rounding is not the reason", () => {
    expect(inside(TORCHVISION, 0, 0)).toBe(8044);
    expect(inside(PY_FASTER_RCNN, 0, 1)).toBe(8151);
    for (const locale of ["ko", "en"]) {
      const lesson = readFileSync(`content/topics/anchor-boxes/lesson.${locale}.mdx`, "utf8");
      expect(lesson).toContain("8,151");
      expect(lesson).not.toMatch(/rounded|반올림/);
    }
  });

  it("and every box with an IoU of 0.5 holds at least half of the object", () => {
    const object: BoxXYXY = [0, 0, 40, 40];
    const boxes = [20, 30, 40, 50, 60].flatMap((side) => [-20, -10, 0, 10, 20].map((shift): BoxXYXY => [shift, 0, shift + side, side]));
    const half = boxes.filter((box) => iou(box, object) >= 0.5);
    expect(half.length).toBeGreaterThan(3);
    expect(half.filter((box) => intersectionArea(box, object) < area(object) / 2)).toEqual([]);
  });

  it("names the very anchor that an object fits best", () => {
    for (const inside of [false, true]) {
      census(PAPER, inside).best.forEach((best, i) => {
        expect(best).not.toBeNull();
        if (best === null) return;
        expect(iou(best.box, STREET[i].box)).toBeCloseTo(best.iou, 12);
        expect((best.box[3] - best.box[1]) / (best.box[2] - best.box[0])).toBeCloseTo(best.ratio, 9);
        expect(Math.sqrt((best.box[3] - best.box[1]) * (best.box[2] - best.box[0]))).toBeCloseTo(best.scale, 9);
        if (inside) expect(best.box[0] >= 0 && best.box[1] >= 0 && best.box[2] <= 1000 && best.box[3] <= 600).toBe(true);
      });
    }
  });
});
