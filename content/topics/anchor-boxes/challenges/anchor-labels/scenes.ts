import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import { pairwiseIou, type BoxXYXY } from "@/lib/engine/boxes";
import { BACKGROUND, IGNORED } from "@/lib/engine/match";
import { anchorBox } from "@/lib/engine/anchors";
import { stableOrder } from "@/lib/engine/propose/order";
import type { Random } from "@/lib/engine/random";
import { drawScene, type SceneObject } from "@/lib/engine/scenes";
import { labelAll, pointsOf, POSITIVE, slackOf, type Answer, type View } from "./labelling";
import { beliefs } from "./rivals";

const WIDTH = 480;
const HEIGHT = 320;
const STRIDE = 16;
const SCALES = [48, 64, 80, 96, 112, 128, 160, 192] as const;
const RATIOS = [0.5, 1, 2] as const;

/** The least distance of every decision from where it would flip. At level 5, by eye, more. */
export const MARGIN = 0.02;
const BY_EYE = 0.05;

/** How many anchors of each kind a picture shows: surely positive, saved by the best-anchor rule, ignored, background. */
interface Recipe {
  readonly objects: number;
  readonly high: number;
  readonly rescued: number;
  readonly ignored: number;
  readonly background: number;
  /** Two mirror-image anchors share the best IoU of an object. */
  readonly tie: boolean;
}

/** Most pictures of a level hold what it is about, some do not: nothing can be filled in by count. */
const OFTEN = 0.9;

/** The counts of one picture, drawn. */
function recipeOf(random: Random, level: Level): Recipe {
  const about = random.chance(OFTEN);
  const [ignored, background] = [random.int(1, 3), random.int(1, 3)];
  switch (level) {
    case 1:
      return { objects: 1, high: random.int(1, 3), rescued: 0, ignored, background, tie: false };
    case 2:
      return { objects: 2, high: about ? 1 : 2, rescued: about ? 1 : 0, ignored, background, tie: false };
    case 3:
      return { objects: 2, high: random.int(2, 3), rescued: about ? 1 : 0, ignored, background: Math.min(2, background), tie: false };
    case 4:
      return {
        objects: 2,
        high: about ? random.int(1, 2) : 2,
        rescued: about ? 2 : 0,
        ignored: Math.min(2, ignored),
        background,
        tie: about,
      };
    case 5:
      return { objects: 3, high: 2, rescued: about ? 1 : 0, ignored: Math.min(2, ignored), background, tie: false };
  }
}

/** The boxes of a rounded anchor grid that lie inside the picture. */
const POOL: readonly BoxXYXY[] = buildPool();
function buildPool(): BoxXYXY[] {
  const pool: BoxXYXY[] = [];
  for (const scale of SCALES) {
    for (const ratio of RATIOS) {
      const [, , x, y] = anchorBox(0, 0, scale, ratio).map(Math.round);
      for (let cy = STRIDE / 2; cy < HEIGHT; cy += STRIDE) {
        for (let cx = STRIDE / 2; cx < WIDTH; cx += STRIDE) {
          if (cx - x >= 0 && cy - y >= 0 && cx + x <= WIDTH && cy + y <= HEIGHT) pool.push([cx - x, cy - y, cx + x, cy + y]);
        }
      }
    }
  }
  return pool;
}

/** The anchors of the pool that meet one object, sorted once, so that an anchor of a wanted overlap is found without trying. */
interface Shelf {
  /** Indices into the pool, rising. */
  readonly met: Uint32Array;
  /** [met]: their IoUs with the object. */
  readonly ious: Float64Array;
  /** Indices into both by ascending IoU, equal ones as in the pool. */
  readonly order: Uint32Array;
}
const POOL_FLAT = Float64Array.from(POOL.flatMap((box) => [...box]));
/** Working memory of `shelve`: the anchors met, and their boxes. */
const MET = new Uint32Array(POOL.length);
const MET_BOXES = new Float64Array(POOL_FLAT.length);
function shelve([x1, y1, x2, y2]: BoxXYXY): Shelf {
  let count = 0;
  for (let i = 0, k = 0; i < POOL.length; i++, k += 4) {
    if (POOL_FLAT[k] >= x2 || POOL_FLAT[k + 2] <= x1 || POOL_FLAT[k + 1] >= y2 || POOL_FLAT[k + 3] <= y1) continue;
    MET[count] = i;
    for (let side = 0; side < 4; side++) MET_BOXES[4 * count + side] = POOL_FLAT[k + side];
    count++;
  }
  const ious = pairwiseIou(MET_BOXES.subarray(0, 4 * count), [x1, y1, x2, y2]);
  return { met: MET.slice(0, count), ious, order: stableOrder(ious) };
}

/** How many of a shelf's anchors have an IoU below a limit. */
function below({ ious, order }: Shelf, limit: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ious[order[middle]] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Some anchor whose IoU with an object lies in [low, high), or null. */
function pickAnchor(random: Random, shelf: Shelf, low: number, high: number): BoxXYXY | null {
  const [from, end] = [below(shelf, low), below(shelf, high) - 1];
  return end < from ? null : POOL[shelf.met[shelf.order[random.int(from, end)]]];
}

/** The same anchor on the other side of an object's vertical middle line. */
const mirror = (anchor: BoxXYXY, object: BoxXYXY): BoxXYXY => [
  object[0] + object[2] - anchor[2],
  anchor[1],
  object[0] + object[2] - anchor[0],
  anchor[3],
];

/** An object moved so that its middle line lies between or on anchor centres: only then has an anchor a mirror image. */
function centred(object: SceneObject): SceneObject {
  const [x1, y1, x2, y2] = object.box;
  const w = 2 * Math.round((x2 - x1) / 2);
  const middle = (STRIDE / 2) * Math.round((x1 + x2) / STRIDE);
  return { ...object, box: [middle - w / 2, y1, middle + w / 2, y2] };
}

function drawAnchors(random: Random, recipe: Recipe, shelves: readonly Shelf[], last: BoxXYXY, margin: number): BoxXYXY[] | null {
  const saved = shelves[shelves.length - 1];
  const others = shelves.length > 1 ? shelves.slice(0, -1) : [saved];
  const any = () => random.pick(shelves);
  const wanted: (BoxXYXY | null)[] = [];
  // Without a rescue the last object has a sure anchor of its own, too.
  const sure = recipe.rescued > 0 ? others : shelves;
  for (let i = 0; i < recipe.high; i++) wanted.push(pickAnchor(random, sure[i % sure.length], 0.7 + margin, 1));
  for (let i = 0; i < recipe.rescued; i += recipe.tie ? 2 : 1) {
    const anchor = pickAnchor(random, saved, recipe.objects > 2 ? 0.18 : 0.3 + margin, 0.7 - margin);
    wanted.push(anchor);
    if (recipe.tie) wanted.push(anchor && mirror(anchor, last));
  }
  for (let i = 0; i < recipe.ignored; i++) wanted.push(pickAnchor(random, any(), 0.3 + margin, 0.7 - margin));
  for (let i = 0; i < recipe.background; i++) wanted.push(pickAnchor(random, any(), random.chance(0.3) ? 0.01 : 0.08, 0.3 - margin));
  const anchors = wanted.filter((anchor) => anchor !== null);
  return anchors.length === wanted.length ? anchors : null;
}

/** Whether the labels are what the recipe promises, all lies inside the picture, and no anchor stands there twice. */
function keeps(recipe: Recipe, instance: View): boolean {
  const keys = new Set(instance.anchors.map((anchor) => anchor.join()));
  if (keys.size !== instance.anchors.length) return false;
  const whole = (box: BoxXYXY) => box[0] >= 0 && box[1] >= 0 && box[2] <= WIDTH && box[3] <= HEIGHT;
  if (!instance.anchors.every(whole) || !instance.objects.every(({ box }) => whole(box))) return false;
  const { matches, maxIou, rescues } = labelAll(instance);
  const count = (test: (match: number, i: number) => boolean) => [...matches].filter(test).length;
  const positive = (match: number) => match >= 0;
  return (
    count((match, i) => positive(match) && maxIou[i] >= 0.7) === recipe.high &&
    count((match, i) => positive(match) && maxIou[i] < 0.7) === recipe.rescued &&
    count((match) => match === IGNORED) === recipe.ignored &&
    count((match) => match === BACKGROUND) === recipe.background &&
    rescues.every(({ iou: overlap }) => overlap > 0.12) &&
    (!recipe.tie || rescues.some(({ anchors, iou: overlap }) => overlap < 0.7 && anchors.length === 2))
  );
}

/** Nobody who leaves out a rule of the level passes, where there is something to leave out. */
function fair(view: View, level: Level): boolean {
  const { matches } = labelAll(view);
  const score = (answer: Answer) => scoreOf({ earned: pointsOf(matches, answer), total: matches.length });
  // Where nothing is to be rescued the rule cannot be forgotten, and where each object has one anchor no second one can be missed.
  const idle = rescuedIn(view) === 0 ? ["forgets-rescue", "one-anchor-one-object"] : ["one-anchor-one-object"];
  return nobodyPasses(beliefs, view, level, score, idle);
}

const rescuedIn = (view: View): number => {
  const { matches, maxIou } = labelAll(view);
  return matches.filter((match, a) => match >= 0 && maxIou[a] < POSITIVE).length;
};

/** Draws a scene with anchors of a level; draws again until every label is clear of its thresholds. */
export function drawInstance(seed: string, level: Level): View {
  const margin = level === 5 ? BY_EYE : MARGIN;
  return redraw({
    kind: "anchor-labels",
    seed,
    level,
    draw: ({ part, fixed }): View | null => {
      const recipe = recipeOf(fixed("counts"), level);
      const scene = drawScene(part("objects"), {
        width: WIDTH,
        height: HEIGHT,
        objects: [recipe.objects, recipe.objects],
        size: [0.25, 0.55],
        overlap: level >= 4 ? 0.25 : 0.05,
      });
      if (scene.objects.length !== recipe.objects) return null;
      const objects = recipe.tie ? [...scene.objects.slice(0, -1), centred(scene.objects[scene.objects.length - 1])] : scene.objects;
      const shelves = objects.map(({ box }) => shelve(box));
      const random = part("anchors");
      for (let attempt = 0; attempt < 40; attempt++) {
        const anchors = drawAnchors(random, recipe, shelves, objects[objects.length - 1].box, margin);
        if (anchors === null) return null;
        const view: View = { width: WIDTH, height: HEIGHT, objects, anchors: part(`order ${attempt}`).shuffle(anchors), table: level < 5 };
        if (keeps(recipe, view) && slackOf(view) >= margin && fair(view, level)) return view;
      }
      return null;
    },
    slack: slackOf,
    margin,
  });
}
