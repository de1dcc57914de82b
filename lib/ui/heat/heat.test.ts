import { describe, expect, it } from "vitest";
import { heatColour } from "./HeatPicture";

describe("heatColour", () => {
  it("returns the ends' colours at and beyond the ends", () => {
    expect(heatColour(0)).toEqual([13, 8, 135]);
    expect(heatColour(1)).toEqual([240, 249, 33]);
    expect(heatColour(2)).toEqual(heatColour(1));
  });

  it("returns halfway between two stops in their middle", () => {
    expect(heatColour(0.5)).toEqual([196.5, 72, 120.5]);
  });

  it("grows brighter all the way", () => {
    const light = Array.from({ length: 21 }, (_, i) => heatColour(i / 20)).map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b);
    expect(light.every((value, i) => i === 0 || value > light[i - 1])).toBe(true);
  });
});
