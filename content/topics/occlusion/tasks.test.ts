import { describe, expect, it } from "vitest";
import type { TaskContext } from "@/lib/challenges/task";
import { networkInput } from "@/lib/engine/detectors/input";
import { classLogit, occlusion, subjectOf } from "@/lib/engine/explain";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { nodeContext } from "@/scripts/tasks/context";
import { classifierContext, recordingOf } from "@/scripts/tasks/occlusion";
import { startBackend } from "@/scripts/training/backend";
import { rightPlaces, TRIPLES } from "./challenges/occlusion-budget/instance";
import { choices, packScene, unpackScene } from "./challenges/occlusion-budget/recording";
import { RECORDED as BANK } from "./challenges/occlusion-budget/recorded";
import { FILL_NAMES, SCENES, type Swept } from "./looked";
import { coversOf, dropMap, everySecond, heatOf, placesAlong, rankOf } from "./map";
import recorded from "./recorded.json" with { type: "json" };
import { RECORDED, recordedScene, recordedSweep } from "./recording";
import { bankScene, shownScene } from "./scene";
import { tasks } from "./tasks";

const context = classifierContext() as TaskContext<Swept>;

describe("the sweep", () => {
  it("is what was recorded, and as the engine's plain code has it", async () => {
    await startBackend();
    const now = await recordingOf();
    const worst = Math.max(...now.scores.map((score, i) => Math.abs(score - recorded.scores[i])), Math.abs(now.value - recorded.value));
    expect(worst).toBeLessThan(0.002);
    const asked = { ...RECORDED, patch: 32, stride: 40, fill: "black" } as const;
    const { value, scores } = await tasks.sweep(asked, context);
    const { pixels, labels } = await tasks.scene({ scene: 1 }, context as TaskContext);
    const subject = subjectOf({
      network: await context.models.network("classifier"),
      image: networkInput(pixels, SCENE_SIDE),
      target: classLogit(labels[0]),
    });
    const plain = occlusion(subject, { patch: 32, stride: 40, fill: -1.5 });
    expect(value).toBeCloseTo(plain.value, 3);
    Array.from(scores).forEach((score, i) => expect(score).toBeCloseTo(plain.scores.data[i], 3));
  }, 60_000);

  it("tells what it has so far, and hides one place as the sweep does, under every colour", async () => {
    await startBackend();
    for (const fill of FILL_NAMES) {
      const asked = { ...RECORDED, patch: 40, stride: 24, fill };
      const told: number[] = [];
      const swept = await tasks.sweep(asked, { ...context, onProgress: (done) => told.push(done) });
      expect(told).toEqual([16]);
      const peek = await tasks.peek({ ...asked, x: 24, y: 48 }, context);
      expect(peek).toBeCloseTo(swept.scores[2 * 4 + 1], 3);
    }
  }, 60_000);

  it("is not made for a question that was taken back", async () => {
    await expect(tasks.sweep(RECORDED, classifierContext(AbortSignal.abort()) as TaskContext<Swept>)).rejects.toThrow(/abort/i);
  });
});

describe("what the page makes of it", () => {
  it("averages the drops over a pixel by hand: two patches of 96 at stride 16", () => {
    // Places (0, 0), (16, 0), (0, 16), (16, 16); the pixel (8, 100) lies under the third alone, the middle under all.
    const swept = { value: 10, scores: [8, 6, 4, 2] };
    const map = dropMap(swept, 96, 16, 4);
    expect(placesAlong(96, 16)).toBe(2);
    expect(coversOf(8, 100, 96, 16)).toEqual([2]);
    expect(map[100 * SCENE_SIDE + 8]).toBe(6);
    expect(map[56 * SCENE_SIDE + 56]).toBe(5);
    expect(Math.max(...heatOf(map))).toBe(1);
    expect(dropMap(swept, 96, 16, 1)[100 * SCENE_SIDE + 8]).toBeNull();
  });

  it("leaves pixels without a patch cold, and says so: 20 and 24", () => {
    const map = dropMap({ value: 1, scores: new Array<number>(16).fill(0) }, 20, 24, 16);
    expect(map.filter((drop) => drop === null)).toHaveLength(SCENE_SIDE ** 2 - 16 * 400);
  });

  it("ranks a guess among 49 places of the recorded sweep", () => {
    const swept = recordedSweep(RECORDED);
    const scores = swept ? everySecond(swept) : [];
    expect(scores).toHaveLength(49);
    expect(rankOf(scores, scores.indexOf(Math.min(...scores)))).toBe(1);
    expect(recordedSweep({ ...RECORDED, patch: 20 })).toBeNull();
    expect(recordedScene(2)).toBeNull();
    expect(recordedScene(1)?.pixels).toHaveLength(SCENE_SIDE * SCENE_SIDE * 3);
  });
});

describe("the scenes", () => {
  it("of the simulation show two objects of different classes", async () => {
    const atlas = await nodeContext().pictures.atlas("noto");
    for (let scene = 1; scene <= SCENES; scene++) {
      const labels = shownScene(scene, atlas).objects.map(({ label }) => label);
      expect(new Set(labels).size).toBe(2);
    }
  });

  it("of the bank are what was recorded: single, second colour and three at once, to a hundredth", async () => {
    await startBackend();
    const [network, atlas] = await Promise.all([context.models.network("classifier"), nodeContext().pictures.atlas("noto")]);
    for (const line of [BANK[0], BANK[BANK.length - 1]]) {
      const scene = unpackScene(line);
      expect(packScene(scene)).toBe(line);
      const image = networkInput(bankScene(scene.number, atlas).pixels, SCENE_SIDE);
      const hidden = (cells: readonly number[], colour: number) => {
        const data = Float64Array.from(image.data);
        for (const cell of cells)
          for (let c = 0; c < 3; c++)
            for (let y = 0; y < 16; y++)
              for (let x = 0; x < 16; x++)
                data[(c * SCENE_SIDE + 16 * Math.floor(cell / 7) + y) * SCENE_SIDE + 16 * (cell % 7) + x] = colour;
        return subjectOf({ network, image: { shape: image.shape, data }, target: classLogit(scene.label) }).value;
      };
      const off = (score: number, recordedScore: number) => expect(Math.abs(100 * score - recordedScore)).toBeLessThan(0.6);
      off(hidden([], 0), scene.value);
      off(hidden([scene.strong[0]], 0), scene.fine[2 * Math.floor(scene.strong[0] / 7) * 13 + 2 * (scene.strong[0] % 7)]);
      if (scene.other !== "mean") off(hidden([24], scene.other === "black" ? -1.5 : 1.5), scene.coarse[24]);
      off(hidden([scene.strong[0], scene.strong[1]], 0), scene.pairs[0]);
      off(
        hidden(
          choices(8, 3)[9].map((i) => scene.strong[i]),
          0,
        ),
        scene.triples[9],
      );
    }
    expect(TRIPLES).toHaveLength(20);
    expect(rightPlaces).toBeTypeOf("function");
  }, 60_000);
});
