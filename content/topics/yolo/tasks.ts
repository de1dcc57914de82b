import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { yoloGrid } from "@/lib/engine/detectors/yolo/grid";
import { VOC_CLASSES, type VocClass } from "@/lib/engine/scenes";
import { placedScene, SCENE_SIDE, type Atlas, type Background, type PlacedItem, type PlacedScene } from "@/lib/engine/scenes/emoji";
import type { Asked, Looked } from "./looked";

interface Preset {
  readonly background: Background;
  /** From the bottom to the top. */
  readonly items: readonly PlacedItem[];
  /** The item that can be moved. */
  readonly moves: number;
}

const item = (cls: VocClass, cx: number, cy: number, size: number): PlacedItem => ({
  label: VOC_CLASSES.indexOf(cls),
  sprite: 0,
  cx,
  cy,
  size,
});

/** The simulation's scenes. In the fourth one two objects share a cell, in the fifth the objects are small. */
const PRESETS: readonly Preset[] = [
  { background: "flat", items: [item("dog", 46, 61, 50), item("boat", 86, 26, 38), item("bottle", 90, 84, 40)], moves: 0 },
  { background: "horizon", items: [item("bus", 34, 38, 50), item("motorbike", 82, 44, 40), item("train", 60, 88, 44)], moves: 0 },
  { background: "gradient", items: [item("sheep", 30, 34, 38), item("sheep", 82, 40, 38), item("cow", 54, 84, 48)], moves: 0 },
  { background: "flat", items: [item("sofa", 56, 56, 72), item("bottle", 56, 56, 30)], moves: 1 },
  {
    background: "paper",
    items: [
      item("bird", 22, 24, 22),
      item("bird", 54, 24, 22),
      item("bird", 88, 26, 22),
      item("bird", 36, 64, 22),
      item("bird", 72, 66, 22),
    ],
    moves: 0,
  },
  { background: "horizon", items: [item("horse", 36, 56, 54), item("person", 84, 60, 60)], moves: 0 },
];

const inside = (value: number) => Math.min(SCENE_SIDE, Math.max(0, value));

export function shownScene({ scene, dx, dy }: Asked, atlas: Atlas): PlacedScene {
  const { background, items, moves } = PRESETS[scene - 1];
  const moved = items.map((each, i) => (i === moves ? { ...each, cx: inside(each.cx + dx), cy: inside(each.cy + dy) } : each));
  return placedScene(moved, { atlases: [atlas], background, seed: `yolo/${scene}` });
}

export const tasks = defineTasks({
  /** YOLO over one scene: one pass, 1,470 numbers. */
  async look(asked: Asked, { models, pictures, pause }: TaskContext): Promise<Looked> {
    const [detector, atlas] = await Promise.all([models.detector("yolo"), pictures.atlas("noto")]);
    const { pixels, drawing, objects, items } = shownScene(asked, atlas);
    await pause();
    const [{ parts }] = await detector.detect([pixels]);
    const moves = items.indexOf(PRESETS[asked.scene - 1].moves);
    const order = objects.map((_, i) => i).sort((a, b) => Number(b === moves) - Number(a === moves));
    return {
      pixels,
      drawing,
      objects: order.map((i) => ({ label: objects[i].label, box: objects[i].box })),
      grid: Float32Array.from(yoloGrid(parts.grid)),
    };
  },
});
