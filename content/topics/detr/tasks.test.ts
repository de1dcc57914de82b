import { describe, expect, it } from "vitest";
import { iou } from "@/lib/engine/boxes";
import { detrMatch } from "@/lib/engine/match";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { detectorContext } from "@/scripts/tasks/detectors";
import { nodeContext } from "@/scripts/tasks/context";
import { recordingOf } from "@/scripts/tasks/detr";
import { startBackend } from "@/scripts/training/backend";
import { CLASSES, QUERIES, TOKENS } from "./looked";
import { duringTraining, recordedAnswer, recordedLook, TRAINING_PLANNED, TRAINING_STEPS } from "./recording";
import recorded from "./recorded.json" with { type: "json" };
import {
  answersOf,
  costOf,
  heatOf,
  hitsOf,
  insideOf,
  matchedOf,
  nearestReference,
  PAPER,
  partsOf,
  rowsShown,
  sharesOf,
} from "./simulationModel";
import { tasks } from "./tasks";

const looked = recordedLook();
const [, last] = looked.layers;

describe("the recorded pictures", () => {
  it("find all three objects of the first one, and one of them twice: the answers of the guesses", () => {
    const answers = answersOf(last, 0.5);
    const hits = hitsOf(looked, answers);
    expect(looked.objects.map(({ label }) => VOC_CLASSES[label])).toEqual(["sofa", "chair", "pottedplant"]);
    expect(hits.map(({ length }) => length)).toEqual([1, 1, 2]);
    // The sofa's is query 7, which is on offer and whose reference point is the nearest.
    expect(hits[0][0].query).toBe(6);
    expect(nearestReference(looked, looked.objects[0].box)).toBe(6);
    expect(answersOf(last, 0.5, 0.5).filter(({ dropped }) => dropped)).toHaveLength(1);
    // With NMS as the first one is without: the plant is found once.
    expect(hitsOf(looked, answersOf(last, 0.5, 0.5)).map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  it("answer three times for the three objects of the second one", () => {
    const second = recordedAnswer(2);
    if (!second) throw new Error("the second scene is recorded");
    const answers = answersOf(second.layers[1], 0.5);
    expect(answers).toHaveLength(3);
    expect(hitsOf(second, answers).map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(recordedAnswer(3)).toBeNull();
  });

  it("have queries that look into their own boxes", () => {
    for (const { query } of answersOf(last, 0.5)) {
      const inside = insideOf(looked, query);
      expect(inside.attention).toBeGreaterThan(inside.cells + 0.3);
    }
  });
});

describe("what was recorded during training", () => {
  it("is the same queries on the same picture at steps of one run, whose matching changes and whose cost falls", () => {
    expect(TRAINING_STEPS[0]).toBe(0);
    expect(TRAINING_STEPS.length).toBeGreaterThan(4);
    expect(Math.max(...TRAINING_STEPS)).toBeLessThanOrEqual(TRAINING_PLANNED);
    const matchings = TRAINING_STEPS.map((_, at) => matchedOf(looked, duringTraining(at).layers[1], PAPER));
    expect(new Set(matchings.map(({ query }) => query.join())).size).toBeGreaterThan(2);
    expect(matchings[matchings.length - 1].total).toBeLessThan(matchings[0].total - 4);
    // Nobody speaks at first.
    expect(answersOf(duringTraining(0).layers[1], 0.5)).toEqual([]);
  });
});

describe("what is made of them", () => {
  it("has 21 probabilities a query that add up to 1, and a heat map with its peak at 1", () => {
    for (let query = 0; query < QUERIES; query++) {
      const shares = sharesOf(last, query);
      expect(shares).toHaveLength(CLASSES);
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      expect(Math.max(...heatOf(looked, { query }))).toBe(1);
    }
    expect(heatOf(looked, { token: 0 })).toHaveLength(TOKENS * TOKENS);
  });

  it("matches as the engine does, and adds up a cost from its parts", () => {
    const unit = ([x1, y1, x2, y2]: readonly number[]) => [(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1].map((v) => v / SCENE_SIDE);
    const boxes = Array.from({ length: QUERIES }, (_, q) => unit(Array.from({ length: 4 }, (_each, i) => last.boxes[4 * q + i])));
    const { queries, targets, total } = detrMatch({
      logits: Array.from(last.logits),
      predBoxes: boxes.flat(),
      targetBoxes: looked.objects.flatMap(({ box }) => unit(box)),
      targetLabels: looked.objects.map(({ label }) => label),
    });
    const matched = matchedOf(looked, last, PAPER);
    expect(matched.total).toBeCloseTo(total, 5);
    matched.query.forEach((query, object) => expect(targets[queries.indexOf(query)]).toBe(object));
    const parts = partsOf(looked, last, 6, 0);
    expect(parts.l1).toBeCloseTo(
      parts.apart.reduce((a, b) => a + b, 0),
      12,
    );
    expect(costOf(parts, PAPER)).toBeCloseTo(-parts.p + 5 * parts.l1 - 2 * parts.giou, 12);
    expect(costOf(parts, PAPER)).toBe(matched.costs[6][0]);
    const rows = rowsShown(matched, 19);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect([...matched.query, 19].every((query) => rows.includes(query))).toBe(true);
  });

  it("finds an object by class and an overlap of half, and no dropped answer", () => {
    for (const [object, hits] of hitsOf(looked, answersOf(last, 0.1)).entries())
      for (const { label, box } of hits) {
        expect(label).toBe(looked.objects[object].label);
        expect(iou(box, looked.objects[object].box)).toBeGreaterThanOrEqual(0.5);
      }
  });
});

describe("the live answer", () => {
  it("is not computed for a scene that was left", async () => {
    const node = nodeContext(AbortSignal.abort());
    const detector = { detect: () => Promise.reject(new Error("computed all the same")) };
    const context = { ...node, models: { ...node.models, detector: async () => detector as never } };
    await expect(tasks.look({ scene: 1 }, context)).rejects.toThrow(/abort/i);
  });

  it("is what was recorded, and what the detector finds", { timeout: 120_000 }, async () => {
    await startBackend();
    const context = detectorContext();
    const live = await tasks.look({ scene: 1 }, context);
    const again = await recordingOf(live);
    expect([again.objects, again.seen, again.drawing]).toEqual([recorded[0].objects, recorded[0].seen, recorded[0].drawing]);
    for (let query = 0; query < QUERIES; query++)
      sharesOf(live.layers[1], query).forEach((share, c) => expect(Math.abs(share - sharesOf(last, query)[c])).toBeLessThan(0.002));
    const detector = await context.models.detector("detr");
    const [{ detections }] = await detector.detect([live.seen as Uint8Array]);
    const found = answersOf(live.layers[1], 0.5);
    expect(found.map(({ label }) => label)).toEqual(detections.map(({ label }) => label));
    found.forEach(({ score, box }, i) => {
      expect(score).toBeCloseTo(detections[i].score, 5);
      box.forEach((value, side) => expect(value).toBeCloseTo(detections[i].box[side], 3));
    });
  });
});
