import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeTags, tagAsDrawn } from "./tags";

const bounds = { width: 360, height: 270 };

describe("placeTags", () => {
  it("puts a lone tag above the box's left corner, and inside the picture when the box touches its top", () => {
    expect(placeTags([{ id: "a", box: [50, 60, 150, 160], label: "A" }], bounds, 1).get("a")).toMatchObject({ x: 50, y: 45 });
    expect(placeTags([{ id: "a", box: [50, 0, 150, 160], label: "A" }], bounds, 1).get("a")?.y).toBeGreaterThanOrEqual(0);
  });

  it("never covers the tag of a box with the same corner", () => {
    const places = placeTags(
      [
        { id: "a", box: [50, 60, 150, 160], label: "A .92", score: 0.92 },
        { id: "b", box: [50, 60, 148, 158], label: "B .80", score: 0.8 },
      ],
      bounds,
      1,
    );
    const [a, b] = [places.get("a"), places.get("b")];
    expect(a && b && (a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y)).toBe(true);
  });

  const box = fc
    .tuple(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 5, max: 60 }),
      fc.integer({ min: 5, max: 70 }),
    )
    .map(([x, y, w, h]) => [x, y, x + w, y + h] as const);

  it("draws every tag at its own box, with or without the badge of a state", () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 12 }), fc.double({ min: 0.5, max: 1.5, noNaN: true }), (boxes, scale) => {
        const items = boxes.map((b, i) => ({ id: String(i), box: b, label: `${"ABCDEFGHIJKL"[i]} .71` }));
        const places = placeTags(items, bounds, scale);
        for (const { id, box: own, label } of items)
          for (const state of ["idle", "picked"] as const) {
            const room = places.get(id);
            const tag = room && tagAsDrawn({ state, label }, room, scale);
            const gap = tag && Math.max(own[0] - tag.x - tag.width, tag.x - own[2], own[1] - tag.y - tag.height, tag.y - own[3]);
            expect(gap, `${state} ${id} of ${JSON.stringify(boxes)}`).toBeLessThanOrEqual(0.01);
          }
      }),
    );
  });

  it("rather stands on its own box than on a neighbour's", () => {
    // Above and below there is no room: the picture ends. Left of B lies A.
    const items = [
      { id: "a", box: [0, 0, 100, 270], label: "A", score: 0.9 },
      { id: "b", box: [110, 0, 200, 270], label: "B", score: 0.8 },
    ] as const;
    const b = placeTags(items, bounds, 1).get("b");
    expect(b?.x).toBeGreaterThanOrEqual(110);
  });

  it("keeps every tag inside the picture", () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 12 }), (boxes) => {
        for (const place of placeTags(
          boxes.map((b, i) => ({ id: String(i), box: b, label: `B${i}` })),
          bounds,
          1,
        ).values()) {
          expect(place.x >= 0 && place.y >= 0 && place.x + place.width <= 360 && place.y + place.height <= 270).toBe(true);
        }
      }),
    );
  });
});
