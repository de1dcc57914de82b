import { describe, expect, it } from "vitest";
import { iou } from "@/lib/engine/boxes";
import { census, STREET } from "./world";

const PAPER = { stride: 16, scales: [128, 256, 512], ratios: [0.5, 1, 2] };

describe("census", () => {
  it("counts 62 × 37 × 9 anchors for the paper's setup and drops most of the largest at the border", () => {
    const { columns, rows, perLocation, total, crossing } = census(PAPER, false);
    expect([columns, rows, perLocation, total]).toEqual([62, 37, 9, 20646]);
    // The lesson names this number.
    expect(total - crossing).toBe(8044);
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
