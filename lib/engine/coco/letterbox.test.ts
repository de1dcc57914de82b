import { describe, expect, it } from "vitest";
import type { BoxXYXY } from "../boxes/types";
import { EngineInputError } from "../errors";
import { boxToPicture, boxToSquare, letterbox, letterboxPixels, MARGIN } from "./letterbox";

describe("letterbox", () => {
  it("centres the largest placement that fits", () => {
    expect(letterbox(640, 480)).toMatchObject({ left: 0, top: 64, drawnWidth: 512, drawnHeight: 384 });
    expect(letterbox(100, 400)).toMatchObject({ left: 192, top: 0, drawnWidth: 128, drawnHeight: 512 });
    expect(letterbox(512, 512)).toMatchObject({ left: 0, top: 0, drawnWidth: 512, drawnHeight: 512 });
  });

  it("keeps at least one pixel of an extreme strip", () => {
    expect(letterbox(10_000, 1)).toMatchObject({ drawnWidth: 512, drawnHeight: 1, top: 255 });
  });

  it.each([
    [0, 10],
    [10, -1],
    [2.5, 3],
    [NaN, 3],
  ])("refuses %s × %s", (w, h) => {
    expect(() => letterbox(w, h)).toThrow(EngineInputError);
  });
});

describe("boxToPicture", () => {
  it("undoes boxToSquare and clips to the picture", () => {
    const at = letterbox(641, 427);
    const box: BoxXYXY = [20, 30, 600.5, 400];
    const back = boxToPicture(at, boxToSquare(at, box));
    back.forEach((v, i) => expect(v).toBeCloseTo(box[i], 9));
    expect(boxToPicture(letterbox(640, 480), [0, 0, 512, 512])).toEqual([0, 0, 640, 480]);
    expect(boxToPicture(letterbox(640, 480), [0, 64, 256, 256])).toEqual([0, 0, 320, 240]);
  });
});

describe("letterboxPixels", () => {
  it("keeps pixels where nothing is scaled, and fills margins with grey", () => {
    const pixels = Uint8Array.from({ length: 4 * 2 * 3 }, (_, i) => i * 10);
    const out = letterboxPixels(pixels, letterbox(4, 2, 4), 3);
    expect([...out.slice(0, 12)]).toEqual(Array(12).fill(MARGIN));
    expect([...out.slice(12, 36)]).toEqual([...pixels]);
  });

  it("averages when shrinking, interpolates when enlarging, and leaves transparency out", () => {
    const stripes = Uint8Array.from({ length: 64 * 64 * 4 }, (_, i) => (i % 4 === 3 ? 9 : Math.floor(i / 4) % 2 === 0 ? 0 : 200));
    const small = letterboxPixels(stripes, letterbox(64, 64, 8), 4);
    // The inner cells see both stripes equally.
    for (let x = 1; x < 7; x++) expect(small[(4 * 8 + x) * 3]).toBeCloseTo(100, 4);
    // Half-pixel centres: the row (0, 100) to width 4 is (0, 25, 75, 100).
    const grown = letterboxPixels([0, 0, 0, 100, 100, 100, 0, 0, 0, 100, 100, 100], letterbox(2, 2, 4), 3);
    expect([0, 1, 2, 3].map((x) => Math.round(grown[(4 + x) * 3]))).toEqual([0, 25, 75, 100]);
  });

  it("refuses a length that does not fit", () => {
    expect(() => letterboxPixels(new Uint8Array(11), letterbox(2, 2, 4), 3)).toThrow(/pixels: must have length 2 · 2 · 3/);
  });
});
