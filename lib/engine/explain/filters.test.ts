import { describe, expect, it } from "vitest";
import { createNetwork } from "../nets";
import { filterPictures } from "./filters";

const network = createNetwork({
  inputShape: [3, 4, 4],
  layers: [
    { name: "first", type: "conv", out: 2, kernel: 1 },
    { name: "second", type: "conv", out: 1, kernel: 1 },
    { name: "mean", type: "gap" },
  ],
  weights: {
    first: { weight: { shape: [2, 3, 1, 1], data: Float64Array.of(-1, 0, 2, 0, 1, -2) } },
    second: { weight: { shape: [1, 2, 1, 1], data: Float64Array.of(0.5, -0.5) } },
  },
});

describe("filterPictures", () => {
  it("returns a colour picture for each filter that reads the picture, 127.5 for a weight of 0", () => {
    expect(filterPictures(network, "first")).toEqual({ size: 1, count: 2, pixels: Uint8Array.of(64, 128, 255, 128, 191, 0) });
  });

  it("returns a grey picture for each channel that a deeper filter reads", () => {
    expect(filterPictures(network, "second", 0)).toEqual({ size: 1, count: 2, pixels: Uint8Array.of(255, 255, 255, 0, 0, 0) });
  });

  it("throws for a layer without kernels and for a channel that is not there", () => {
    expect(() => filterPictures(network, "mean")).toThrow("convolution");
    expect(() => filterPictures(network, "second", 1)).toThrow("channel");
  });
});
