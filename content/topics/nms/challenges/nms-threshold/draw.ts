import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import { distinctScores, drawScene, scatter, VOC_CLASSES, type SceneObject } from "@/lib/engine/scenes";
import { offChoice, rightChoices, slackOf, stepAt, windowOf, type Instance } from "./instance";

const WIDTH = 360;
const HEIGHT = 270;
/** No IoU lies closer to a choice: rounded to hundredths, as the board shows it, it is never equal to one. */
export const MARGIN = 0.006;
/** The narrowest stretch of right thresholds. */
export const NARROWEST = 0.07;
/** Two boxes closer than this cannot be told apart on a phone. */
const TOO_ALIKE = 0.92;

/** Objects of different pairs overlap at most this much. */
const APART = 0.04;

/** Objects, candidates per object, and the width of the stretch of thresholds that are right: more of them to measure with each level. */
const RULES: Readonly<
  Record<
    Level,
    {
      readonly objects: readonly [number, number];
      readonly per: readonly [number, number];
      readonly width: readonly [number, number];
      readonly size: readonly [number, number];
    }
  >
> = {
  1: { objects: [2, 2], per: [2, 2], width: [NARROWEST, 0.085], size: [0.42, 0.6] },
  2: { objects: [2, 3], per: [2, 3], width: [NARROWEST, 0.085], size: [0.4, 0.56] },
  3: { objects: [3, 3], per: [2, 3], width: [NARROWEST, 0.085], size: [0.38, 0.52] },
  4: { objects: [3, 4], per: [2, 3], width: [NARROWEST, 0.085], size: [0.36, 0.48] },
  5: { objects: [4, 4], per: [2, 3], width: [NARROWEST, 0.085], size: [0.34, 0.46] },
};

/**
 * How much the closest neighbours shall overlap: the lower end of the right thresholds. Anywhere with the same chance, and the stretch
 * is so narrow, that no fixed threshold is right in more than one picture of six. Measuring finds it, habit does not.
 */
const aim = (random: Random): number => random.between(0.07, 0.74);

/** An object of the same size beside another, their IoU about `wanted`; null where the picture ends or another stands too close. */
function beside(random: Random, object: SceneObject, wanted: number, others: readonly SceneObject[]): SceneObject | null {
  const [x1, y1, x2, y2] = object.box;
  // Two equal boxes d widths apart have IoU (1 − d) / (1 + d).
  const dx = Math.round(((x2 - x1) * (1 - wanted)) / (1 + wanted)) * (random.chance(0.5) ? 1 : -1);
  const dy = random.int(-5, 5);
  const box: BoxXYXY = [x1 + dx, y1 + dy, x2 + dx, y2 + dy];
  const free =
    box[0] >= 0 && box[1] >= 0 && box[2] <= WIDTH && box[3] <= HEIGHT && others.every((o) => o === object || iou(o.box, box) <= APART);
  return free ? { cls: object.cls, box, flip: !object.flip } : null;
}

interface Draft {
  readonly box: BoxXYXY;
  readonly raw: number;
  readonly object: number;
}

const TRIES = 80;

/** One candidate whose IoU with `anchor` lies in a range and that stands on no knife edge; null when none was found. */
function near(random: Random, anchor: BoxXYXY, range: readonly [number, number], drafts: readonly Draft[]): BoxXYXY | null {
  const spread = 0.3 * (1 - (range[0] + range[1]) / 2);
  for (let k = 0; k < TRIES; k++) {
    const box = scatter(random, anchor, spread, { width: WIDTH, height: HEIGHT });
    const overlap = iou(anchor, box);
    if (overlap < range[0] || overlap > range[1]) continue;
    if (drafts.every((d) => offChoice(iou(d.box, box)) >= MARGIN && iou(d.box, box) <= TOO_ALIKE)) return box;
  }
  return null;
}

function draw(random: Random, level: Level, low: number): Instance | null {
  const rules = RULES[level];
  const cls = random.pick(VOC_CLASSES);
  const count = random.int(...rules.objects);
  // Neighbours come in pairs; the first pair stands as close as the window's lower end asks, others less.
  const pairs = Math.floor(count / 2);
  const scene = drawScene(random, {
    width: WIDTH,
    height: HEIGHT,
    objects: [count - pairs, count - pairs],
    overlap: APART,
    classes: [cls],
    size: rules.size,
  });
  if (scene.objects.length < count - pairs) return null;
  const objects: SceneObject[] = [...scene.objects];
  for (let p = 0; p < pairs; p++) {
    const wanted = p === 0 ? low - 0.015 : random.between(low * 0.5, low - 0.02);
    const neighbour = beside(random, scene.objects[p], wanted, objects);
    if (!neighbour) return null;
    objects.push(neighbour);
  }

  const drafts: Draft[] = [];
  for (const [object, { box }] of objects.entries()) {
    const best = near(random, box, [0.9, 1], drafts);
    if (!best) return null;
    drafts.push({ box: best, raw: random.between(0.78, 0.97), object });
  }
  // What neighbours really overlap by; the first duplicate marks the upper end of the stretch from there.
  const edge = Math.max(...drafts.flatMap((a, i) => drafts.slice(0, i).map((b) => iou(a.box, b.box))));
  const [narrow, wide] = rules.width;
  for (const object of objects.keys()) {
    for (let k = random.int(...rules.per) - 1; k > 0; k--) {
      const range =
        drafts.length === objects.length
          ? ([edge + narrow, edge + wide] as const)
          : ([edge + wide, Math.min(edge + wide + 0.3, TOO_ALIKE)] as const);
      const box = near(random, drafts[object].box, range, drafts);
      if (!box) return null;
      drafts.push({ box, raw: drafts[object].raw - 0.04 - 0.35 * (1 - iou(box, drafts[object].box)) - random.between(0, 0.08), object });
    }
  }
  const scores = distinctScores(drafts.map((d) => d.raw));
  const order = random.shuffle(drafts.map((_, i) => i));
  return {
    width: WIDTH,
    height: HEIGHT,
    sprites: objects.map(({ box, flip }) => ({ cls, box, flip })),
    boxes: order.map((i, place) => ({ id: String.fromCharCode(65 + place), cls, box: drafts[i].box, score: scores[i] })),
    objects: order.map((i) => drafts[i].object),
  };
}

/** One stretch of right thresholds, as wide as the level asks, with both ways of failing on its two sides. */
function acceptable(instance: Instance, level: Level): boolean {
  if (!stepAt(instance, 95).perObject.some((n) => n > 1) || !stepAt(instance, 5).perObject.includes(0)) return false;
  const [narrow, wide] = RULES[level].width;
  const window = windowOf(instance);
  if (!window || window[1] - window[0] < narrow || window[1] - window[0] > wide + 0.005) return false;
  const right = rightChoices(instance);
  if (right.length === 0) return false;
  return right.length === Math.floor(window[1] * 20) - Math.floor(window[0] * 20);
}

/** Most pictures come to nothing: the window is narrow. */
const TRIES_A_PICTURE = 20_000;

/** The picture of a seed and level. The window is aimed once: those that are easy to draw shall not become the usual ones. */
export function generate(seed: string, level: Level): Instance {
  return redraw({
    kind: "nms-threshold",
    seed,
    level,
    draw: ({ part, fixed }) => draw(part("picture"), level, aim(fixed("window"))),
    slack: slackOf,
    margin: MARGIN,
    accept: (instance) => acceptable(instance, level),
    tries: TRIES_A_PICTURE,
  });
}
