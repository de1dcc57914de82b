import { describe, expect, it } from "vitest";
import { viewOf } from "./view";

describe("viewOf", () => {
  it("gives the proposals as boxes, and YOLO's cells on a side", () => {
    expect(viewOf({ proposals: { shape: [2, 4], data: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8) } })).toEqual({
      boxes: [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
      heat: null,
      cells: 0,
    });
    expect(viewOf({ grid: { shape: [30, 7, 7], data: new Float64Array(30 * 49) } })).toEqual({ boxes: [], heat: null, cells: 7 });
  });

  it("takes the largest probability over the classes, each place as large as its share of the scene", () => {
    // Two classes on 1 × 2 places: logits 0 and −2 on the left, ln 3 and −9 on the right: P = 0.5 and 0.75.
    const { heat } = viewOf({ heatmap: { shape: [2, 1, 2], data: Float64Array.of(0, Math.log(3), -2, -9) } });
    expect(heat).toHaveLength(112 * 112);
    expect([heat?.[0], heat?.[55]]).toEqual([0.5, 0.5]);
    expect(heat?.[56]).toBeCloseTo(0.75, 6);
  });
});
