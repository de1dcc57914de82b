import { describe, expect, it } from "vitest";
import { iou } from "@/lib/engine/boxes";
import { stageBoxesOf } from "@/lib/ui/stage";
import { placeTags } from "@/lib/ui/stage/tags";
import { challenge } from "./challenge";

const SEEDS = 200;
/** CSS pixels of the picture on a window 390 wide, and on a narrow one. */
const PHONES = [356, 286] as const;

const crowds = Array.from({ length: SEEDS }, (_, i) => challenge.generate(String(i), 5).view);
const drawn = (view: (typeof crowds)[number]) => stageBoxesOf(view.boxes, "ko", () => ({ state: "idle" }));

describe("a crowd at level 5", () => {
  it("carries every score on the picture", () => {
    for (const view of crowds)
      for (const [i, { label }] of drawn(view).entries()) expect(label).toMatch(new RegExp(`^${view.boxes[i].id} \\.\\d\\d$`));
  });

  it.each(PHONES)("has no tag on another one, %i px wide", (wide) => {
    const piled = crowds.flatMap((view, seed) => {
      const tags = [...placeTags(drawn(view), view, view.width / wide)];
      return tags.flatMap(([a, p], i) =>
        tags.slice(0, i).flatMap(([b, q]) => {
          const across = Math.min(p.x + p.width, q.x + q.width) - Math.max(p.x, q.x);
          const down = Math.min(p.y + p.height, q.y + q.height) - Math.max(p.y, q.y);
          return across > 0.5 && down > 0.5 ? [`${seed}: ${a} on ${b} by ${across.toFixed(1)} × ${down.toFixed(1)}`] : [];
        }),
      );
    });
    expect(piled).toEqual([]);
  });

  it("has boxes of a class that lie on each other in different tones, and a line for each class", () => {
    for (const view of crowds) {
      const boxes = drawn(view);
      view.boxes.forEach((a, i) =>
        view.boxes.slice(0, i).forEach((b, j) => {
          expect(a.cls !== b.cls || iou(a.box, b.box) < 0.5 || boxes[i].tone !== boxes[j].tone, `${a.id} and ${b.id}`).toBe(true);
          expect(boxes[i].dash === boxes[j].dash).toBe(a.cls === b.cls);
        }),
      );
    }
  });
});
