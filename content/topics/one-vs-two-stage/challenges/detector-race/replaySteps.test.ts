import { describe, expect, it } from "vitest";
import { challenge } from "./challenge";
import type { Answer, View } from "./instance";
import { captionOf, misstepsOf, outOfReach } from "./replaySteps";

/** Selective search covers object 2 alone, the RPN is not asked about. */
const VIEW: View = {
  scene: 0,
  seed: "hand",
  objects: [
    { label: 7, box: [0, 0, 40, 40] },
    { label: 11, box: [60, 0, 100, 40] },
  ],
  runners: [
    { name: "rcnn", fixed: 0, each: 13.95, boxes: 10 },
    { name: "faster-rcnn", fixed: 78.1, each: 0.23, boxes: 10 },
    { name: "ssd", fixed: 88.8, each: 0, boxes: 1016 },
    { name: "fast-rcnn", fixed: 55.5, each: 0.23, boxes: 10 },
  ],
  looked: { search: 10, rpn: 10 },
  shown: { search: [[], [{ rank: 1, box: [60, 0, 100, 30] }]] },
  whole: false,
  complete: false,
};
const graded = (answer: Answer) => challenge.grade({ view: VIEW, truth: null }, answer);
const right = challenge.solve({ view: VIEW, truth: null });

describe("the replay of a race", () => {
  it("shows each sum, and the reach of those whose list is asked about", () => {
    expect(graded(right).steps.map((step) => captionOf(VIEW, step, "en"))).toEqual([
      "Fast R-CNN: 55.5 + 0.23 × 10 = 57.8 million. No proposal covers object 1.",
      "Faster R-CNN: 78.1 + 0.23 × 10 = 80.4 million.",
      "SSD: 88.8 million. It looks everywhere, without proposals.",
      "R-CNN: 13.95 × 10 = 139.5 million. No proposal covers object 1.",
    ]);
    expect(captionOf(VIEW, graded(right).steps[0], "ko")).toBe(
      "Fast R-CNN: 5,550만 + 23만 × 10 = 5,780만 번. 물체 1은 덮는 후보가 없어요.",
    );
    expect(captionOf(VIEW, graded(right).steps[3], "ko")).toContain("R-CNN: 1,395만 × 10 = 1억 3,950만 번.");
    expect([outOfReach([], "en"), outOfReach([0, 3], "en")]).toEqual(["", "2 out of reach"]);
  });

  it("leads from each wrong part to the step that settles it", () => {
    const wrong = graded({ cheapest: 1, dearest: 2, reach: ["none", "search"] });
    expect(misstepsOf(VIEW, wrong, "en").map(({ id, at }) => [id, at])).toEqual([
      ["cheapest", 0],
      ["object-0", 0],
      ["object-1", 0],
      ["dearest", 3],
    ]);
    expect(misstepsOf(VIEW, graded(right), "en")).toEqual([]);
    // Faster R-CNN comes first, but its list is not asked about: R-CNN's shows the object covered.
    const late = { ...VIEW, runners: VIEW.runners.slice(0, 3) };
    const grade = challenge.grade({ view: late, truth: null }, { cheapest: 1, dearest: 0, reach: ["search", "search"] });
    expect(misstepsOf(late, grade, "en").map(({ id, at }) => [id, at])).toEqual([["object-1", 2]]);
  });
});
