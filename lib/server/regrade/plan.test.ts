import { describe, expect, it } from "vitest";
import { planOf, type Mode, type Standing } from "./plan";
import type { Judged, Marks } from "@/lib/challenges/judging";

const parts = [{ id: "a", correct: true, earned: 1, total: 2 }];
const marks = (score: number, xp: number): Marks => ({
  status: "graded",
  score,
  stars: 1,
  xp,
  earned: 1,
  total: 2,
  parts,
  misconceptions: ["slip"],
});
const standing = (score: number, points: number | null): Standing => ({
  id: "x",
  userId: "u",
  version: 1,
  level: 1,
  hints: 0,
  score,
  stars: 1,
  earned: 1,
  total: 2,
  // As the database gives them back: in its own order of keys.
  parts: [{ total: 2, id: "a", earned: 1, correct: true }],
  misconceptions: ["slip"],
  entry: points === null ? null : { id: "e", points, localDate: "2026-01-01" },
});

describe("planOf", () => {
  it.each<[string, Standing, Judged, Mode, string, number | null | undefined]>([
    ["a higher score rises", standing(50, 5), marks(80, 8), "keep-higher", "rises", 8],
    ["a higher score rises exactly", standing(50, 5), marks(80, 8), "exact", "rises", 8],
    ["a lower score is kept", standing(80, 8), marks(50, 5), "keep-higher", "kept-higher", undefined],
    ["a lower score falls exactly", standing(80, 8), marks(50, 5), "exact", "falls", 5],
    ["the same is the same", standing(50, 5), marks(50, 5), "keep-higher", "same", undefined],
    ["the same is the same exactly", standing(50, 5), marks(50, 5), "exact", "same", undefined],
    ["fewer points for the same score are kept", standing(50, 9), marks(50, 5), "keep-higher", "same", undefined],
    ["fewer points for the same score are exact", standing(50, 9), marks(50, 5), "exact", "retold", 5],
    ["more points for the same score", standing(50, 3), marks(50, 5), "keep-higher", "retold", 5],
    ["more points than the mended score brings are kept", standing(50, 9), marks(60, 6), "keep-higher", "rises", 9],
    ["without an entry no points", standing(50, null), marks(80, 8), "exact", "rises", null],
    ["other words for the same score", standing(50, 5), { ...marks(50, 5), misconceptions: [] }, "keep-higher", "retold", 5],
    ["other parts for the same score", standing(50, 5), { ...marks(50, 5), parts: [] }, "exact", "retold", 5],
    ["a version that is not kept", standing(50, 5), { status: "stale" }, "exact", "stale", undefined],
    ["a challenge that throws", standing(50, 5), { status: "crashed", phase: "grade", message: "" }, "exact", "crashed", undefined],
    ["an answer that is malformed today", standing(50, 5), { status: "malformed", field: "", problem: "" }, "exact", "refused", undefined],
    ["an answer that is unready today", standing(50, 5), { status: "unready", missing: { ko: "", en: "" } }, "exact", "refused", undefined],
  ])("%s", (_title, before, judged, mode, outcome, points) => {
    const plan = planOf(before, judged, mode);
    expect(plan.outcome).toBe(outcome);
    expect(plan.change?.points).toBe(points);
    expect(plan.change === null).toBe(points === undefined);
  });

  it("caps what counts by the hints of then, as it was capped then", () => {
    const hinted: Standing = { ...standing(74, 7), hints: 2, stars: 1 };
    expect(planOf(hinted, marks(100, 15), "exact").outcome).toBe("same");
    expect(planOf({ ...hinted, score: 40, stars: 0 }, marks(100, 15), "keep-higher").change?.marks).toMatchObject({
      score: 74,
      stars: 1,
      xp: 7,
    });
  });
});
