import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { iou } from "@/lib/engine/boxes";
import { decodeCenterNet, type CenterNetMaps } from "@/lib/engine/detectors/centernet/maps";
import { gaussianRadius } from "@/lib/engine/match";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { readAtlas, TRAIN_STYLES, type Atlas } from "@/lib/engine/scenes/emoji";
import { detectorContext } from "@/scripts/tasks/detectors";
import { nodeContext } from "@/scripts/tasks/context";
import { recordingOf } from "@/scripts/tasks/objects-as-points";
import { startBackend } from "@/scripts/training/backend";
import { CELLS, CLASSES, SCENES, SIDE, type Looked } from "./looked";
import recorded from "./recorded.json" with { type: "json" };
import { recordedAnswer, recordedLook } from "./recording";
import { besideOf, boxAt, decoded, EVERY, fitOf, heatOf, targetOf, windowOf } from "./simulationModel";
import { shownScene, tasks } from "./tasks";

const looked = recordedLook();
const USUAL = { cls: EVERY, cut: 0.3, window: 3, keep: 100, nms: false, beside: 0 };
const COW = VOC_CLASSES.indexOf("cow");
const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
const mapsOf = ({ heatmap, offset, size }: Looked): CenterNetMaps => ({
  heatmap: { shape: [CLASSES, SIDE, SIDE], data: Float64Array.from(heatmap) },
  offset: { shape: [2, SIDE, SIDE], data: Float64Array.from(offset) },
  size: { shape: [2, SIDE, SIDE], data: Float64Array.from(size) },
});

describe("the recorded picture", () => {
  it("has four objects, each a single peak without any NMS, each well placed", () => {
    expect(looked.objects.map(({ label }) => VOC_CLASSES[label])).toEqual(["chair", "cow", "train", "cow"]);
    const { kept, peaks } = decoded(looked, USUAL);
    expect(peaks).toBe(4);
    for (const { label, box } of looked.objects) {
      const hits = kept.filter((each) => each.label === label && iou(each.box, box) >= 0.5);
      expect(hits).toHaveLength(1);
      expect(iou(hits[0].box, box)).toBeGreaterThan(0.8);
    }
    expect(recordedAnswer(2)).toBeNull();
  });

  it("holds many hot cells of cows, of which the 3×3 leaves two and no comparison leaves all", () => {
    const cows = { ...USUAL, cls: COW };
    const { hot, peaks } = decoded(looked, cows);
    expect(hot).toBeGreaterThan(5);
    expect(peaks).toBe(2);
    expect(decoded(looked, { ...cows, window: 1 }).peaks).toBe(hot);
    expect(new Set([1, peaks, 5, hot]).size).toBe(4);
  });

  it("loses a box's fit cell by cell where it is read beside the peak", () => {
    const fits = [0, 1, 2, 3].map((beside) => mean(decoded(looked, { ...USUAL, beside }).kept.map((found) => fitOf(looked, found))));
    expect(fits[0]).toBeGreaterThan(0.8);
    expect(fits[3]).toBeLessThan(0.65);
    expect([...fits].sort((a, b) => b - a)).toEqual(fits);
  });
});

describe("what is made of the maps", () => {
  it("is what the engine decodes, with its NMS and without", () => {
    for (const nms of [false, true]) {
      const engine = decodeCenterNet(mapsOf(looked), { score: USUAL.cut, topK: 100, overlap: nms ? 0.6 : 1 });
      const { kept } = decoded(looked, { ...USUAL, nms });
      expect(kept.map(({ label, score }) => [label, score.toFixed(5)])).toEqual(
        engine.map(({ label, score }) => [label, score.toFixed(5)]),
      );
      kept.forEach(({ box }, i) => box.forEach((value, k) => expect(value).toBeCloseTo(engine[i].box[k], 4)));
    }
  });

  it("keeps the best k, and shows for all classes the largest value of each cell", () => {
    expect(decoded(looked, { ...USUAL, keep: 2 }).kept).toEqual(decoded(looked, USUAL).kept.slice(0, 2));
    const each = Array.from({ length: CLASSES }, (_, k) => heatOf(looked.heatmap, k));
    heatOf(looked.heatmap, EVERY).forEach((value, cell) => expect(value).toBe(Math.max(...each.map((heat) => heat[cell]))));
  });

  it("has windows that end at the map's border, and reads on the other side there", () => {
    expect(windowOf(0, 1)).toEqual([null, null, null, null, 0, 1, null, SIDE, SIDE + 1]);
    expect([besideOf(0, 2), besideOf(SIDE - 1, 2)]).toEqual([2, SIDE - 3]);
    expect(boxAt(looked, 0)).toHaveLength(4);
  });

  it("has targets of exactly 1 at each centre, wider by the released code", () => {
    const right = targetOf(looked, EVERY, "geometric", 0.7);
    expect(right.heat.filter((value) => value === 1)).toHaveLength(4);
    const released = targetOf(looked, EVERY, "released", 0.7);
    released.radii.forEach(({ radius }, i) => expect(radius).toBeGreaterThan(right.radii[i].radius));
    const [x1, y1, x2, y2] = looked.objects[0].box;
    expect(right.radii[0].radius).toBe(Math.floor(gaussianRadius(Math.ceil((y2 - y1) / 4), Math.ceil((x2 - x1) / 4))));
  });
});

describe("the live answer", () => {
  let atlases: Atlas[];
  beforeAll(async () => {
    atlases = await Promise.all(TRAIN_STYLES.map((style) => readAtlas(readFileSync(`public/emojivoc/${style}.bin`))));
  });

  it("is not computed for a place that was left", async () => {
    const node = nodeContext(AbortSignal.abort());
    const detector = { detect: () => Promise.reject(new Error("computed all the same")) };
    const context = { ...node, models: { ...node.models, detector: async () => detector as never } };
    await expect(tasks.look({ scene: 1 }, context)).rejects.toThrow(/abort/i);
  });

  it("is what was recorded; in the sixth scene an aeroplane is found twice, until 5×5 or an NMS", { timeout: 120_000 }, async () => {
    await startBackend();
    const live = await tasks.look({ scene: 1 }, detectorContext());
    const again = await recordingOf(live);
    expect([again.seen, again.drawing, again.objects]).toEqual([recorded.seen, recorded.drawing, recorded.objects]);
    for (const part of ["heatmap", "offset", "size"] as const)
      Array.from(live[part]).forEach((value, i) => expect(Math.abs(value - looked[part][i])).toBeLessThan(0.002));
    const sixth = await tasks.look({ scene: 6 }, detectorContext());
    const planes = (change: Partial<typeof USUAL>) =>
      decoded(sixth, { ...USUAL, ...change }).kept.filter(({ label }) => VOC_CLASSES[label] === "aeroplane").length;
    expect([planes({}), planes({ window: 5 }), planes({ nms: true })]).toEqual([2, 1, 1]);
  });

  it("has scenes with objects in each", () => {
    for (let scene = 1; scene <= SCENES; scene++) expect(shownScene(scene, atlases).objects.length).toBeGreaterThan(1);
    expect(heatOf(looked.heatmap, COW)).toHaveLength(CELLS);
  });
});
