import { describe, expect, it } from "vitest";
import { nextReading, readingAt, type Mark } from "./reading";

const row = (...xs: number[]): Mark[] => xs.map((x) => ({ x, y: 10, text: String(x) }));
const rows = [row(0, 10, 20), [], row(4, 18)];

describe("nextReading", () => {
  it("begins at the first mark, or the last with End, of the first row that has any", () => {
    expect(nextReading([[], ...rows], null, "ArrowRight")).toEqual({ row: 1, mark: 0 });
    expect(nextReading(rows, null, "End")).toEqual({ row: 0, mark: 2 });
    expect(nextReading([[], []], null, "ArrowRight")).toBeNull();
  });

  it("walks along a row and stops at its ends", () => {
    expect(nextReading(rows, { row: 0, mark: 1 }, "ArrowRight")).toEqual({ row: 0, mark: 2 });
    expect(nextReading(rows, { row: 0, mark: 2 }, "ArrowRight")).toEqual({ row: 0, mark: 2 });
    expect(nextReading(rows, { row: 0, mark: 2 }, "PageUp")).toEqual({ row: 0, mark: 0 });
    expect(nextReading(rows, { row: 0, mark: 1 }, "Home")).toEqual({ row: 0, mark: 0 });
    expect(nextReading(rows, { row: 0, mark: 1 }, "End")).toEqual({ row: 0, mark: 2 });
  });

  it("goes to the nearest mark of the next row with any, around at the ends", () => {
    expect(nextReading(rows, { row: 0, mark: 2 }, "ArrowDown")).toEqual({ row: 2, mark: 1 });
    expect(nextReading(rows, { row: 0, mark: 0 }, "ArrowUp")).toEqual({ row: 2, mark: 0 });
    expect(nextReading(rows, { row: 2, mark: 1 }, "ArrowDown")).toEqual({ row: 0, mark: 2 });
  });

  it("leaves all other keys to the page", () => {
    for (const key of ["Tab", "Enter", "a"]) expect(nextReading(rows, { row: 0, mark: 0 }, key)).toBeNull();
  });

  it("begins anew where the row it was in has become empty", () => {
    expect(nextReading([[], row(1)], { row: 0, mark: 5 }, "ArrowRight")).toEqual({ row: 1, mark: 0 });
  });
});

describe("readingAt", () => {
  it("finds the nearest mark within reach", () => {
    expect(readingAt(rows, 17, 10, 40)).toEqual({ row: 2, mark: 1 });
    expect(readingAt(rows, 9, 12, 40)).toEqual({ row: 0, mark: 1 });
    expect(readingAt(rows, 200, 10, 40)).toBeNull();
  });
});
