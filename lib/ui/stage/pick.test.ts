import { describe, expect, it } from "vitest";
import { boxesAt, nextPick } from "./pick";

const boxes = [
  { id: "big", box: [0, 0, 100, 100] as const },
  { id: "small", box: [40, 40, 60, 60] as const },
  { id: "far", box: [200, 0, 220, 20] as const },
];

describe("boxesAt", () => {
  it("lists the boxes under a point, smallest first", () => {
    expect(boxesAt(boxes, 50, 50)).toEqual(["small", "big"]);
    expect(boxesAt(boxes, 10, 10)).toEqual(["big"]);
    expect(boxesAt(boxes, 150, 50)).toEqual([]);
  });

  it("reaches a little outside when asked", () => {
    expect(boxesAt(boxes, 224, 10)).toEqual([]);
    expect(boxesAt(boxes, 224, 10, 6)).toEqual(["far"]);
  });
});

describe("nextPick", () => {
  it("goes through the boxes at repeated clicks on the same place and starts anew elsewhere", () => {
    const first = nextPick(["small", "big"], null);
    expect(first?.index).toBe(0);
    const second = nextPick(["small", "big"], first);
    expect(second?.index).toBe(1);
    expect(nextPick(["small", "big"], second)?.index).toBe(0);
    expect(nextPick(["big"], second)?.index).toBe(0);
    expect(nextPick([], second)).toBeNull();
  });
});
