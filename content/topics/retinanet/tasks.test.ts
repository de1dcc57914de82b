import { describe, expect, it } from "vitest";
import { iou } from "@/lib/engine/boxes";
import { RETINANET_ANCHORS } from "@/lib/engine/detectors/retinanet/layers";
import { sigmoid } from "@/lib/engine/exact";
import { sigmoidFocalLoss } from "@/lib/engine/losses";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { nodeContext } from "@/scripts/tasks/context";
import { detectorContext } from "@/scripts/tasks/detectors";
import { recordingOf } from "@/scripts/tasks/retinanet";
import { startBackend } from "@/scripts/training/backend";
import { ANCHORS, BACKGROUND, CLASSES, IGNORED } from "./looked";
import recorded from "./recorded.json" with { type: "json" };
import { recordedAnswer, recordedLook } from "./recording";
import {
  anchorAt,
  billOf,
  CROSS_ENTROPY,
  detectionsOf,
  heatOf,
  histogramOf,
  hotPairs,
  LEVELS,
  paid,
  placeOf,
  sharesOf,
  topPair,
  totalOf,
  untrained,
  type Decoding,
} from "./simulationModel";
import { tasks } from "./tasks";

const looked = recordedLook();
const all: Decoding = { cut: 0.35, top: 1000, overlap: 0.5, on: [true, true, true], cls: null };

describe("the recorded anchors", () => {
  it("are all of the first scene, whose three objects are found on three levels", () => {
    expect(RETINANET_ANCHORS.length / 4).toBe(ANCHORS);
    expect(looked.logits.length).toBe(ANCHORS * CLASSES);
    expect(recordedAnswer(2)).toBeNull();
    const found = detectionsOf(looked, all);
    const levels = looked.objects.map(({ label, box }) => {
      const right = found.find((each) => each.k === label && iou(each.box, box) >= 0.5);
      return right ? LEVELS[placeOf(right.anchor).level].name : "missed";
    });
    expect([...levels].sort()).toEqual(["p3", "p4", "p5"]);
    expect(looked.objects.map(({ label }) => VOC_CLASSES[label]).sort()).toEqual(["bird", "diningtable", "pottedplant"]);
  });

  it("say yes fewer than a hundred times, and leave the easy background most of cross-entropy: the answers of the guesses", () => {
    const hot = hotPairs(looked, all).flat();
    expect(hot.length).toBeLessThan(100);
    expect(hot.length).toBeGreaterThan(20);
    expect(sharesOf(billOf(looked, CROSS_ENTROPY).paid).easy).toBeGreaterThan(0.8);
    expect(sharesOf(billOf(looked, { gamma: 2, alpha: 0.25 }).paid).easy).toBeLessThan(0.1);
  });
});

describe("what is made of them", () => {
  it("numbers anchors by level, cell and shape, both ways", () => {
    expect(placeOf(0)).toEqual({ level: 0, cell: 0, shape: 0 });
    expect(placeOf(1764)).toEqual({ level: 1, cell: 0, shape: 0 });
    expect(placeOf(ANCHORS - 1)).toEqual({ level: 2, cell: 15, shape: 8 });
    for (let anchor = 0; anchor < ANCHORS; anchor += 97) expect(anchorAt(placeOf(anchor))).toBe(anchor);
  });

  it("passes on a level's best pairs alone, and lets levels be left out", () => {
    const one = detectionsOf(looked, { ...all, top: 1 });
    expect(one.length).toBeLessThanOrEqual(3);
    const p5 = detectionsOf(looked, { ...all, on: [false, false, true] });
    expect(p5.length).toBeGreaterThan(0);
    expect(p5.every(({ anchor }) => placeOf(anchor).level === 2)).toBe(true);
    expect(detectionsOf(looked, { ...all, cut: 1 })).toEqual([]);
    const within = LEVELS.reduce(
      (sum, _, level) => sum + detectionsOf(looked, { ...all, on: all.on.map((_on, i) => i === level) }).length,
      0,
    );
    expect(within).toBeGreaterThan(detectionsOf(looked, all).length);
  });

  it("shows the largest probability of each cell, and finds the surest pair", () => {
    const { anchor, k } = topPair(looked, null);
    const { level, cell } = placeOf(anchor);
    const top = sigmoid(looked.logits[anchor * CLASSES + k]);
    expect(heatOf(looked, level, null)[cell]).toBeCloseTo(top, 6);
    expect(heatOf(looked, level, k)[cell]).toBeCloseTo(top, 6);
    expect(Math.max(...LEVELS.flatMap((_, i) => [...heatOf(looked, i, null)]))).toBeCloseTo(top, 6);
    expect(topPair(looked, k, { level, cell })).toEqual({ anchor, k });
  });

  it("counts every probability once, and everybody but the ignored in the bill", () => {
    expect(histogramOf(looked).reduce((sum, { count }) => sum + count, 0)).toBe(ANCHORS * CLASSES);
    const ignored = Array.from(looked.taught).filter((taught) => taught === IGNORED).length;
    const { count } = billOf(looked, CROSS_ENTROPY);
    expect(totalOf(count)).toBe((ANCHORS - ignored) * CLASSES);
    expect(count.object).toBe(Array.from(looked.taught).filter((taught) => taught !== IGNORED && taught !== BACKGROUND).length);
  });

  it("bills a pair as the engine's loss does", () => {
    for (const object of [true, false])
      for (const [gamma, alpha] of [
        [0, -1],
        [2, 0.25],
        [0.5, -1],
      ])
        for (const logit of [-6, -0.3, 2.2]) {
          const { losses } = sigmoidFocalLoss([logit], [object ? 1 : 0], { gamma, alpha });
          expect(paid(logit, object, { gamma, alpha })).toBeCloseTo(losses[0], 12);
        }
  });

  it("starts an untrained network at π everywhere: at 0.5 each pair pays log 2", () => {
    const start = untrained(looked, 0.5);
    const { count, paid: sums } = billOf(start, CROSS_ENTROPY);
    expect(totalOf(sums)).toBeCloseTo(totalOf(count) * Math.log(2), 3);
    expect(billOf(untrained(looked, 0.01), CROSS_ENTROPY).paid.hard).toBe(0);
    expect(hotPairs(start, { ...all, cut: 0.5 }).flat()).toHaveLength(ANCHORS * CLASSES);
  });
});

describe("the live answer", () => {
  it("is not computed for a scene that was left", async () => {
    const node = nodeContext(AbortSignal.abort());
    const detector = { detect: () => Promise.reject(new Error("computed all the same")) };
    const context = { ...node, models: { ...node.models, detector: async () => detector as never } };
    await expect(tasks.look({ scene: 1 }, context)).rejects.toThrow(/abort/i);
  });

  it("is what was recorded, up to the byte of a logit, and what the detector finds", { timeout: 120_000 }, async () => {
    await startBackend();
    const context = detectorContext();
    const live = await tasks.look({ scene: 1 }, context);
    const again = await recordingOf(live);
    expect([again.taught, again.seen, again.drawing]).toEqual([recorded.taught, recorded.seen, recorded.drawing]);
    expect(Array.from(live.taught)).toEqual(Array.from(looked.taught));
    expect(live.objects).toEqual(looked.objects);
    expect(looked.seen).toMatch(/^data:image\/webp;base64,/);
    for (let i = 0; i < live.logits.length; i++)
      expect(Math.abs(sigmoid(live.logits[i]) - sigmoid(looked.logits[i])), `pair ${i}`).toBeLessThan(0.01);
    const detector = await context.models.detector("retinanet");
    const [{ detections }] = await detector.detect([live.seen as Uint8Array]);
    const found = detectionsOf(live, all);
    expect(found.map(({ k }) => k)).toEqual(detections.map(({ label }) => label));
    found.forEach(({ score, box }, i) => {
      expect(score).toBeCloseTo(detections[i].score, 5);
      box.forEach((value, side) => expect(value).toBeCloseTo(detections[i].box[side], 3));
    });
  });
});
