import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { iou } from "@/lib/engine/boxes";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { readAtlas } from "@/lib/engine/scenes/emoji";
import { nodeContext } from "@/scripts/tasks/context";
import { detectorContext } from "@/scripts/tasks/detectors";
import { recordingOf } from "@/scripts/tasks/r-cnn";
import { startBackend } from "@/scripts/training/backend";
import { recordedAnswer, recordedLook } from "./recording";
import { bestCrop, boxOf, detectionsOf, firstOf, GUESSED, movedBox, moveOf, neighboursOf, scoreOf, timesComputed } from "./simulationModel";
import { CLASSES, TERMS } from "./looked";
import recorded from "./recorded.json" with { type: "json" };
import { SEEDS, shownScene, tasks } from "./tasks";

const looked = recordedLook();
const DOG = VOC_CLASSES.indexOf("dog");
const SOFA = VOC_CLASSES.indexOf("sofa");
const n = looked.ranks.length;
const all = { cls: DOG, shown: 100, cut: 0.3, overlap: 0.3, move: true };

describe("the recorded crops", () => {
  it("are a dozen of the first scene, those of the guess among them", () => {
    expect(n).toBe(12);
    expect(looked.passes).toBeGreaterThan(90);
    expect(GUESSED.every((rank) => looked.ranks.includes(rank))).toBe(true);
    expect(recordedAnswer(2)).toBeNull();
    expect(looked.objects.map(({ label }) => label).sort()).toEqual([DOG, SOFA].sort());
  });

  it("score as their margins say, and of the guessed ones one stands out that overlaps the dog least of four", () => {
    for (let at = 0; at < n * CLASSES; at++) {
      const k = at % CLASSES;
      const score = 1 / (1 + Math.exp(-(looked.platt[2 * k] * looked.margins[at] + looked.platt[2 * k + 1])));
      expect(Math.abs(score - looked.scores[at])).toBeLessThan(0.005);
    }
    const dog = looked.objects.find(({ label }) => label === DOG)?.box ?? [0, 0, 0, 0];
    const guessed = GUESSED.map((rank) => {
      const crop = looked.ranks.indexOf(rank);
      return { rank, score: scoreOf(looked, crop, DOG), iou: iou(boxOf(looked, crop), dog) };
    });
    const best = guessed.reduce((a, b) => (b.score > a.score ? b : a));
    expect(best.rank).toBe(73);
    expect(best.score).toBeGreaterThan(0.9);
    expect(guessed.filter((each) => each.iou > best.iou).length).toBeGreaterThanOrEqual(4);
  });

  it("have five terms a class, the largest first, which are a part of the margin", () => {
    expect(looked.terms.length).toBe(n * CLASSES * TERMS * 2);
    for (let at = 0; at < n * CLASSES; at++) {
      const sizes = Array.from({ length: TERMS }, (_, t) =>
        Math.abs(looked.terms[(at * TERMS + t) * 2] * looked.terms[(at * TERMS + t) * 2 + 1]),
      );
      sizes.slice(1).forEach((size, t) => expect(size).toBeLessThanOrEqual(sizes[t] + 0.001));
    }
  });
});

describe("what is made of them", () => {
  it("finds the dog once, moved by its own class, and nothing below the threshold", () => {
    const [found, ...others] = detectionsOf(looked, all);
    expect(others).toEqual([]);
    const dog = looked.objects.find(({ label }) => label === DOG)?.box ?? [0, 0, 0, 0];
    expect(iou(found.box, dog)).toBeGreaterThan(0.8);
    expect(found.crop).toBe(bestCrop(looked, DOG, 100));
    expect(detectionsOf(looked, { ...all, move: false })[0].box).toEqual(boxOf(looked, found.crop));
    expect(detectionsOf(looked, { ...all, cut: 1 })).toEqual([]);
    expect(detectionsOf(looked, { ...all, overlap: 0.9 }).length).toBeGreaterThan(1);
  });

  it("moves a box by x + tx · w and w · e^tw", () => {
    const [x1, y1, x2, y2] = boxOf(looked, 3);
    const [tx, ty, tw, th] = moveOf(looked, 3, SOFA);
    const [w, h] = [(x2 - x1) * Math.exp(tw), (y2 - y1) * Math.exp(th)];
    const [x, y] = [(x1 + x2) / 2 + tx * (x2 - x1), (y1 + y2) / 2 + ty * (y2 - y1)];
    const cut = (v: number) => Math.min(112, Math.max(0, v));
    movedBox(looked, 3, SOFA).forEach((value, i) => expect(value).toBeCloseTo(cut([x - w / 2, y - h / 2, x + w / 2, y + h / 2][i]), 6));
  });

  it("counts what is shown, neighbours and how often a pixel is computed", () => {
    expect(firstOf(looked, 1)).toEqual([0]);
    expect(firstOf(looked, 100)).toHaveLength(12);
    expect(timesComputed(looked, 1)).toBe(1);
    expect(timesComputed(looked, 100)).toBeGreaterThan(1.2);
    const near = neighboursOf(looked, bestCrop(looked, DOG, 100));
    expect(near.length).toBeGreaterThan(2);
    expect(near.every(({ iou: overlap }) => overlap >= 0.5)).toBe(true);
    expect(near.map(({ iou: overlap }) => overlap)).toEqual([...near.map(({ iou: overlap }) => overlap)].sort((a, b) => b - a));
  });
});

describe("the live answer", () => {
  it("is not computed for a scene that was left", async () => {
    const node = nodeContext(AbortSignal.abort());
    const detector = { detect: () => Promise.reject(new Error("computed all the same")) };
    const context = { ...node, models: { ...node.models, detector: async () => detector as never } };
    await expect(tasks.look({ scene: 1 }, context)).rejects.toThrow(/abort/i);
  });

  it("is what was recorded: the same proposals, and scores that a backend's last digits do not move", { timeout: 120_000 }, async () => {
    await startBackend();
    const live = await tasks.look({ scene: 1 }, detectorContext());
    const again = recordingOf(live);
    expect(again.ranks).toEqual(looked.ranks);
    expect(again.passes).toBe(looked.passes);
    expect(again.boxes).toEqual(recorded.boxes);
    looked.ranks.forEach((rank, i) => {
      for (let k = 0; k < CLASSES; k++)
        expect(Math.abs(live.scores[(rank - 1) * CLASSES + k] - looked.scores[i * CLASSES + k]), `crop ${rank}, class ${k}`).toBeLessThan(
          0.01,
        );
    });
  });

  it("is of the recorded picture", async () => {
    const { pixels, objects } = shownScene(SEEDS[0], await readAtlas(readFileSync("public/emojivoc/noto.bin")));
    expect(looked.pixels).toEqual(pixels);
    expect(looked.objects).toEqual(objects.map(({ label, box }) => ({ label, box: [...box] })));
  });
});
