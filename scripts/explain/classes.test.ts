import { describe, expect, it } from "vitest";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { meanOf, readingOf } from "./classes";

/** Two boxes of 2 × 2 pixels at the ends of a picture of 2 × 6. */
const boxes = [
  [0, 0, 2, 2],
  [4, 0, 6, 2],
] as unknown as readonly [BoxXYXY, BoxXYXY];
const map = (...data: number[]) => ({ shape: [2, 6], data });
const left = map(4, 2, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0);
const right = map(1, 0, 0, 0, 4, 2, 1, 0, 0, 0, 1, 1);

describe("a reading of one picture's maps", () => {
  it("gives a method that never looks at the class half of the hits, half of the heat and a likeness of 1", () => {
    expect(readingOf({ first: left, second: left, absent: left }, boxes)).toEqual({
      pointing: 0.5,
      absent: 0.5,
      share: 0.5,
      towards: 0,
      classes: 1,
      inside: 1,
    });
  });

  it("gives a method that follows the class both hits, its share of the heat and the way it moved", () => {
    const reading = readingOf({ first: left, second: right, absent: left }, boxes);
    expect(reading).toMatchObject({ pointing: 1, absent: 0.5, towards: 1 });
    expect(reading.share).toBeCloseTo((8 / 10 + 8 / 10) / 2, 12);
  });

  it("compares the whole picture, and the two boxes alone", () => {
    const [first, second] = [map(3, 3, 0, 0, 2, 2, 3, 3, 0, 0, 2, 2), map(2, 2, 0, 0, 3, 3, 2, 2, 0, 0, 3, 3)];
    const { classes, inside } = readingOf({ first, second, absent: first }, boxes);
    expect(inside).toBeCloseTo(-1, 12);
    expect(classes).toBeGreaterThan(0.4);
  });

  it("counts a map without any heat as blind", () => {
    const dark = map(...Array.from({ length: 12 }, () => 0));
    expect(readingOf({ first: dark, second: dark, absent: dark }, boxes).share).toBe(0.5);
  });
});

describe("the mean over pictures", () => {
  it("is taken of each reading, and says over how many", () => {
    const one = { pointing: 1, absent: 0, share: 0.8, towards: 1, classes: 0.2, inside: 0.4 };
    const none = { pointing: 0, absent: 0, share: 0.5, towards: 0, classes: 1, inside: 1 };
    expect(meanOf([one, none])).toEqual({ scenes: 2, pointing: 0.5, absent: 0, share: 0.65, towards: 0.5, classes: 0.6, inside: 0.7 });
    expect(() => meanOf([])).toThrow(RangeError);
  });
});
