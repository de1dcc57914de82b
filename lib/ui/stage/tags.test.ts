import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeTags } from "./tags";

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

  it("keeps every tag inside the picture", () => {
    const box = fc
      .tuple(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 5, max: 70 }),
      )
      .map(([x, y, w, h]) => [x, y, x + w, y + h] as const);
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
