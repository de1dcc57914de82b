import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { drawScene, type SceneObject } from "@/lib/engine/scenes";
import { XP_FROM } from "@/lib/challenges/score";
import { blindOf, coverageTable, reachesAbove, reachOf, scoreOf, type Rules } from "./coverage";
import { shapesOf, type Choice } from "./path";
import { pointsOf, TOTAL } from "./points";
import { beliefs, blind } from "./rivals";

/** A scene and the anchors that may be bought for it. */
export interface Instance extends Rules {
  readonly objects: readonly SceneObject[];
}

/** The smallest distance of any object's IoU with any shape from the IoU that counts as found. */
export const MARGIN = 1e-4;
/** The optimum must beat a blind pick by this much, or there is nothing to choose. */
const WORTH = 0.12;

type Menu = Omit<Rules, "width" | "height">;
const THIN = [
  [1, 3],
  [1, 2],
  [1, 1],
  [2, 1],
  [3, 1],
] as const;
const PLAIN = [
  [1, 2],
  [1, 1],
  [2, 1],
] as const;
const FINE = [32, 48, 64, 96, 128, 192] as const;

/** What each level offers: more objects, more shapes to choose from, a stricter IoU; at 5 every anchor is bought singly. */
const MENUS: Readonly<Record<Level, Menu & { readonly count: readonly [number, number] }>> = {
  1: { stride: 32, scales: [32, 64, 128, 192], ratios: PLAIN, budget: 2, threshold: 50, mode: "product", count: [2, 3] },
  2: { stride: 32, scales: [32, 64, 96, 128, 192], ratios: PLAIN, budget: 3, threshold: 50, mode: "product", count: [3, 4] },
  3: { stride: 32, scales: FINE, ratios: THIN, budget: 4, threshold: 50, mode: "product", count: [4, 6] },
  4: { stride: 32, scales: FINE, ratios: THIN, budget: 6, threshold: 60, mode: "product", count: [5, 7] },
  5: {
    stride: 16,
    scales: FINE,
    ratios: [
      [1, 2],
      [1, 1],
      [2, 1],
      [3, 1],
    ],
    budget: 4,
    threshold: 70,
    mode: "shapes",
    count: [5, 7],
  },
};

/** The mean of its round points from which a score earns a star: what rounds to half of the way from the blind pick to the search. */
const HALF = (XP_FROM - 0.5) / TOTAL;
/** Far above any rounding of a score. */
const SURELY = 1e-9;

/**
 * Whether something that is bought without a look surely earns, seen without the whole search: when nothing reaches so high that half
 * of the way there is more than it scores. Nineteen of twenty drafts end here.
 */
function surelyEarns(view: Instance): boolean {
  const [table, low] = [coverageTable(view), blindOf(view)];
  const high = Math.max(...unseenOf(view).map((choice) => scoreOf(view, table, shapesOf(view, choice))));
  return high > low && !reachesAbove(view, low + (high - low) / HALF - SURELY);
}

const unseenOf = (view: Instance): Choice[] => [...blind.constants(view), blind.quota(view), blind.startingValues(view)];

/** Nobody who holds a wrong idea passes, and nothing that is bought without a look at the picture earns anything. */
function fair(view: Instance, level: Level): boolean {
  const points = (choice: Choice) => pointsOf(view, shapesOf(view, choice));
  return nobodyEarns(unseenOf(view), points) && nobodyPasses(beliefs, view, level, points);
}

/** Draws a scene of a level; draws again while a decision stands on a knife's edge or the choice hardly matters. */
export function drawInstance(seed: string, level: Level): Instance {
  const { count, ...menu } = MENUS[level];
  return redraw({
    kind: "place-anchors",
    seed,
    level,
    draw: ({ part }): Instance | null => {
      const { width, height, objects } = drawScene(part("objects"), {
        width: 480,
        height: 320,
        objects: count,
        size: [0.12, 0.75],
        overlap: 0.15,
      });
      return objects.length < count[0] ? null : { ...menu, width, height, objects };
    },
    slack: slackOf,
    margin: MARGIN,
    accept: (view) => {
      if (surelyEarns(view)) return false;
      const { blind: low, most } = reachOf(view);
      return most.score - low >= WORTH && fair(view, level);
    },
  });
}

/** Distance of the nearest IoU from the threshold, over all objects and all shapes on offer. */
export function slackOf(instance: Instance): number {
  const t = instance.threshold / 100;
  let least = Infinity;
  for (const { ious } of coverageTable(instance)) for (const iou of ious) least = Math.min(least, Math.abs(iou - t));
  return least;
}
