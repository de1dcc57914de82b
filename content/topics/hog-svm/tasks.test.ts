import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { HOG_SVM } from "@/lib/engine/detectors/hog-svm/detect.gpu";
import { hog } from "@/lib/engine/propose";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { nodeContext } from "@/scripts/tasks/context";
import { recordingOf } from "@/scripts/tasks/hog";
import { changedImage, cropOf, SCENES } from "./described";
import { RECORDED, recordedAnswer } from "./recording";
import { windowPlace } from "./ScanPanel";
import { tasks } from "./tasks";

describe("a picture described", () => {
  it("is what was recorded, and its negative has the same bars", async () => {
    const live = await tasks.describe(RECORDED, nodeContext());
    expect(recordingOf(live)).toEqual(JSON.parse(readFileSync("content/topics/hog-svm/recorded.json", "utf8")));
    const negative = await tasks.describe({ ...RECORDED, invert: true }, nodeContext());
    expect(negative.cells).toEqual(live.cells);
    expect(negative.changed).toBe(0);
    const recorded = recordedAnswer({ ...RECORDED, invert: true });
    expect(recorded?.pixels).toEqual(live.pixels);
    expect(Math.max(...(recorded?.cells ?? []).map((v, i) => Math.abs(v - live.cells[i])))).toBeLessThan(0.01);
    expect(recordedAnswer({ ...RECORDED, bins: 8 })).toBeNull();
  });

  it("moves with the contrast only where no block is normalised, and with the negative only where signs count", async () => {
    const half = { ...RECORDED, contrast: 0.5 };
    expect((await tasks.describe(half, nodeContext())).changed).toBeLessThan(1e-6);
    expect((await tasks.describe({ ...half, norm: "none" }, nodeContext())).changed).toBeCloseTo(0.5, 6);
    expect((await tasks.describe({ ...RECORDED, invert: true, signed: true }, nodeContext())).changed).toBeGreaterThan(0.5);
  });

  it("is not described for a question that was taken back", async () => {
    await expect(tasks.describe(RECORDED, nodeContext(AbortSignal.abort()))).rejects.toThrow();
  });

  it("has in a crop of a cell the gradients of the whole picture, at its edges too", async () => {
    const { pixels } = await tasks.describe(RECORDED, nodeContext());
    const image = changedImage(pixels, { contrast: 0.7, invert: true, turned: true });
    const whole = hog(image).gradient;
    for (const [row, column] of [
      [0, 0],
      [6, 5],
      [13, 13],
    ]) {
      const { image: cut, left, top } = cropOf(image, [8 * column, 8 * row, 8 * column + 8, 8 * row + 8]);
      const { gradient } = hog(cut, { pixelsPerCell: [cut.height, cut.width], cellsPerBlock: [1, 1] });
      for (let i = 0; i < 64; i++) {
        const [y, x] = [Math.floor(i / 8), i % 8];
        const at = (8 * row + y) * SCENE_SIDE + 8 * column + x;
        expect(gradient.magnitude[(top + y) * cut.width + left + x]).toBeCloseTo(whole.magnitude[at], 9);
      }
    }
  });
});

describe("the sliding window", () => {
  it("finds an object in the first four scenes and none in the others, and stands at its best place", async () => {
    const file = JSON.parse(readFileSync("public/models/hog-svm/model.json", "utf8")) as ModelFile;
    const detector = HOG_SVM.load(unpackModel(file, readFileSync("public/models/hog-svm/weights.bin")));
    const node = nodeContext();
    const context = { ...node, models: { ...node.models, detector: async () => detector } };
    for (let scene = 1; scene <= SCENES; scene++) {
      const scanned = await tasks.scan({ scene }, context);
      expect(scanned.found > 0, `scene ${scene}`).toBe(scene <= 4);
      const best = windowPlace(scanned, { level: 1, peak: true, across: 0, down: 0 });
      expect(best.score).toBe(Math.max(...scanned.levels[0].scores));
      const last = windowPlace(scanned, { level: 99, peak: false, across: 100, down: 100 });
      expect([last.row, last.column]).toEqual([last.level.rows - 1, last.level.columns - 1]);
    }
  });
});
