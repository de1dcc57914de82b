import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import {
  distinctScores,
  drawScene,
  scoreCloud,
  SPRITE_ASPECT,
  VOC_CLASSES,
  type Candidate,
  type Scene,
  type VocClass,
} from "@/lib/engine/scenes";
import { pointsOf, slackOf, survivorsOf, type Answer, type Instance } from "./instance";
import { bestFew, constants, rivals } from "./rivals";

const WIDTH = 360;
const HEIGHT = 270;
/** Two boxes closer than this cannot be told apart on a phone. */
const TOO_ALIKE = 0.9;

interface Rules {
  readonly objects: readonly [number, number];
  /** Candidates per object. */
  readonly per: readonly [number, number];
  readonly classes: readonly [number, number];
  /** Height of an object as a share of the picture's. */
  readonly size: readonly [number, number];
  /** Largest IoU of two objects drawn at random; riders and neighbours are placed on top of these. */
  readonly overlap: number;
  readonly thresholds: readonly number[];
  /** Rows of three in which the middle box falls and the last one survives. */
  readonly chains: number;
  /** Candidates that lie on an object but carry a neighbour's class. */
  readonly confused: number;
  /** Candidates whose fate would be another at threshold 0.5. */
  readonly swing: number;
  /** Lone false alarms, which survive however low their score. */
  readonly alarms: readonly [number, number];
  readonly boxes: readonly [number, number];
  /** Smallest |IoU − t| over pairs of one class. */
  readonly margin: number;
}

const RULES: Readonly<Record<Level, Rules>> = {
  1: {
    objects: [3, 3],
    per: [1, 3],
    classes: [1, 1],
    size: [0.42, 0.62],
    overlap: 0.02,
    thresholds: [0.5],
    chains: 0,
    confused: 0,
    swing: 0,
    alarms: [0, 0],
    boxes: [5, 7],
    margin: 0.1,
  },
  2: {
    objects: [2, 3],
    per: [2, 3],
    classes: [1, 1],
    size: [0.42, 0.64],
    overlap: 0.15,
    thresholds: [0.4, 0.5, 0.6],
    chains: 0,
    confused: 0,
    swing: 1,
    alarms: [1, 1],
    boxes: [6, 8],
    margin: 0.06,
  },
  3: {
    objects: [2, 3],
    per: [2, 3],
    classes: [2, 2],
    size: [0.38, 0.6],
    overlap: 0.2,
    thresholds: [0.3, 0.4, 0.5, 0.6],
    chains: 0,
    confused: 2,
    swing: 0,
    alarms: [0, 1],
    boxes: [7, 9],
    margin: 0.05,
  },
  4: {
    objects: [2, 3],
    per: [2, 3],
    classes: [1, 2],
    size: [0.36, 0.6],
    overlap: 0.2,
    thresholds: [0.3, 0.4, 0.5, 0.6, 0.7],
    chains: 2,
    confused: 0,
    swing: 0,
    alarms: [0, 1],
    boxes: [8, 11],
    margin: 0.04,
  },
  5: {
    objects: [2, 3],
    per: [2, 3],
    classes: [2, 2],
    size: [0.36, 0.6],
    overlap: 0.25,
    // 0.5, the usual one, is drawn half as often as the others: who always takes it must not pass.
    thresholds: [0.3, 0.3, 0.4, 0.4, 0.5, 0.6, 0.6, 0.7, 0.7],
    chains: 2,
    confused: 2,
    swing: 2,
    alarms: [0, 1],
    boxes: [10, 13],
    margin: 0.03,
  },
};

/** The smallest margin of all levels. */
export const MARGIN = RULES[5].margin;

type Draft = Pick<Candidate, "cls" | "box" | "score" | "object">;

const inside = ([x1, y1, x2, y2]: BoxXYXY) => x1 >= 0 && y1 >= 0 && x2 <= WIDTH && y2 <= HEIGHT;

/** A box moved along one side until its IoU with itself unmoved is about `wanted`: (1 − d)/(1 + d) for d sides. */
function slid(random: Random, [x1, y1, x2, y2]: BoxXYXY, wanted: number): BoxXYXY {
  const sideways = random.chance(0.6);
  const by = Math.round((((sideways ? x2 - x1 : y2 - y1) * (1 - wanted)) / (1 + wanted)) * (random.chance(0.5) ? 1 : -1));
  const [dx, dy] = sideways ? [by, random.int(-3, 3)] : [random.int(-3, 3), by];
  return [x1 + dx, y1 + dy, x2 + dx, y2 + dy];
}

/** Whether a candidate may join: inside, no twin of another, and no knife edge with one of its class. */
function fits(drafts: readonly Draft[], { cls, box }: Draft, t: number, margin: number): boolean {
  return (
    inside(box) &&
    drafts.every((d) => {
      const overlap = iou(d.box, box);
      return overlap <= TOO_ALIKE && (d.cls !== cls || Math.abs(overlap - t) >= margin);
    })
  );
}

const bestOf = (drafts: readonly Draft[], object: number, cls: VocClass) =>
  drafts.filter((d) => d.object === object && d.cls === cls).reduce((a, b) => (b.score > a.score ? b : a));

/** An object of another class on top of the first one, as a rider sits on a horse: their IoU exceeds t. Unchanged where it fails. */
function withRider(random: Random, scene: Scene, classes: readonly VocClass[], t: number): Scene {
  const under = random.pick(scene.objects);
  const [x1, y1, x2, y2] = under.box;
  for (let attempt = 0; attempt < 30; attempt++) {
    const cls = random.pick(classes);
    if (cls === under.cls) continue;
    const h = Math.round((y2 - y1) * random.between(0.75, 1.2));
    const w = Math.round(h * SPRITE_ASPECT[cls] * random.between(0.87, 1.15));
    const left = Math.round((x1 + x2 - w) / 2 + (x2 - x1) * random.between(-0.2, 0.2));
    const top = Math.round((y1 + y2 - h) / 2 + (y2 - y1) * random.between(-0.2, 0.1));
    const box: BoxXYXY = [left, top, left + w, top + h];
    if (!inside(box) || iou(box, under.box) < t + 0.05 || iou(box, under.box) > 0.8) continue;
    return { ...scene, objects: [...scene.objects, { cls, box, flip: random.chance(0.5) }] };
  }
  return scene;
}

/**
 * Two more boxes in a row with an object's best one. Equal boxes d widths apart have IoU (1 − d)/(1 + d), which is t at
 * d = (1 − t)/(1 + t): each step is shorter than that, both together are longer. So the first falls to the best, and the
 * second overlaps only the fallen one too much.
 */
function chainOn(random: Random, best: Draft, t: number): [Draft, Draft] {
  const [x1, y1, x2, y2] = best.box;
  const sideways = random.chance(0.7);
  const reach = ((sideways ? x2 - x1 : y2 - y1) * (1 - t)) / (1 + t);
  const sign = random.chance(0.5) ? 1 : -1;
  const first = Math.round(reach * random.between(0.55, 0.8));
  const second = first + Math.round(reach * random.between(0.6, 0.85));
  const link = (by: number, score: number): Draft => {
    const [dx, dy] = sideways ? [sign * by, random.int(-4, 4)] : [random.int(-4, 4), sign * by];
    return { cls: best.cls, box: [x1 + dx, y1 + dy, x2 + dx, y2 + dy], score, object: best.object };
  };
  const middle = best.score - random.between(0.03, 0.12);
  return [link(first, middle), link(second, middle - random.between(0.03, 0.15))];
}

/** A false alarm of one of the scene's classes where no other box is; nothing where the place is taken. */
function alarm(random: Random, scene: Scene, drafts: readonly Draft[]): Draft[] {
  const cls = random.pick(scene.objects).cls;
  const h = random.int(60, 100);
  const w = Math.round(h * SPRITE_ASPECT[cls]);
  const [x, y] = [random.int(1, WIDTH - w - 1), random.int(1, HEIGHT - h - 1)];
  const box: BoxXYXY = [x, y, x + w, y + h];
  return drafts.some((d) => iou(d.box, box) > 0.1) ? [] : [{ cls, box, score: random.between(0.15, 0.45), object: -1 }];
}

/** Rounding gives −0 at times, which JSON does not know. */
const plain = ([x1, y1, x2, y2]: BoxXYXY): BoxXYXY => [x1 + 0, y1 + 0, x2 + 0, y2 + 0];

/** Tries per candidate before a picture is given up. */
const TRIES = 30;

function draw(random: Random, rules: Rules, t: number): Instance | null {
  const classes = random.shuffle(VOC_CLASSES).slice(0, random.int(...rules.classes));
  let scene = drawScene(random, {
    width: WIDTH,
    height: HEIGHT,
    objects: rules.objects,
    overlap: rules.overlap,
    classes,
    size: rules.size,
  });
  if (scene.objects.length < rules.objects[0]) return null;
  if (rules.confused > 0 && t <= 0.5 && random.chance(0.6)) scene = withRider(random, scene, classes, t);

  // More candidates than wanted, best first: those that would stand on a knife edge are passed over.
  const drafts: Draft[] = [];
  const wanted = scene.objects.map(() => random.int(...rules.per));
  const cloud = scoreCloud(random, scene, { perObject: [rules.per[1] + 2, rules.per[1] + 4], jitter: 0.12 }).sort(
    (a, b) => b.score - a.score,
  );
  for (const candidate of cloud) {
    if (wanted[candidate.object] > 0 && fits(drafts, candidate, t, rules.margin)) {
      drafts.push(candidate);
      wanted[candidate.object]--;
    }
  }
  if (scene.objects.some((o, i) => !drafts.some((d) => d.object === i && d.cls === o.cls))) return null;

  const add = (make: () => readonly Draft[]): boolean => {
    for (let k = 0; k < TRIES; k++) {
      const made = make();
      if (made.length > 0 && made.every((d, i) => fits([...drafts, ...made.slice(0, i)], d, t, rules.margin))) {
        drafts.push(...made);
        return true;
      }
    }
    return false;
  };
  const bestOfAny = () => {
    const object = random.int(0, scene.objects.length - 1);
    return bestOf(drafts, object, scene.objects[object].cls);
  };
  const neighbours: Scene["objects"][number][] = [];
  for (let k = 0; k < rules.chains; k++) {
    if (!add(() => chainOn(random, bestOfAny(), t))) return null;
    // Now and then the end of the row is a real neighbour.
    const { cls, box } = drafts[drafts.length - 1];
    if (random.chance(0.4)) neighbours.push({ cls, box, flip: random.chance(0.5) });
  }
  for (let k = 0; k < rules.confused; k++) {
    const confuse = (best: Draft): Draft => ({
      ...best,
      cls: random.pick(classes.filter((other) => other !== best.cls)),
      box: slid(random, best.box, random.between(t + 0.05, 0.88)),
      score: best.score - random.between(0.15, 0.45),
    });
    if (!add(() => [confuse(bestOfAny())])) return null;
  }
  for (let k = 0; t !== 0.5 && k < rules.swing; k++) {
    const swing = (best: Draft): Draft => ({
      ...best,
      box: slid(random, best.box, random.between(Math.min(t, 0.5) + 0.02, Math.max(t, 0.5) - 0.02)),
      score: best.score - random.between(0.05, 0.3),
    });
    if (!add(() => [swing(bestOfAny())])) return null;
  }
  for (let k = random.int(...rules.alarms); k > 0; k--) {
    if (!add(() => alarm(random, scene, drafts))) return null;
  }

  const scores = distinctScores(drafts.map((d) => d.score));
  const order = random.shuffle(drafts.map((_, i) => i));
  return {
    width: WIDTH,
    height: HEIGHT,
    sprites: [...scene.objects, ...neighbours].map(({ cls, box, flip }) => ({ cls, box: plain(box), flip })),
    boxes: order.map((i, place) => ({
      id: String.fromCharCode(65 + place),
      cls: drafts[i].cls,
      box: plain(drafts[i].box),
      score: scores[i],
    })),
    threshold: t,
  };
}

/** As many boxes as the level shows, and no way to pass by choosing everything or by following a wrong procedure that the level is about. */
function acceptable(instance: Instance, rules: Rules, level: Level): boolean {
  const { boxes, threshold } = instance;
  if (boxes.length < rules.boxes[0] || boxes.length > rules.boxes[1]) return false;
  const kept = new Set(survivorsOf(instance));
  // One lucky box is less than half of three, and choosing everything earns less than half as well.
  if (kept.size < 3 || 2 * kept.size - boxes.length >= kept.size / 2) return false;
  const score = ({ keep }: Answer) => scoreOf({ earned: pointsOf(kept, new Set(keep)).earned, total: kept.size });
  // Where the threshold is 0.5, taking it for 0.5 is no mistake.
  const right = threshold === 0.5 ? ["always-half"] : [];
  return nobodyEarns([bestFew(instance), ...constants(instance)], score) && nobodyPasses(rivals.beliefs, instance, level, score, right);
}

/** Most pictures of level 5 come to nothing. */
const TRIES_A_PICTURE = 20_000;

/** The picture of a seed and level. The threshold is drawn once: those that are easy to draw for shall not become the usual ones. */
export function generate(seed: string, level: Level): Instance {
  const rules = RULES[level];
  return redraw({
    kind: "nms-survivors",
    seed,
    level,
    draw: ({ part, fixed }) => draw(part("picture"), rules, fixed("threshold").pick(rules.thresholds)),
    slack: slackOf,
    margin: rules.margin,
    accept: (instance) => acceptable(instance, rules, level),
    tries: TRIES_A_PICTURE,
  });
}
