import { describe, expect, it } from "vitest";
import { averagePrecision, errorSplit, precisionRecall } from "@/lib/engine/evaluate";
import { inRange } from "@/lib/ui/simulation";
import { nodeContext } from "@/scripts/tasks/context";
import { DEFAULTS, KNOBS } from "./knobs";
import { afterNms, evaluateLab, packScene, RULES, testSet, unpackScenes, type LabScene } from "./lab";
import { LAB_SCENES, LAB_STYLES, labScene } from "./labScene";
import { pairBoxes, pairsOf } from "./pairs";
import { FIRST, FIRST_LABEL, FIRST_SCENE, recordedAnswer, recordedPicture } from "./question";
import { envelopePoints, heightsAtHits, heightsAtSteps, measuredPoints, operatingPoint, sumsOf } from "./readings";
import { RECORDED } from "./recorded";
import { tasks } from "./tasks";

const scenes = unpackScenes(Uint8Array.from(Buffer.from(RECORDED, "base64")));
const question = { ...FIRST, label: FIRST_LABEL };
const STEPS = { "11-point": 10, "101-point": 100 } as const;

describe("the recording", () => {
  it("holds every scene in less than 150 kB and reads back as it was packed", () => {
    expect(scenes).toHaveLength(LAB_SCENES);
    expect(RECORDED.length).toBeLessThan(150_000);
    expect(unpackScenes(Uint8Array.from(scenes.flatMap(packScene)))).toEqual(scenes);
  });

  it("is of the scenes that the seeds draw: the recorded one's objects are those drawn anew, at half a pixel", async () => {
    const live = await tasks.picture({ scene: FIRST_SCENE }, nodeContext());
    expect(live.scene).toEqual(recordedPicture(FIRST_SCENE)?.scene);
    expect(live.drawing).toEqual(recordedPicture(FIRST_SCENE)?.drawing);
    expect(recordedPicture(FIRST_SCENE + 1)).toBeNull();
    const atlases = await Promise.all(LAB_STYLES.map((style) => nodeContext().pictures.atlas(style)));
    for (const scene of [1, FIRST_SCENE, LAB_SCENES])
      expect(labScene(scene, atlases).objects.map(({ label, box }) => ({ label, box }))).toEqual(scenes[scene - 1].objects);
  });

  it("has an answer for the first question alone, which is the live one", async () => {
    expect(recordedAnswer(question)).toEqual(await tasks.curve(question, nodeContext()));
    expect(recordedAnswer({ ...question, score: 0.4 })).toBeNull();
  });

  it("is not evaluated for a question that was taken back", async () => {
    const gone = nodeContext(AbortSignal.abort());
    await expect(tasks.curve(question, gone)).rejects.toThrow(/abort/i);
    await expect(tasks.errors(FIRST, gone)).rejects.toThrow(/abort/i);
  });
});

describe("the lab's evaluation", () => {
  it("leaves the AP of all detections where it is, whatever the score threshold", () => {
    const { ap, map, scores, hits } = evaluateLab(scenes, FIRST, FIRST_LABEL);
    for (const score of [0.1, 0.2, 0.35, 0.6, 0.8, 0.95])
      expect(evaluateLab(scenes, { ...FIRST, score }, FIRST_LABEL)).toMatchObject({ ap, map, scores, hits });
  });

  it("lowers the area of what is cut off exactly when a true positive goes with it, and never raises it", () => {
    const { ap, scores, hits } = evaluateLab(scenes, FIRST, FIRST_LABEL);
    const last = scores[hits.lastIndexOf(1)];
    for (const score of [0.1, last, 0.3, 0.5, 0.7]) {
      const { cutAp } = evaluateLab(scenes, { ...FIRST, score }, FIRST_LABEL);
      const loses = hits.some((hit, i) => hit === 1 && scores[i] < score);
      expect(cutAp["all-point"] < ap["all-point"], `s = ${score}`).toBe(loses);
      expect(cutAp["all-point"]).toBeLessThanOrEqual(ap["all-point"]);
    }
  });

  it("is the same whether the threshold comes before NMS or after it", () => {
    for (const scene of scenes.slice(0, 40)) {
      const before = afterNms({ ...scene, detections: scene.detections.filter(({ score }) => score >= 0.3) }, 0.5);
      expect(afterNms(scene, 0.5).filter(({ score }) => score >= 0.3)).toEqual(before);
    }
  });

  it("moves with the NMS threshold and the match IoU", () => {
    const at = (cuts: Partial<typeof FIRST>) => evaluateLab(scenes, { ...FIRST, ...cuts }, FIRST_LABEL).map["all-point"];
    expect(at({ nms: 0.1 })).not.toBe(at({}));
    expect(at({ match: 0.75 })).toBeLessThan(at({}) - 0.1);
  });

  it("splits the errors of what the threshold leaves, as the engine does", async () => {
    const errors = await tasks.errors(FIRST, nodeContext());
    const { objects, detections } = testSet(scenes, FIRST);
    expect(errors.counts).toEqual(errorSplit(objects, detections).counts);
    const { class: cls, localisation, both, duplicate, background } = errors.counts;
    expect(errors.right + cls + localisation + both + duplicate + background).toBe(detections.length);
  });

  it("knows every class that an address may name, and no other", () => {
    for (let label = 0; label < 20; label++) expect(evaluateLab(scenes, FIRST, label).positives).toBeGreaterThan(20);
    expect(() => evaluateLab(scenes, FIRST, 20)).toThrow("class 20");
    expect(inRange(KNOBS, DEFAULTS)).toEqual(DEFAULTS);
    expect(inRange(KNOBS, { ...DEFAULTS, score: 9, scene: 1e9, cls: "x", nms: -1 })).toMatchObject({
      score: 0.95,
      scene: LAB_SCENES,
      nms: 0.1,
    });
  });
});

describe("the curve as it is read", () => {
  // T F T F of three objects: precision 1, 1/2, 2/3, 1/2; the third object is missed.
  const small = { positives: 3, scores: [0.9, 0.8, 0.7, 0.6], hits: [1, 0, 1, 0] as const };

  it("has points, envelope and heights worked by hand", () => {
    expect(measuredPoints(small).map(({ y }) => y)).toEqual([1, 1 / 2, 2 / 3, 1 / 2]);
    expect(heightsAtHits(small)).toEqual([1, 2 / 3]);
    expect(envelopePoints(small)).toEqual([
      { x: 0, y: 1 },
      { x: 1 / 3, y: 1 },
      { x: 1 / 3, y: 2 / 3 },
      { x: 2 / 3, y: 2 / 3 },
      { x: 2 / 3, y: 0 },
      { x: 1, y: 0 },
    ]);
    // Recall 0, .1, .2, .3 reach the first TP, .4, .5, .6 the second, the rest nothing.
    expect(
      heightsAtSteps(small, 10)
        .map((h) => h.toFixed(2))
        .join(" "),
    ).toBe("1.00 1.00 1.00 1.00 0.67 0.67 0.67 0.00 0.00 0.00 0.00");
    expect(operatingPoint(small, 0.7)).toEqual({ shown: 3, found: 2, precision: 2 / 3, recall: 2 / 3 });
    expect(operatingPoint(small, 0.95)).toEqual({ shown: 0, found: 0, precision: null, recall: 0 });
  });

  it("adds up to the engine's AP by each definition, for every class", () => {
    for (let label = 0; label < 20; label++) {
      const answer = evaluateLab(scenes, FIRST, label);
      const curve = precisionRecall(answer.hits, answer.positives);
      const mean = (values: readonly number[], divisor: number) => values.reduce((sum, v) => sum + v, 0) / divisor;
      for (const rule of ["11-point", "101-point"] as const)
        expect(mean(heightsAtSteps(answer, STEPS[rule]), STEPS[rule] + 1)).toBeCloseTo(averagePrecision(curve, rule), 12);
      expect(mean(heightsAtHits(answer), answer.positives)).toBeCloseTo(answer.ap["all-point"], 12);
    }
  });

  it("writes each definition's sum with the curve's own numbers", () => {
    const curve = precisionRecall(small.hits, small.positives);
    const ap = {
      "11-point": averagePrecision(curve, "11-point"),
      "all-point": averagePrecision(curve, "all-point"),
      "101-point": averagePrecision(curve, "101-point"),
    };
    expect(sumsOf(small, ap).map(({ rule, sum }) => `${rule} ${sum.en}`)).toEqual([
      "11-point at recall 0, 0.1, …, 1: (1.00 + 1.00 + 1.00 + … + 0.00) ÷ 11 = 6.00 ÷ 11 = 0.545",
      "all-point at each of 2 TPs: (1.00 + 0.67) ÷ 3 = 1.67 ÷ 3 = 0.556",
      "101-point at recall 0, 0.01, …, 1: (1.00 + 1.00 + 1.00 + … + 0.00) ÷ 101 = 56.00 ÷ 101 = 0.554",
    ]);
    expect(RULES).toEqual(["11-point", "all-point", "101-point"]);
  });
});

describe("one scene", () => {
  const scene: LabScene = {
    objects: [
      { label: 7, box: [0, 0, 40, 40] },
      { label: 11, box: [60, 60, 100, 100] },
      { label: 11, box: [60, 0, 100, 40] },
    ],
    detections: [
      { label: 7, score: 0.9, box: [0, 0, 40, 38] },
      { label: 7, score: 0.8, box: [60, 60, 100, 100] },
      { label: 11, score: 0.7, box: [60, 60, 100, 74] },
      { label: 7, score: 0.3, box: [0, 0, 40, 20] },
    ],
  };

  it("says of each detection shown what it is, and which objects are missed", () => {
    const judged = pairsOf(scene, { nms: 0.6, match: 0.5, score: 0.5 });
    expect(judged.pairs.map(({ id, type, object }) => `${id} ${type} ${object}`)).toEqual([
      "A true positive 0",
      "B class 1",
      "C localisation 1",
    ]);
    expect(judged.unfound).toEqual([1, 2]);
    // With every score shown the second detection of the cat comes too.
    expect(pairsOf(scene, { nms: 0.6, match: 0.5, score: 0.1 }).pairs.at(-1)?.type).toBe("duplicate");
    const boxes = pairBoxes(scene, judged, "en");
    expect(boxes.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "object-0 truth",
      "object-1 missed",
      "object-2 missed",
      "A kept",
      "B wrong",
      "C wrong",
    ]);
    expect(boxes[3]).toMatchObject({ label: "A cat .90", description: "A, cat .90 · true positive · object 1, IoU .95" });
  });
});
