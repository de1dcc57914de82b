import { describe, expect, it } from "vitest";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { batchedNms, softNms } from "@/lib/engine/suppress";
import { inRange } from "@/lib/ui/simulation";
import { KNOBS } from "./knobs";
import { DEFAULTS, makeCloud, methodOf, run, standingAfter } from "./simulationModel";

const input = (boxes: ReturnType<typeof makeCloud>["boxes"]) => ({
  flat: boxes.flatMap((b) => b.box),
  scores: boxes.map((b) => b.score),
  classes: boxes.map((b) => VOC_CLASSES.indexOf(b.cls)),
});

describe("the simulation of nms", () => {
  it("gives the same cloud for the same knobs and lets a box keep its letter when the score threshold moves", () => {
    expect(makeCloud(7, 0.2, 0.1)).toEqual(makeCloud(7, 0.2, 0.1));
    const all = makeCloud(7, 0.2, 0.05).boxes;
    for (const box of makeCloud(7, 0.2, 0.5).boxes) expect(all.find((b) => b.id === box.id)).toEqual(box);
  });

  it("ends where the engine's own functions end, whatever the method", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { boxes } = makeCloud(seed, 0.3, 0.1);
      const { flat, scores, classes } = input(boxes);
      const hard = run(boxes, "hard", DEFAULTS);
      expect(hard.kept).toEqual(batchedNms(flat, scores, classes, DEFAULTS.t).map((i) => boxes[i].id));
      for (const method of ["linear", "gaussian"] as const) {
        const soft = run(boxes, method, DEFAULTS);
        const expected = softNms(flat, scores, {
          method,
          iouThreshold: DEFAULTS.t,
          sigma: DEFAULTS.sigma,
          scoreThreshold: DEFAULTS.minScore,
          classes,
        });
        expect(soft.kept).toEqual(expected.keep.map((i) => boxes[i].id));
        const end = standingAfter(boxes, soft.steps, soft.steps.length);
        expected.keep.forEach((i, k) => expect(end.get(boxes[i].id)).toEqual({ score: expected.scores[k], fate: "kept" }));
      }
    }
  });

  it("lowers .9 at IoU .6 to .36 (linear) and .43808 (Gaussian, σ .5), as the lesson says", () => {
    // 10 × 10 and 10 × 6 in the same corner: IoU 60/100.
    const boxes = [
      { id: "A", cls: "dog", box: [0, 0, 10, 10], score: 1 },
      { id: "B", cls: "dog", box: [0, 0, 10, 6], score: 0.9 },
    ] as const;
    const after = (method: "linear" | "gaussian") =>
      standingAfter(boxes, run(boxes, method, { ...DEFAULTS, t: 0.3 }).steps, 2).get("B")?.score;
    expect(after("linear")).toBeCloseTo(0.36, 12);
    expect(after("gaussian")).toBeCloseTo(0.43808, 5);
  });

  it("shows on every step the fate that the steps before it made", () => {
    const { boxes } = makeCloud(3, 0.2, 0.1);
    const { steps } = run(boxes, "hard", DEFAULTS);
    expect([...standingAfter(boxes, steps, 0).values()].every((s) => s.fate === "standing")).toBe(true);
    const end = [...standingAfter(boxes, steps, steps.length).values()];
    expect(end.some((s) => s.fate === "fallen") && end.every((s) => s.fate !== "standing")).toBe(true);
  });

  it("runs on any numbers that an address may bring", () => {
    const knobs = inRange(KNOBS, { ...DEFAULTS, t: 7, minScore: -1, sigma: 0, crowd: 99, seed: -5, step: 1e9 });
    const { boxes } = makeCloud(knobs.seed, knobs.crowd, knobs.minScore);
    for (const method of ["hard", "linear", "gaussian"] as const) expect(run(boxes, method, knobs).kept.length).toBeGreaterThan(0);
    expect(inRange(KNOBS, DEFAULTS)).toEqual(DEFAULTS);
  });

  it("takes an unknown method in an address for the hard one", () => {
    expect(methodOf("gaussian")).toBe("gaussian");
    expect(methodOf("x")).toBe("hard");
  });
});
