import { describe, expect, it } from "vitest";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { nodeContext } from "@/scripts/tasks/context";
import { detectorContext } from "@/scripts/tasks/detectors";
import { recordingOf } from "@/scripts/tasks/fpn";
import { startBackend } from "@/scripts/training/backend";
import { CHANNELS, COARSE, FINE, ONE, READ, WAYS, wayOf } from "./looked";
import recorded from "./recorded.json" with { type: "json" };
import { recordedAnswer, recordedLook } from "./recording";
import { channelMaps, findersOf, lateralAt, lengthMaps, parentOf, productsOf, sizeOf, smallestCell, stretched } from "./simulationModel";
import { tasks } from "./tasks";

const looked = recordedLook();
const bySize = looked.objects.map((_, i) => i).sort((a, b) => sizeOf(looked.objects[a].box) - sizeOf(looked.objects[b].box));
const levelsBy = (way: (typeof WAYS)[number]) => bySize.map((i) => findersOf(looked, way)[i]?.level ?? null);
const whole = { lateral: true, topDown: true, blend: false };

describe("the recorded pyramid", () => {
  it("is of three objects that three levels find, smallest first: the first guess's answer", () => {
    expect(bySize.map((i) => VOC_CLASSES[looked.objects[i].label])).toEqual(["person", "bicycle", "cow"]);
    expect(levelsBy("full")).toEqual([0, 1, 2]);
    expect(sizeOf(looked.objects[bySize[1]].box)).toBeCloseTo(41, 0);
    expect(recordedAnswer({ scene: 2, side: 40 })).toBeNull();
  });

  it("loses the smallest one without the lateral map, and that one alone: the second guess's answer", () => {
    expect(levelsBy("noLateral")).toEqual([null, 1, 2]);
    expect(levelsBy("neither")).toEqual([null, 1, 2]);
  });

  it("loses nothing without what comes down: no claim that our small objects need it", () => {
    expect(levelsBy("noTopDown")).toEqual([0, 1, 2]);
  });

  it("has all that its 1×1 reads", () => {
    expect([looked.read.length, looked.weight.length, looked.bias.length]).toEqual([READ * FINE * FINE, CHANNELS * READ, CHANNELS]);
    expect(looked.coarse.length).toBe(CHANNELS * COARSE * COARSE);
  });
});

describe("what is made of it", () => {
  it("copies each coarse cell to four fine ones, and adds the lateral map", () => {
    const { coarse, copy, lateral, sum } = channelMaps(looked, 5, whole);
    for (const cell of [0, 1, FINE, FINE + 1]) expect(copy[cell]).toBe(coarse[0]);
    expect(parentOf(FINE * FINE - 1)).toBe(COARSE * COARSE - 1);
    for (const cell of [0, 97, 195]) {
      expect(lateral[cell]).toBeCloseTo(lateralAt(looked, 5, cell), 5);
      expect(sum[cell]).toBeCloseTo(copy[cell] + lateral[cell], 5);
    }
  });

  it("leaves parts out as 0, and blends for the drawing alone", () => {
    expect(Math.max(...channelMaps(looked, 5, { ...whole, lateral: false }).lateral)).toBe(0);
    expect(Math.max(...channelMaps(looked, 5, { ...whole, topDown: false }).copy)).toBe(0);
    const blended = channelMaps(looked, 5, { ...whole, blend: true });
    expect(blended.copy[0]).toBeCloseTo(blended.coarse[0], 5);
    expect(blended.copy[FINE + 1]).not.toBeCloseTo(blended.coarse[0], 3);
  });

  it("takes lengths over all channels", () => {
    const squares = Array.from({ length: CHANNELS }, (_, c) => channelMaps(looked, c, whole).sum[50] ** 2);
    expect(lengthMaps(looked, whole).sum[50]).toBeCloseTo(Math.sqrt(squares.reduce((a, b) => a + b, 0)), 3);
    expect(Math.max(...stretched([2, 4, 3]))).toBe(1);
    expect([...stretched([5, 5])]).toEqual([0, 0]);
  });

  it("takes a lateral number apart into its products", () => {
    const cell = smallestCell(looked);
    const { top, rest } = productsOf(looked, 3, cell, 5);
    const sum = top.reduce((all, { product }) => all + product, rest) + looked.bias[3];
    expect(sum).toBeCloseTo(lateralAt(looked, 3, cell), 5);
    expect(Math.abs(top[0].product)).toBeGreaterThanOrEqual(Math.abs(top[4].product));
  });

  it("names the ways by their parts", () => {
    expect([wayOf(true, true), wayOf(false, true), wayOf(true, false), wayOf(false, false)]).toEqual([...WAYS]);
  });
});

describe("the live answer", () => {
  it("is not computed for a scene that was left", async () => {
    const node = nodeContext(AbortSignal.abort());
    const context = { ...node, models: { ...node.models, detector: async () => ({}) as never } };
    await expect(tasks.look({ scene: 1, side: 40 }, context)).rejects.toThrow(/abort/i);
  });

  it("is what was recorded, and the whole network's detections are the detector's own", { timeout: 120_000 }, async () => {
    await startBackend();
    const context = detectorContext();
    const live = await tasks.look({ scene: 1, side: 40 }, context);
    const again = await recordingOf(live);
    expect([again.seen, again.drawing, again.objects]).toEqual([recorded.seen, recorded.drawing, recorded.objects]);
    for (const way of WAYS) {
      expect(again.found[way].map(({ label, level }) => [label, level])).toEqual(
        recorded.found[way].map(({ label, level }) => [label, level]),
      );
      Array.from(live.p3[way]).forEach((value, i) => expect(value).toBeCloseTo(recorded.p3[way][i], 1));
    }
    const detector = await context.models.detector("retinanet");
    const [{ detections, parts }] = await detector.detect([live.seen as Uint8Array]);
    live.found.full.forEach(({ label, score, box }, i) => {
      expect(label).toBe(detections[i].label);
      expect(score).toBeCloseTo(detections[i].score, 4);
      box.forEach((value, side) => expect(value).toBeCloseTo(detections[i].box[side], 2));
    });
    const { data } = parts.p3;
    const length = Math.sqrt(Array.from({ length: CHANNELS }, (_, c) => data[c * FINE * FINE] ** 2).reduce((a, b) => a + b, 0));
    expect(live.p3.full[0]).toBeCloseTo(length, 3);
  });

  it("walks up the levels as an object grows", { timeout: 120_000 }, async () => {
    await startBackend();
    const context = detectorContext();
    const levels: (number | null)[] = [];
    for (const side of [24, 48, 90]) levels.push(findersOf(await tasks.look({ scene: ONE, side }, context), "full")[0]?.level ?? null);
    expect(levels).toEqual([0, 1, 2]);
  });
});
