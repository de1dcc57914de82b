import { drawScene, scoreCloud, VOC_CLASSES, type VocClass } from "@/lib/engine/scenes";
import { nmsTrace, softNms } from "@/lib/engine/suppress";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { seeded } from "@/lib/engine/random";
import type { ScoredBox } from "./stageBoxes";

export const DEFAULTS = { t: 0.5, minScore: 0.1, perClass: true, method: "hard", sigma: 0.5, crowd: 0.2, seed: 7 };

export interface Cloud {
  readonly width: number;
  readonly height: number;
  readonly sprites: readonly { readonly cls: VocClass; readonly box: BoxXYXY; readonly flip: boolean }[];
  readonly boxes: readonly ScoredBox[];
}

/** A scene and its score cloud; `crowd` is how much objects may overlap, `minScore` the score threshold before NMS. */
export function makeCloud(seed: number, crowd: number, minScore: number): Cloud {
  const random = seeded(`nms-simulation/${seed}`);
  const classes = random.shuffle(VOC_CLASSES).slice(0, 2);
  const scene = drawScene(random, { width: 360, height: 270, objects: [3, 4], overlap: crowd, classes, size: [0.36, 0.6] });
  const cloud = scoreCloud(random, scene, { perObject: [3, 5], jitter: 0.12, background: 2 });
  const boxes = cloud
    .filter((c) => c.score >= minScore)
    .sort((a, b) => b.score - a.score)
    .map(({ cls, box, score }, i) => ({ id: String.fromCharCode(65 + i), cls, box, score }));
  return { width: scene.width, height: scene.height, sprites: scene.objects, boxes };
}

export type RunStep =
  | { readonly type: "pick"; readonly id: string; readonly score: number }
  | { readonly type: "compare"; readonly by: string; readonly id: string; readonly iou: number; readonly suppressed: boolean };

const flat = (boxes: readonly ScoredBox[]) => boxes.flatMap((b) => b.box);
const classIds = (boxes: readonly ScoredBox[]) => boxes.map((b) => VOC_CLASSES.indexOf(b.cls));

/** Greedy NMS as a list of single steps; pairs that do not touch are left out. */
export function runNms(boxes: readonly ScoredBox[], t: number, perClass: boolean): { steps: RunStep[]; kept: string[] } {
  const rounds = nmsTrace(flat(boxes), boxes.map((b) => b.score), perClass ? classIds(boxes) : null, t);
  return {
    kept: rounds.map((r) => boxes[r.picked].id),
    steps: rounds.flatMap((r): RunStep[] => [
      { type: "pick", id: boxes[r.picked].id, score: r.score },
      ...r.compared.filter((c) => c.iou > 0).map((c): RunStep => ({ type: "compare", by: boxes[r.picked].id, id: boxes[c.index].id, iou: c.iou, suppressed: c.suppressed })),
    ]),
  };
}

/** Soft-NMS: every box's score after all rounds, by id. */
export function runSoftNms(boxes: readonly ScoredBox[], method: "linear" | "gaussian", t: number, sigma: number, perClass: boolean): Map<string, number> {
  const result = softNms(flat(boxes), boxes.map((b) => b.score), { method, iouThreshold: t, sigma, scoreThreshold: 0, classes: perClass ? classIds(boxes) : null });
  return new Map(result.keep.map((index, i) => [boxes[index].id, result.scores[i]]));
}
