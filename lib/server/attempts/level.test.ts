import { describe, expect, it } from "vitest";
import { levelOf } from "./level";

describe("levelOf", () => {
  it("is the nearest of the five levels", () => {
    expect([1, 2, 3, 4, 5].map(levelOf)).toEqual([1, 2, 3, 4, 5]);
    expect([-3, 0, 2.4, 2.6, 6, 99].map(levelOf)).toEqual([1, 1, 2, 3, 5, 5]);
  });
});
