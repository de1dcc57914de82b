import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { iou } from "@/lib/engine/boxes";
import { YOLO_HEAD } from "@/lib/engine/detectors/yolo/layers";
import { decodeYolo } from "@/lib/engine/match";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { readAtlas } from "@/lib/engine/scenes/emoji";
import { nodeContext } from "@/scripts/tasks/context";
import { detectorContext, recordingOf } from "@/scripts/tasks/yolo";
import { startBackend } from "@/scripts/training/backend";
import { B, C, S, SCENES, type Looked } from "./looked";
import recorded from "./recorded.json" with { type: "json" };
import { recordedAnswer, recordedLook } from "./recording";
import { boxAtCell, cellOf, detectionsOf, finderOf, guessedCells, likeliest, numbersAt, placesOf, valuesAt } from "./simulationModel";
import { shownScene, tasks } from "./tasks";

const looked = recordedLook();
const USUAL = { slots: "both", cut: 0.15, overlap: 0.5, by: "product" };
const DOG = VOC_CLASSES.indexOf("dog");
const ASKED = { scene: 1, dx: 0, dy: 0 };

describe("the recorded picture", () => {
  it("has three objects, each found by its own cell with an IoU above .6", () => {
    const { kept } = detectionsOf(looked.grid, USUAL);
    expect(looked.objects.map(({ label }) => VOC_CLASSES[label])).toEqual(["dog", "boat", "bottle"]);
    for (const object of looked.objects) {
      expect(finderOf(object, kept)).toBe("own");
      expect(Math.max(...kept.filter(({ label }) => label === object.label).map(({ box }) => iou(box, object.box)))).toBeGreaterThan(0.6);
    }
    expect(recordedAnswer({ ...ASKED, dx: 1 })).toBeNull();
    expect(recordedAnswer({ ...ASKED, scene: 2 })).toBeNull();
  });

  it("holds four cells to guess about, of which the centre's alone is sure of anything", () => {
    const cells = guessedCells(looked.objects[0].box);
    expect(new Set(cells).size).toBe(4);
    const sure = (cell: number) => Math.max(numbersAt(looked.grid, cell, 0).confidence, numbersAt(looked.grid, cell, 1).confidence);
    const right = cellOf(looked.objects[0].box);
    expect(cells).toContain(right);
    expect(sure(right)).toBeGreaterThan(0.4);
    for (const cell of cells.filter((each) => each !== right)) expect(sure(cell)).toBeLessThan(0.1);
    expect(likeliest(looked.grid, right).cls).toBe(DOG);
  });
});

describe("what is made of the grid", () => {
  it("is what the engine decodes", () => {
    const grid = Float64Array.from(looked.grid);
    const engine = decodeYolo(grid, YOLO_HEAD, { score: USUAL.cut, nms: USUAL.overlap });
    const ours = detectionsOf(looked.grid, USUAL);
    expect(ours.passed).toBe(engine.candidates);
    expect(ours.kept.map(({ label, score }) => [label, score.toFixed(5)])).toEqual(
      engine.detections.map(({ label, score }) => [label, score.toFixed(5)]),
    );
    ours.kept.forEach(({ box }, i) => box.forEach((value, k) => expect(value).toBeCloseTo(engine.detections[i].box[k], 3)));
  });

  it("has 98 boxes, half of them in a slot, and one set of class values a cell", () => {
    expect(placesOf("both")).toHaveLength(S * S * B);
    expect(placesOf("2").every(({ slot }) => slot === 1)).toBe(true);
    expect(placesOf("1")).toHaveLength(S * S);
    expect(valuesAt(looked.grid, 23)).toHaveLength(C);
    expect(looked.grid.length).toBe(1470);
  });

  it("scores by confidence alone where that is asked, and lets all pass without NMS", () => {
    const alone = detectionsOf(looked.grid, { ...USUAL, by: "confidence" }).kept[0];
    expect(alone.score).toBeCloseTo(numbersAt(looked.grid, alone.cell, alone.slot).confidence, 6);
    const { passed, kept } = detectionsOf(looked.grid, { ...USUAL, overlap: 1 });
    expect(kept).toHaveLength(passed);
    expect(detectionsOf(looked.grid, USUAL).kept.length).toBeLessThan(passed);
  });

  it("measures a box's centre in its cell and its size in the picture", () => {
    const { x, y, w, h } = numbersAt(looked.grid, 23, 0);
    const box = boxAtCell(looked.grid, 23, 0);
    [(2 + x) * 16 - 56 * w, (3 + y) * 16 - 56 * h, (2 + x) * 16 + 56 * w, (3 + y) * 16 + 56 * h].forEach((value, i) =>
      expect(box[i]).toBeCloseTo(value, 4),
    );
  });
});

describe("the live answer", () => {
  it("is not computed for a place that was left", async () => {
    const node = nodeContext(AbortSignal.abort());
    const detector = { detect: () => Promise.reject(new Error("computed all the same")) };
    const context = { ...node, models: { ...node.models, detector: async () => detector as never } };
    await expect(tasks.look(ASKED, context)).rejects.toThrow(/abort/i);
  });

  it("is what was recorded; a moved object is answered for by the next cell, and shares a cell badly", { timeout: 120_000 }, async () => {
    await startBackend();
    const context = detectorContext();
    const look = (scene: number, dx: number, dy = 0): Promise<Looked> => tasks.look({ scene, dx, dy }, context);
    const live = await look(1, 0);
    expect(recordingOf(live).objects).toEqual(recorded.objects);
    Array.from(live.grid).forEach((value, i) => expect(Math.abs(value - looked.grid[i])).toBeLessThan(0.002));
    const own = ({ objects, grid }: Looked) => ({
      cell: cellOf(objects[0].box),
      finder: finderOf(objects[0], detectionsOf(grid, USUAL).kept),
    });
    // The centre is in the next cell from the third pixel on; the network follows by the sixth.
    const [two, three, six] = [own(await look(1, 2)), own(await look(1, 3)), own(await look(1, 6))];
    expect(three.cell).toBe(two.cell + 1);
    expect([two.finder, three.finder, six.finder]).toEqual(["own", "neighbour", "own"]);
    // Two objects in one cell: none is found; two cells apart both are.
    const both = ({ objects, grid }: Looked) => objects.map((object) => finderOf(object, detectionsOf(grid, USUAL).kept) !== "missed");
    const [shared, apart] = [await look(4, 0), await look(4, -32)];
    expect(new Set(shared.objects.map(({ box }) => cellOf(box))).size).toBe(1);
    expect(both(shared).filter(Boolean)).toHaveLength(0);
    expect(both(apart)).toEqual([true, true]);
  });

  it("is of the recorded picture, and every scene has a movable object that stays in the picture", async () => {
    const atlas = await readAtlas(readFileSync("public/emojivoc/noto.bin"));
    expect(shownScene(ASKED, atlas).pixels).toEqual(looked.pixels);
    for (let scene = 1; scene <= SCENES; scene++)
      for (const by of [-40, 40]) expect(shownScene({ scene, dx: by, dy: by }, atlas).objects.length).toBeGreaterThan(0);
  });
});
