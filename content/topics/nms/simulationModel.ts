import { drawScene, scoreCloud, VOC_CLASSES, type VocClass } from "@/lib/engine/scenes";
import { nmsTrace, softNmsTrace } from "@/lib/engine/suppress";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { seeded } from "@/lib/engine/random";
import { letter } from "@/lib/words";

/** A detection by name, as the picture, the run and the captions share it. */
export interface ScoredBox {
  readonly id: string;
  readonly cls: VocClass;
  readonly box: BoxXYXY;
  readonly score: number;
}

/** All of the simulation's state: what the address carries. `step` 0 asks for a guess first. */
export const DEFAULTS = { t: 0.5, minScore: 0.1, perClass: true, method: "hard", sigma: 0.5, crowd: 0.2, seed: 5, step: 0 };
export type Knobs = typeof DEFAULTS;
export type Method = "hard" | "linear" | "gaussian";
export const methodOf = (name: string): Method => (name === "linear" || name === "gaussian" ? name : "hard");

export interface Cloud {
  readonly width: number;
  readonly height: number;
  readonly sprites: readonly { readonly cls: VocClass; readonly box: BoxXYXY; readonly flip: boolean }[];
  readonly boxes: readonly ScoredBox[];
}

/** A scene and its score cloud, best first; `crowd` is how much objects may overlap, `minScore` the score threshold before NMS. */
export function makeCloud(seed: number, crowd: number, minScore: number): Cloud {
  const random = seeded(`nms-simulation/${seed}`);
  const classes = random.shuffle(VOC_CLASSES).slice(0, 2);
  const scene = drawScene(random, { width: 360, height: 270, objects: [3, 4], overlap: crowd, classes, size: [0.36, 0.6] });
  const cloud = scoreCloud(random, scene, { perObject: [3, 5], jitter: 0.12, background: 2, confusion: 0.12 });
  const boxes = cloud
    .sort((a, b) => b.score - a.score)
    // Letters are given before the score threshold, so that a box keeps its name when the knob moves.
    .map(({ cls, box, score }, i) => ({ id: letter(i), cls, box, score }))
    .filter((c) => c.score >= minScore);
  return { width: scene.width, height: scene.height, sprites: scene.objects, boxes };
}

export type RunStep =
  | { readonly type: "pick"; readonly id: string; readonly score: number }
  | {
      readonly type: "compare";
      readonly by: string;
      readonly id: string;
      readonly iou: number;
      readonly suppressed: boolean;
      readonly before: number;
      readonly after: number;
    };

export interface Run {
  readonly steps: readonly RunStep[];
  /** Ids of the survivors, in the order they were taken. */
  readonly kept: readonly string[];
}

/** Where a box stands after some steps. */
export interface Standing {
  readonly score: number;
  readonly fate: "standing" | "kept" | "fallen";
}

/**
 * One suppression written out step by step by the engine; pairs that do not touch are left out. Hard NMS drops above t.
 * Soft-NMS lowers scores (the linear form, from t on) and lets go of a box once its score is below `minScore`.
 */
export function run(
  boxes: readonly ScoredBox[],
  method: Method,
  { t, sigma, perClass, minScore }: Pick<Knobs, "t" | "sigma" | "perClass" | "minScore">,
): Run {
  const flat = boxes.flatMap((b) => b.box);
  const scores = boxes.map((b) => b.score);
  const classes = perClass ? boxes.map((b) => VOC_CLASSES.indexOf(b.cls)) : null;
  const rounds =
    method === "hard"
      ? nmsTrace(flat, scores, classes, t).map(({ picked, score, compared }) => ({
          picked,
          score,
          seen: compared.map((c) => ({ ...c, before: scores[c.index], after: scores[c.index] })),
        }))
      : softNmsTrace(flat, scores, { method, iouThreshold: t, sigma, scoreThreshold: minScore, classes }).map(
          ({ picked, score, rescored }) => ({ picked, score, seen: rescored.map(({ dropped, ...c }) => ({ ...c, suppressed: dropped })) }),
        );
  return {
    kept: rounds.map((round) => boxes[round.picked].id),
    steps: rounds.flatMap(({ picked, score, seen }): RunStep[] => [
      { type: "pick", id: boxes[picked].id, score },
      ...seen
        .filter((c) => c.iou > 0)
        .map(({ index, iou, suppressed, before, after }): RunStep => ({
          type: "compare",
          by: boxes[picked].id,
          id: boxes[index].id,
          iou,
          suppressed,
          before,
          after,
        })),
    ]),
  };
}

/** Score and fate of every box after the first `count` steps. */
export function standingAfter(boxes: readonly ScoredBox[], steps: readonly RunStep[], count: number): Map<string, Standing> {
  const standing = new Map(boxes.map((b): [string, Standing] => [b.id, { score: b.score, fate: "standing" }]));
  for (const step of steps.slice(0, count)) {
    if (step.type === "pick") standing.set(step.id, { score: step.score, fate: "kept" });
    else standing.set(step.id, { score: step.after, fate: step.suppressed ? "fallen" : "standing" });
  }
  return standing;
}
