import { describe, expect, it } from "vitest";
import { pointsText } from "./points";

describe("points", () => {
  it.each([
    [27, "27"],
    [4.5, "4.5"],
    [8.249, "8.2"],
    [2.96, "3"],
    [0, "0"],
  ])("%d is shown as %s", (points, text) => {
    expect(pointsText(points)).toBe(text);
  });
});
