import { describe, expect, it } from "vitest";
import { moveBox, resizeBox } from "./editing";

const bounds = { width: 100, height: 80 };

describe("moveBox", () => {
  it("keeps the size and stays inside", () => {
    expect(moveBox([10, 10, 30, 20], 5, -3, bounds)).toEqual([15, 7, 35, 17]);
    expect(moveBox([10, 10, 30, 20], 500, 500, bounds)).toEqual([80, 70, 100, 80]);
    expect(moveBox([10, 10, 30, 20], -500, -500, bounds)).toEqual([0, 0, 20, 10]);
  });
  it("snaps to whole steps", () => {
    expect(moveBox([10, 10, 30, 20], 0.4, 0.6, bounds)).toEqual([10, 11, 30, 21]);
  });
});

describe("resizeBox", () => {
  it("moves the named corner alone", () => {
    expect(resizeBox([10, 10, 30, 20], "se", 5, 5, bounds)).toEqual([10, 10, 35, 25]);
    expect(resizeBox([10, 10, 30, 20], "nw", -5, 2, bounds)).toEqual([5, 12, 30, 20]);
  });
  it("never turns a box inside out", () => {
    expect(resizeBox([10, 10, 30, 20], "se", -100, -100, bounds)).toEqual([10, 10, 14, 14]);
    expect(resizeBox([10, 10, 30, 20], "nw", 100, 100, bounds)).toEqual([26, 16, 30, 20]);
  });
});
