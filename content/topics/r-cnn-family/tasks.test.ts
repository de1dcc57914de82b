import { describe, expect, it } from "vitest";
import { iou } from "@/lib/engine/boxes";
import { detectorContext } from "@/scripts/tasks/detectors";
import { recordingOf } from "@/scripts/tasks/r-cnn-family";
import { startBackend } from "@/scripts/training/backend";
import { memberOfPieces, multiplicationsOf, proposalsOf, totalOf, totals } from "./cost";
import { MEMBER_NAMES, MEMBERS } from "./pipeline";
import { MOST_PROPOSALS, recordedAnswer, recordedRan } from "./ran";
import recorded from "./recorded.json" with { type: "json" };
import { tasks } from "./tasks";

const ran = recordedRan();

describe("the recorded scene", () => {
  it("has all three detectors find every object, and nothing else", () => {
    expect(recordedAnswer(2)).toBeNull();
    expect(ran.times).toBeNull();
    for (const name of MEMBER_NAMES) {
      expect(ran.runs[name].detections).toHaveLength(ran.objects.length);
      for (const { label, box } of ran.objects)
        expect(
          ran.runs[name].detections.some((each) => each.label === label && iou(each.box, box) >= 0.5),
          name,
        ).toBe(true);
    }
    expect(ran.runs["fast-r-cnn"].proposals).toEqual(ran.runs["r-cnn"].proposals);
    expect(ran.runs["faster-r-cnn"].proposals.length).toBeLessThan(ran.runs["fast-r-cnn"].proposals.length);
  });

  it("is what the engine computes, and the engine tells how long it took", { timeout: 120_000 }, async () => {
    await startBackend();
    const live = await tasks.run({ scene: 1 }, detectorContext());
    const again = await recordingOf(live);
    expect(again.costs).toEqual(recorded.costs);
    expect(again.drawing).toEqual(recorded.drawing);
    expect(again.runs["r-cnn"].proposals).toEqual(recorded.runs["r-cnn"].proposals);
    for (const name of MEMBER_NAMES) {
      const [now, then] = [again.runs[name].detections, recorded.runs[name].detections];
      expect(now.map(({ label }) => label)).toEqual(then.map(({ label }) => label));
      now.forEach(({ score }, i) => expect(Math.abs(score - then[i].score)).toBeLessThan(0.02));
      const { search, rest } = live.times![name];
      expect(search === 0).toBe(name === "faster-r-cnn");
      expect(rest).toBeGreaterThanOrEqual(0);
    }
  });

  it("is not computed for a scene that was left", async () => {
    await expect(tasks.run({ scene: 1 }, detectorContext(AbortSignal.abort()))).rejects.toThrow(/abort/i);
  });
});

describe("what pieces multiply", () => {
  const costs = { map: 100, rpn: 30, crop: 40, head: 2 };

  it("counts a map once and crops and heads for each proposal; an RPN needs a map whatever is cropped", () => {
    expect(multiplicationsOf(MEMBERS["r-cnn"], 10, costs)).toEqual({ proposals: 0, features: 400, judge: 0 });
    expect(multiplicationsOf(MEMBERS["fast-r-cnn"], 10, costs)).toEqual({ proposals: 0, features: 100, judge: 20 });
    expect(multiplicationsOf(MEMBERS["faster-r-cnn"], 10, costs)).toEqual({ proposals: 30, features: 100, judge: 20 });
    expect(totalOf(multiplicationsOf({ proposals: "rpn", features: "crops" }, 10, costs))).toBe(530);
  });

  it("knows which pieces are whose, and that Fast R-CNN multiplies least on the recorded scene", () => {
    expect(MEMBER_NAMES.map((name) => memberOfPieces(MEMBERS[name]))).toEqual([...MEMBER_NAMES]);
    expect(memberOfPieces({ proposals: "rpn", features: "crops" })).toBeNull();
    expect(proposalsOf(ran, MEMBERS["faster-r-cnn"])).toEqual(ran.runs["faster-r-cnn"].proposals);
    const all = totals(ran, MOST_PROPOSALS);
    expect(all["fast-r-cnn"]).toBeLessThan(all["faster-r-cnn"]);
    expect(all["faster-r-cnn"]).toBeLessThan(all["r-cnn"]);
  });
});
