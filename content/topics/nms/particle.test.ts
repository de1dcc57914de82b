import { describe, expect, it } from "vitest";
import { particle } from "./particle";

describe("particle", () => {
  it("follows the sound of the letter's Korean name", () => {
    expect(["A", "F", "L", "M", "N", "R", "S"].map((letter) => particle(letter, "을", "를"))).toEqual([
      "A를",
      "F를",
      "L을",
      "M을",
      "N을",
      "R을",
      "S를",
    ]);
  });
});
