import { describe, expect, it } from "vitest";
import { createNetwork, fieldBox, forward, receptiveFields, type LayerSpec } from "../nets";
import { randomImage, randomWeights } from "../nets/sample-networks";
import * as E from ".";

const conv = (name: string, stride: number, pad: "same" | number): LayerSpec => ({ type: "conv", name, out: 3, kernel: 3, stride, pad });
/** Linear layers alone: every pixel of a field moves its unit. */
const strided = createNetwork(randomWeights([2, 17, 24], [conv("a", 2, "same"), conv("b", 2, "same"), conv("c", 1, 1)], "patches"));

describe("maximally activating patches", () => {
  it("stand where the unit looks: inside the crop every edge pixel moves it, outside none, also under one-sided padding", () => {
    const images = ["p", "q", "r"].map((seed) => randomImage(strided.inputShape, seed));
    const [channels, h, w] = strided.inputShape;
    for (const layer of ["a", "b", "c"]) {
      const [, , columns] = strided.layers.find(({ name }) => name === layer)?.shape ?? [];
      for (const { image, row, column, activation, box, crop } of E.topPatches(strided, images, layer, 1, 3)) {
        const [x1, y1, x2, y2] = box;
        expect(crop.shape).toEqual([channels, y2 - y1, x2 - x1]);
        const moved = (x: number, y: number) => {
          const data = Float64Array.from(images[image].data);
          for (let k = 0; k < channels; k++) data[(k * h + y) * w + x] += 1;
          const map = forward(strided, { shape: strided.inputShape, data }).activations[layer];
          const cells = (map.shape[1] * map.shape[2]) as number;
          return Math.abs(map.data[cells + row * columns + column] - activation) > 1e-12;
        };
        for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) expect(moved(x, y)).toBe(x >= x1 && x < x2 && y >= y1 && y < y2);
      }
    }
  });
  it("cuts at the image's edge and keeps the whole field beside it", () => {
    const image = randomImage(strided.inputShape, "edge");
    const field = receptiveFields(strided).c;
    const [patch] = E.topPatches(strided, [image], "c", 0, 1);
    expect(patch.field).toEqual(fieldBox(field, patch.row, patch.column));
    patch.box.forEach((v, i) => expect(v).toBe(Math.min(Math.max(patch.field[i], 0), i % 2 === 0 ? 24 : 17)));
  });
  it('gives size 15, jump 8, start 0 for three strided convolutions with "same" padding on 112 pixels: centre 7.5', () => {
    const net = createNetwork(
      randomWeights(
        [1, 112, 112],
        [1, 2, 3].map((i) => conv(`c${i}`, 2, "same")),
        "112",
      ),
    );
    expect(receptiveFields(net).c3).toEqual({ size: 15, jump: 8, startX: 0, startY: 0 });
  });
  it("finds every channel's peak in one pass over the images, the first of equal ones", () => {
    const flat = { shape: strided.inputShape, data: new Float64Array(2 * 17 * 24) };
    const interior = E.channelPeaks(strided, [flat], "a");
    expect([...interior.cells]).toEqual([0, 0, 0]);
    const images = ["s", "t"].map((seed) => randomImage(strided.inputShape, seed));
    const peaks = E.channelPeaks(strided, images, "b");
    for (let c = 0; c < 3; c++) expect(E.patchesOf(strided, peaks, images, c, 2)).toEqual(E.topPatches(strided, images, "b", c, 2));
  });
  it("refuses layers without a map, unknown channels and other images than those of the peaks", () => {
    const image = randomImage(strided.inputShape, "x");
    expect(() => E.topPatches(strided, [image], "none", 0, 1)).toThrow("layer");
    expect(() => E.topPatches(strided, [image], "a", 3, 1)).toThrow("channel");
    expect(() => E.patchesOf(strided, E.channelPeaks(strided, [image], "a"), [image, image], 0, 1)).toThrow("images");
  });
});
