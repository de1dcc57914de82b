import { describe, expect, it } from "vitest";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { nodeContext } from "@/scripts/tasks/context";
import { recordingOf } from "@/scripts/tasks/filter-weights";
import { cardPixels, faded } from "./cards";
import { answersOf, GUESSED } from "./Guess";
import { LAYERS, type Asked } from "./looked";
import recorded from "./recorded.json" with { type: "json" };
import { RECORDED, recordedAnswer, recordedLook } from "./recording";
import { byChannel, colourOf, greyOf, loudest, productsAt, shownMap, wallOf } from "./simulationModel";
import { tasks } from "./tasks";

const look = (asked: Partial<Asked> = {}) => tasks.look({ ...RECORDED, ...asked }, nodeContext());
const most = (map: ArrayLike<number>) => map[loudest(map)];

describe("the recorded look", () => {
  it("is what the task gives", async () => {
    const live = await look();
    expect(recordingOf(live)).toEqual(recorded);
    const kept = recordedLook();
    expect(kept.read).toEqual(live.read);
    expect(loudest(kept.map)).toBe(loudest(live.map));
    Array.from(live.map).forEach((value, i) => expect(Math.abs(kept.map[i] - value)).toBeLessThan(0.15));
    expect(recordedAnswer({ ...RECORDED, contrast: 0.5 })).toBeNull();
  });

  it("is answered loudest by the filter that the guess is about, far before the other three", () => {
    const answers = answersOf();
    expect(GUESSED[answers.indexOf(Math.max(...answers))]).toBe(RECORDED.filter);
    expect([...answers].sort((a, b) => b - a)[1]).toBeLessThan(Math.max(...answers) / 2);
  });
});

describe("a look", () => {
  it("turns with the edge: each of the four filters has its direction", async () => {
    for (const [eighths, filter] of [
      [0, 7],
      [2, 16],
      [4, 9],
      [6, 6],
    ] as const) {
      const answers = await Promise.all(GUESSED.map(async (each) => most((await look({ eighths, filter: each })).map)));
      expect(GUESSED[answers.indexOf(Math.max(...answers))], `${eighths}`).toBe(filter);
    }
  });

  it("goes by the contrast, less the bias; with none only the bias is left", async () => {
    const [whole, half, none] = await Promise.all([1, 0.5, 0].map((contrast) => look({ picture: "1", contrast })));
    for (const i of [0, 900, 2000]) expect(half.map[i] - half.bias).toBeCloseTo((whole.map[i] - whole.bias) / 2, 4);
    expect(Array.from(none.map).every((value) => Math.abs(value - none.bias) < 1e-6)).toBe(true);
  });

  it("has products that add up to its responses, in every layer", async () => {
    for (const [i, { name, reads, filters }] of LAYERS.entries()) {
      const looked = await look({ picture: "2", layer: i + 1, filter: 3 });
      expect([looked.reads, looked.kernels.length], name).toEqual([reads, reads * 9]);
      for (const cell of [0, loudest(looked.map), looked.side ** 2 - 1]) {
        const products = productsAt(looked, cell);
        const sum = products.reduce((all, { product }) => all + product, looked.bias);
        expect(Math.abs(sum - looked.map[cell]), name).toBeLessThan(1e-3);
        expect(byChannel(products, reads).reduce((a, b) => a + b, looked.bias)).toBeCloseTo(sum, 6);
      }
      const { layers } = await nodeContext().models.network("classifier");
      expect(layers.find((layer) => layer.name === name)?.shape[0]).toBe(filters);
    }
  });

  it("is not computed for a question that was taken back", async () => {
    await expect(tasks.look(RECORDED, nodeContext(AbortSignal.abort()))).rejects.toThrow(/abort/i);
  });
});

describe("the pictures", () => {
  it("have grey for 0, white and black for the largest size", () => {
    expect([...greyOf([0, 2, -2])]).toEqual([128, 128, 128, 255, 255, 255, 0, 0, 0]);
    expect([...colourOf([1, ...Array.from({ length: 26 }, () => 0)]).slice(0, 3)]).toEqual([255, 128, 128]);
    expect(wallOf(recordedLook()).count).toBe(16);
  });

  it("show cards: dark on the left, eight fields, a checker", () => {
    const at = (pixels: Uint8Array, x: number, y: number) => [...pixels.slice((y * SCENE_SIDE + x) * 3, (y * SCENE_SIDE + x) * 3 + 3)];
    const edge = cardPixels("edge", 0, 8);
    expect([at(edge, 54, 9), at(edge, 55, 9)]).toEqual([
      [0, 0, 0],
      [255, 255, 255],
    ]);
    expect(at(cardPixels("fields", 0, 8), 111, 111)).toEqual([0, 0, 0]);
    const checker = cardPixels("checker", 0, 8);
    expect([at(checker, 3, 0)[0], at(checker, 4, 0)[0], at(checker, 4, 4)[0]]).toEqual([255, 0, 255]);
    expect([...faded(Uint8Array.of(0, 255), 0)]).toEqual([128, 128]);
  });

  it("show a map with and without its bias and ReLU", () => {
    const looked = { ...recordedLook(), bias: 1, map: Float32Array.of(3, -2) };
    expect([...shownMap(looked, true, false)]).toEqual([3, -2]);
    expect([...shownMap(looked, false, false)]).toEqual([2, -3]);
    expect([...shownMap(looked, true, true)]).toEqual([3, 0]);
  });
});
