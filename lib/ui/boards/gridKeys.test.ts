import { describe, expect, it } from "vitest";
import { cellUnder, nextCell } from "./gridKeys";

describe("nextCell", () => {
  it("moves by one in each direction and stops at the edges", () => {
    const from = (cell: number) => ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].map((key) => nextCell(cell, key, 3, 4));
    expect(from(5)).toEqual([4, 6, 1, 9]);
    expect(from(0)).toEqual([0, 1, 0, 4]);
    expect(from(11)).toEqual([10, 11, 7, 11]);
  });

  it("goes to the ends of the row, and of the grid with Ctrl", () => {
    expect(["Home", "End"].map((key) => nextCell(5, key, 3, 4))).toEqual([4, 7]);
    expect(["Home", "End"].map((key) => nextCell(5, key, 3, 4, true))).toEqual([0, 11]);
  });

  it("leaves other keys alone", () => {
    for (const key of [" ", "Enter", "Tab", "a"]) expect(nextCell(0, key, 3, 4)).toBeNull();
  });
});

describe("cellUnder", () => {
  it("finds the cell of a point, none outside", () => {
    expect(cellUnder(0, 0, 3, 4)).toBe(0);
    expect(cellUnder(0.99, 0.99, 3, 4)).toBe(11);
    expect(cellUnder(0.3, 0.5, 3, 4)).toBe(5);
    for (const [x, y] of [
      [-0.01, 0],
      [1, 0],
      [0, 1],
      [NaN, 0],
    ])
      expect(cellUnder(x, y, 3, 4)).toBeNull();
  });
});
