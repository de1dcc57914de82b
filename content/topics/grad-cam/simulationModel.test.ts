import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { recordedAnswers, recordingOf } from "@/scripts/tasks/grad-cam";
import { nodeContext } from "@/scripts/tasks/context";
import { LAST, rawMap, RECORDED, recordedAnswer, SCENES, type Explained, type Question } from "./question";
import { addsOf, cellTerms, contributions, heatIn, hottest, under } from "./simulationModel";
import { captionsOf } from "./simulationWords";
import { tasks } from "./tasks";

/** Two channels of 2 × 2 cells by hand: 2 · (1, 0, 3, 0) − 1 · (0, 4, 1, 0) = (2, −4, 5, 0). */
const byHand: Explained = {
  pixels: new Uint8Array(112 * 112 * 3),
  drawing: null,
  objects: [{ label: 11, box: [0, 56, 56, 112] }],
  side: 2,
  alphas: Float32Array.of(2, -1),
  maps: Float32Array.of(1, 0, 3, 0, 0, 4, 1, 0),
  other: new Float32Array(),
  otherSide: 0,
  camGap: null,
  probability: 0.5,
};
const asked: Question = { scene: 1, label: 11, layer: LAST, network: "classifier", other: "hires" };

describe("a map by hand", () => {
  it("is the weighted sum of its channels, cell by cell", () => {
    expect(Array.from(rawMap(byHand))).toEqual([2, -4, 5, 0]);
    expect(hottest(rawMap(byHand))).toBe(2);
    expect(under(byHand, 2)).toBe("dog");
    expect(under(byHand, 1)).toBeNull();
    // 5 of 7 of the heat, the cold left out.
    expect(heatIn(rawMap(byHand), 2, byHand.objects[0].box)).toBeCloseTo(5 / 7, 9);
  });

  it("has channels by what they add or take in all", () => {
    expect(contributions(byHand)).toEqual([
      { index: 0, alpha: 2, share: 2 },
      { index: 1, alpha: -1, share: -1.25 },
    ]);
    expect(addsOf(byHand, { index: 1, alpha: -1 })).toEqual([-0, -4, -1, -0]);
  });

  it("writes one cell out, the largest terms first and the rest together", () => {
    expect(cellTerms(byHand, 2, 1)).toEqual({
      terms: [{ index: 0, alpha: 2, activation: 3, product: 6 }],
      others: 1,
      rest: -1,
      sum: 5,
    });
  });

  it("is described with the guess beside it", () => {
    expect(captionsOf(byHand, asked, "dog", "en").slice(0, 2)).toEqual([
      "Your guess was right.",
      "Asked for “dog”, the hottest cell lies on the dog.",
    ]);
    expect(captionsOf(byHand, asked, "car", "en")[0]).toBe("You guessed the car, but it is elsewhere.");
    const cold = { ...byHand, alphas: Float32Array.of(-1, -1) };
    expect(captionsOf(cold, asked, undefined, "en")[0]).toMatch(/^No cell speaks for/);
  });
});

describe("the simulation's task", () => {
  it("gives what was recorded", async () => {
    const live = await recordedAnswers();
    expect(recordingOf(live)).toEqual(JSON.parse(readFileSync("content/topics/grad-cam/recorded.json", "utf8")));
    RECORDED.forEach((question, i) => {
      const recorded = recordedAnswer(question);
      expect(recorded?.objects).toEqual(live[i].objects);
      expect(hottest(rawMap(recorded!))).toBe(hottest(rawMap(live[i])));
    });
    expect(recordedAnswer({ ...RECORDED[0], other: "cam" })).toBeNull();
    // HiResCAM is told with its signs, as Grad-CAM is: at the last layer they are one map, below 0 as well.
    for (const one of [...live, recordedAnswer(RECORDED[0])!]) {
      const raw = rawMap(one);
      expect(Math.min(...one.other)).toBeLessThan(0);
      raw.forEach((v, cell) => expect(one.other[cell]).toBeCloseTo(v, 6));
    }
  });

  it("moves the peak to the object asked for, and agrees with CAM to rounding", async () => {
    for (const question of RECORDED) {
      const live = recordedAnswer(question)!;
      expect(live.objects.map(({ label }) => label)).toContain(question.label);
      expect(live.camGap).toBeLessThan(1e-12);
    }
    const peaks = RECORDED.map((question) => under(recordedAnswer(question)!, hottest(rawMap(recordedAnswer(question)!))));
    expect(peaks).toEqual(SCENES[0].objects);
  });

  it("peaks on the object asked for in every scene with the fair network, and elsewhere with the sibling that learnt its cue", async () => {
    const peak = (explained: Explained) => under(explained, hottest(rawMap(explained)));
    for (const [i, { objects, beside, blue }] of SCENES.entries()) {
      const label = VOC_CLASSES.indexOf(objects[0]);
      const fair = await tasks.explained({ ...asked, scene: i + 1, label }, nodeContext());
      expect(fair.objects.map(({ label: named }) => VOC_CLASSES[named]).sort(), `scene ${i + 1}`).toEqual([...objects].sort());
      expect(peak(fair), `scene ${i + 1}`).toBe(objects[0]);
      const sibling = beside ? "classifier-dog-with-person" : blue ? "classifier-boat-on-blue" : null;
      const biased = sibling === null ? null : await tasks.explained({ ...asked, scene: i + 1, label, network: sibling }, nodeContext());
      expect(biased === null || peak(biased) !== objects[0], `scene ${i + 1}`).toBe(true);
    }
  }, 120_000);

  it("stops for a question that was taken back", async () => {
    await expect(tasks.explained(asked, nodeContext(AbortSignal.abort()))).rejects.toThrow(/abort/i);
  });
});
