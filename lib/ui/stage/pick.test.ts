import { describe, expect, it } from "vitest";
import { boxesAt, gripAt, nextPick, tagAt } from "./pick";

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

describe("tagAt", () => {
  const tags = [
    ["a", { x: 10, y: 10, width: 40, height: 15 }],
    ["b", { x: 30, y: 10, width: 40, height: 15 }],
  ] as const;

  it("is the tag under the point, by the nearest middle where two lie on each other", () => {
    expect(tagAt(tags, 12, 20)).toBe("a");
    expect(tagAt(tags, 65, 12)).toBe("b");
    expect(tagAt(tags, 30, 17.5)).toBe("a");
    expect(tagAt([...tags].reverse(), 30, 17.5)).toBe("a");
    expect(tagAt(tags, 50, 17.5)).toBe("b");
    expect(tagAt(tags, 12, 26)).toBeNull();
    expect(tagAt([], 12, 20)).toBeNull();
  });
});

describe("gripAt", () => {
  const tag = (x: number, y: number) => ({ x, y, width: 30, height: 15 });
  const lower = { id: "a", box: [100, 100, 200, 200] as const, tag: tag(100, 85), resizable: true };
  const upper = { id: "b", box: [206, 206, 300, 300] as const, tag: tag(206, 191), resizable: true };
  const grip = (boxes: Parameters<typeof gripAt>[0], x: number, y: number, selected: string | null = null, scale = 1) =>
    gripAt(boxes, x, y, { scale, selected });

  it("takes the nearest handle, not the one drawn last", () => {
    expect(grip([lower, upper], 201, 201)).toEqual({ id: "a", corner: "se" });
    expect(grip([lower, upper], 205, 205)).toEqual({ id: "b", corner: "nw" });
  });

  it("takes the selected box's handle first, within the same reach", () => {
    expect(grip([lower, upper], 203, 203, "a")).toEqual({ id: "a", corner: "se" });
    expect(grip([lower, upper], 203, 203, "b")).toEqual({ id: "b", corner: "nw" });
    // Here B's handle is drawn, A's is only near.
    expect(grip([lower, upper], 210, 208, "a")).toEqual({ id: "b", corner: "nw" });
  });

  it("takes the whole box at the middle of its tag, although a corner and other boxes are there", () => {
    expect(grip([lower, upper], 115, 92.5)).toEqual({ id: "a", corner: null });
    const under = { ...lower, box: [190, 150, 250, 350] as const, tag: null };
    expect(grip([upper, under], 221, 198)).toEqual({ id: "b", corner: null });
    expect(grip([upper, under], 221, 215)).toEqual({ id: "b", corner: null });
    expect(grip([under, upper], 230, 250)).toEqual({ id: "b", corner: null });
  });

  it("reaches around a corner where nothing else is written, and further where stage pixels are small", () => {
    expect(grip([lower], 212, 188)).toEqual({ id: "a", corner: "se" });
    expect(grip([lower], 214, 188)).toBeNull();
    expect(grip([lower], 220, 188, null, 2)).toEqual({ id: "a", corner: "se" });
  });

  it("knows no corners of a box that only moves, and takes the smaller of two areas", () => {
    expect(grip([{ ...lower, resizable: false }], 198, 198)).toEqual({ id: "a", corner: null });
    const inside = { ...lower, id: "inside", box: [130, 130, 170, 170] as const, tag: null, resizable: false };
    expect(grip([inside, lower], 150, 150)).toEqual({ id: "inside", corner: null });
    expect(grip([lower], 20, 20)).toBeNull();
  });
});
