import { describe, expect, it } from "vitest";
import { SSD_BOXES } from "@/lib/engine/detectors/ssd/layers";
import { matchSsd } from "@/lib/engine/match";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { nodeContext } from "@/scripts/tasks/context";
import { detectorContext } from "@/scripts/tasks/detectors";
import { recordingOf } from "@/scripts/tasks/ssd";
import { startBackend } from "@/scripts/training/backend";
import { BOXES, CLASSES } from "./looked";
import recorded from "./recorded.json" with { type: "json" };
import { recordedAnswer, recordedLook } from "./recording";
import {
  boxAtPlace,
  detectionsOf,
  finderOf,
  fitOf,
  heatOf,
  MAPS,
  placeOf,
  scoresOf,
  surest,
  taughtOf,
  type Decoding,
} from "./simulationModel";
import { tasks } from "./tasks";

const looked = recordedLook();
const scores = scoresOf(looked);
const all: Decoding = { cut: 0.4, overlap: 0.45, on: [true, true, true] };
const byClass = (pick: (object: (typeof looked.objects)[number]) => unknown) =>
  Object.fromEntries(looked.objects.map((object) => [VOC_CLASSES[object.label], pick(object)]));

describe("the recorded boxes", () => {
  it("find the bird on the fine map, the plant on the middle one, the table on the coarse one: the answer of the guess", () => {
    expect(SSD_BOXES.length / 4).toBe(BOXES);
    expect(looked.logits.length).toBe(BOXES * CLASSES);
    expect([recordedAnswer(2, null), recordedAnswer(1, 30)]).toEqual([null, null]);
    const found = detectionsOf(looked, scores, all);
    expect(byClass((object) => finderOf(found, object))).toEqual({ bird: 0, pottedplant: 1, diningtable: 2 });
    expect(byClass(({ box }) => fitOf(box))).toEqual({ bird: 0, pottedplant: 1, diningtable: 2 });
    expect(byClass(({ box: [x1, y1, x2, y2] }) => Math.max(x2 - x1, y2 - y1))).toEqual({ bird: 35, pottedplant: 44, diningtable: 78 });
  });

  it("lose the table's own map, and with it the table's box, when that map is off", () => {
    const found = detectionsOf(looked, scores, { ...all, on: [true, true, false] });
    expect(found.every(({ from }) => placeOf(from).map < 2)).toBe(true);
    expect(byClass((object) => finderOf(found, object)).diningtable).not.toBe(2);
  });
});

describe("what is made of them", () => {
  it("numbers default boxes by map, cell and shape, both ways", () => {
    expect(MAPS.map(({ first }) => first)).toEqual([0, 784, 980]);
    for (let box = 0; box < BOXES; box += 37) expect(boxAtPlace(placeOf(box))).toBe(box);
    expect(placeOf(BOXES - 1)).toEqual({ map: 2, cell: 8, shape: 3 });
  });

  it("shows the highest score of each cell, and finds the surest box", () => {
    const top = Math.max(...scores[surest(scores)].slice(1));
    expect(Math.max(...MAPS.flatMap((_, map) => [...heatOf(scores, map)]))).toBeCloseTo(top, 6);
    const place = placeOf(surest(scores));
    expect(surest(scores, place)).toBe(surest(scores));
    for (const row of scores.slice(0, 50)) expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
  });

  it("teaches the matched boxes and three hard negatives each, the least background first", () => {
    const taught = taughtOf(looked, scores, 0.5, 3);
    const { matches } = matchSsd(
      SSD_BOXES,
      looked.objects.flatMap(({ box }) => [...box]),
    );
    expect(taught.positives).toEqual(Array.from(matches).flatMap((object, i) => (object >= 0 ? [i] : [])));
    expect(taught.negatives).toHaveLength(3 * taught.positives.length);
    expect(taught.background + taught.positives.length).toBe(BOXES);
    const none = taught.negatives.map((box) => scores[box][0]);
    expect(none).toEqual([...none].sort((a, b) => a - b));
    expect(taughtOf(looked, scores, 0.3, 3).positives.length).toBeGreaterThan(taught.positives.length);
    expect(taughtOf(looked, scores, 0.5, 0).negatives).toEqual([]);
  });
});

describe("the live answer", () => {
  it("is not computed for a scene that was left", async () => {
    const node = nodeContext(AbortSignal.abort());
    const detector = { detect: () => Promise.reject(new Error("computed all the same")) };
    const context = { ...node, models: { ...node.models, detector: async () => detector as never } };
    await expect(tasks.look({ scene: 1, size: null }, context)).rejects.toThrow(/abort/i);
  });

  it(
    "is what was recorded, up to a byte, and what the detector finds; a growing car goes from map to map",
    { timeout: 240_000 },
    async () => {
      await startBackend();
      const context = detectorContext();
      const live = await tasks.look({ scene: 1, size: null }, context);
      const again = await recordingOf(live);
      expect([again.seen, again.drawing]).toEqual([recorded.seen, recorded.drawing]);
      expect(live.objects).toEqual(looked.objects);
      const own = scoresOf(live);
      own.forEach((row, box) => row.forEach((p, k) => expect(Math.abs(p - scores[box][k]), `${box}/${k}`).toBeLessThan(0.05)));
      const detector = await context.models.detector("ssd");
      const [{ detections }] = await detector.detect([live.seen as Uint8Array]);
      const found = detectionsOf(live, own, all);
      expect(found.map(({ k }) => k)).toEqual(detections.map(({ label }) => label));
      found.forEach(({ score, box }, i) => {
        expect(score).toBeCloseTo(detections[i].score, 5);
        box.forEach((value, side) => expect(value).toBeCloseTo(detections[i].box[side], 3));
      });
      const finders: (number | null)[] = [];
      for (const size of [24, 30, 42, 54, 72, 90]) {
        const grown = await tasks.look({ scene: 1, size }, context);
        finders.push(finderOf(detectionsOf(grown, scoresOf(grown), all), grown.objects[0]));
      }
      expect(finders).toEqual([0, 0, 1, 1, 2, 2]);
    },
  );
});
