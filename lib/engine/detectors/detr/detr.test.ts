import { describe, expect, it } from "vitest";
import { iou } from "../../boxes";
import { decodeDetr } from "./decode";
import { DETR_CLASSES, DETR_QUERIES, DETR_WIDTH } from "./layers";
import { placeWaves, queryPlaces } from "./positions";

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, v, i) => sum + v * b[i], 0);

describe("placeWaves", () => {
  it("has the product 48 with itself and less with any other place", () => {
    const here = placeWaves(0.3, 0.7);
    expect(dot(here, here)).toBeCloseTo(DETR_WIDTH / 2, 4);
    for (const [x, y] of queryPlaces()) expect(dot(here, placeWaves(x, y))).toBeLessThan(47);
  });

  it("falls off along both axes alike", () => {
    const here = placeWaves(0.5, 0.5);
    expect(dot(here, placeWaves(0.6, 0.5))).toBeCloseTo(dot(here, placeWaves(0.5, 0.6)), 4);
  });
});

describe("decodeDetr", () => {
  it("gives the box of a query that is sure of a class, in pixels, and none for queries that found nothing", () => {
    const logits = new Float64Array(DETR_QUERIES.count * DETR_CLASSES);
    for (let q = 0; q < DETR_QUERIES.count; q++) logits[q * DETR_CLASSES + DETR_CLASSES - 1] = 10;
    logits[3 * DETR_CLASSES + 7] = 20;
    const boxes = new Float64Array(DETR_QUERIES.count * 4).fill(0.5);
    boxes.set([0.5, 0.25, 0.5, 0.5], 12);
    const found = decodeDetr(logits, boxes, 0.5);
    expect(found).toHaveLength(1);
    expect(found[0].label).toBe(7);
    expect(iou(found[0].box, [28, 0, 84, 56])).toBeGreaterThan(0.9999);
  });
});
