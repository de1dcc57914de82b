import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { pairwiseIou } from "@/lib/engine/boxes";
import { errorSplit } from "@/lib/engine/evaluate";
import type { BankRun, BankScene } from "./bank";

export const RACE_ERRORS = ["none", "missed", "class", "box", "double", "alarm"] as const;
/** How a detector mainly errs on one scene. "box": right name, IoU below .5. "alarm": a box where nothing of the kind is. */
export type RaceError = (typeof RACE_ERRORS)[number];

export interface Found {
  readonly label: number;
  readonly score: number;
  readonly box: BoxXYXY;
}

export interface RaceObject {
  readonly label: number;
  readonly box: BoxXYXY;
}

export interface Runner {
  readonly name: string;
  readonly passes: number;
  /** Million multiplications. */
  readonly cost: number;
  readonly found: readonly Found[];
}

export interface Instance {
  readonly scene: number;
  readonly seed: string;
  readonly objects: readonly RaceObject[];
  readonly runners: readonly Runner[];
  /** Whether the kinds of errors are asked for. */
  readonly asksErrors: boolean;
}

/** What only the grader knows: where the objects are and what each runner found. */
export type Truth = Pick<Instance, "objects" | "runners">;

/** What a learner may see: the picture and who runs. */
export interface View {
  readonly scene: number;
  readonly seed: string;
  readonly objects: number;
  readonly runners: readonly string[];
  readonly asksErrors: boolean;
}

/** One runner's result, in the order of the replay: the cheapest first. */
export interface Step {
  readonly runner: string;
  readonly passes: number;
  readonly cost: number;
  readonly hits: number;
  /** What each detection is. */
  readonly kinds: readonly (RaceError | "hit")[];
  /** Objects neither found nor nearly found. */
  readonly missed: readonly number[];
  /** The most frequent kinds of errors; several when they tie. */
  readonly main: readonly RaceError[];
}

const FROM_SPLIT = {
  "true positive": "hit",
  localisation: "box",
  class: "class",
  duplicate: "double",
  background: "alarm",
  both: "alarm",
} as const;

/** What a runner did on the scene, by the engine's error split at IoU .5. */
export function judge({ objects }: Pick<Instance, "objects">, { name, passes, cost, found }: Runner): Step {
  const split = errorSplit(
    objects.map(({ label, box }) => ({ image: 0, label, box })),
    found.map(({ label, box, score }) => ({ image: 0, label, box, score })),
  );
  const kinds = split.detections.map(({ kind }): RaceError | "hit" => FROM_SPLIT[kind]);
  const counts = RACE_ERRORS.map((error) =>
    error === "none" ? 0 : error === "missed" ? split.missed.length : kinds.filter((kind) => kind === error).length,
  );
  const most = Math.max(...counts);
  return {
    runner: name,
    passes,
    cost,
    hits: kinds.filter((kind) => kind === "hit").length,
    kinds,
    missed: split.missed,
    main: most === 0 ? ["none"] : RACE_ERRORS.filter((_, i) => counts[i] === most),
  };
}

/** All runners' results, the cheapest first. */
export const results = (instance: Instance): Step[] =>
  instance.runners.map((runner) => judge(instance, runner)).sort((a, b) => a.cost - b.cost);

export function objectsOf({ objects }: BankScene): RaceObject[] {
  return Array.from({ length: objects.length / 5 }, (_, i) => {
    const [label, x1, y1, x2, y2] = objects.slice(i * 5, i * 5 + 5);
    return { label, box: [x1, y1, x2, y2] };
  });
}

export function runnerOf({ model, passes, cost, found }: BankRun): Runner {
  return {
    name: model,
    passes,
    cost,
    found: Array.from({ length: found.length / 6 }, (_, i) => {
      const [label, score, x1, y1, x2, y2] = found.slice(i * 6, i * 6 + 6);
      return { label, score, box: [x1, y1, x2, y2] };
    }),
  };
}

/** IoUs at which the error split decides. */
const EDGES = [0.1, 0.5];

/** Distance of the nearest overlap of a detection and an object from an IoU at which the verdict changes. */
export function slackOf({ objects, runners }: Pick<Instance, "objects" | "runners">): number {
  let slack = Infinity;
  for (const { found } of runners) {
    for (const overlap of pairwiseIou(
      found.flatMap(({ box }) => [...box]),
      objects.flatMap(({ box }) => [...box]),
    )) {
      for (const edge of EDGES) slack = Math.min(slack, Math.abs(overlap - edge));
    }
  }
  return slack;
}
