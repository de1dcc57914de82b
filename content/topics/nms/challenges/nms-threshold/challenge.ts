import { defineChallenge, type Level, type Part } from "@/lib/challenges/contract";
import { z } from "@/lib/challenges/schema";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { seeded, type Random } from "@/lib/engine/random";
import { CLASS_NAMES, drawScene, scoreCloud, VOC_CLASSES, type SceneObject, type VocClass } from "@/lib/engine/scenes";
import { nms } from "@/lib/engine/suppress";

export interface View {
  readonly width: number;
  readonly height: number;
  readonly sprites: readonly { readonly cls: VocClass; readonly box: BoxXYXY; readonly flip: boolean }[];
  readonly boxes: readonly { readonly id: string; readonly cls: VocClass; readonly box: BoxXYXY; readonly score: number }[];
}
export interface Instance extends View {
  /** For each box, which object it was drawn for (index into sprites). */
  readonly objects: readonly number[];
}

export interface Answer {
  /** Hundredths, a multiple of five: 5 … 95. Null until the learner has chosen. */
  readonly hundredths: number | null;
}

/** What NMS leaves of one object at one threshold. */
export interface Step {
  readonly hundredths: number;
  /** Ids of the survivors, best score first. */
  readonly kept: readonly string[];
  /** Survivors per object. */
  readonly perObject: readonly number[];
}

const WIDTH = 360;
const HEIGHT = 270;
/** The thresholds that can be chosen, in hundredths. */
export const CHOICES = Array.from({ length: 19 }, (_, i) => 5 + 5 * i);
/** No IoU of the picture lies closer than this to a threshold that can be chosen. */
const MARGIN = 0.001;

/** Objects, candidates per object, how much the objects overlap, and how many of the 19 thresholds may be right. */
const LEVELS: Record<Level, { objects: [number, number]; per: [number, number]; crowd: [number, number]; window: [number, number] }> = {
  1: { objects: [2, 2], per: [2, 2], crowd: [0.08, 0.25], window: [6, 9] },
  2: { objects: [2, 3], per: [2, 3], crowd: [0.1, 0.3], window: [5, 7] },
  3: { objects: [3, 3], per: [2, 3], crowd: [0.15, 0.35], window: [4, 6] },
  4: { objects: [3, 3], per: [2, 3], crowd: [0.2, 0.45], window: [3, 5] },
  5: { objects: [3, 4], per: [2, 3], crowd: [0.3, 0.5], window: [1, 3] },
};

export function stepAt(instance: Instance, hundredths: number): Step {
  const { boxes, objects, sprites } = instance;
  const keep = nms(boxes.flatMap((b) => b.box), boxes.map((b) => b.score), hundredths / 100);
  const perObject = sprites.map((_, object) => keep.filter((i) => objects[i] === object).length);
  return { hundredths, kept: keep.map((i) => boxes[i].id), perObject };
}

const allOnce = (step: Step) => step.perObject.every((n) => n === 1);

/** The thresholds at which every object is kept exactly once. */
export function rightChoices(instance: Instance): number[] {
  return CHOICES.filter((hundredths) => allOnce(stepAt(instance, hundredths)));
}

/** A neighbour of the same size beside an object, at an IoU inside `crowd`; null where the picture ends. */
function neighbourOf(random: Random, object: SceneObject, crowd: readonly [number, number]): SceneObject | null {
  const [x1, y1, x2, y2] = object.box;
  const wanted = random.between(crowd[0], crowd[1]);
  // Two equal boxes d widths apart have IoU (1 − d) / (1 + d).
  const dx = Math.round(((x2 - x1) * (1 - wanted)) / (1 + wanted)) * (random.chance(0.5) ? 1 : -1);
  const dy = random.int(-6, 6);
  const box: BoxXYXY = [x1 + dx, y1 + dy, x2 + dx, y2 + dy];
  return box[0] >= 0 && box[1] >= 0 && box[2] <= WIDTH && box[3] <= HEIGHT ? { cls: object.cls, box, flip: !object.flip } : null;
}

function draw(random: Random, level: Level): Instance | null {
  const rules = LEVELS[level];
  const cls = random.pick(VOC_CLASSES);
  const count = random.int(rules.objects[0], rules.objects[1]);
  const scene = drawScene(random, { width: WIDTH, height: HEIGHT, objects: [count - 1, count - 1], overlap: 0.12, classes: [cls], size: [0.36, 0.6] });
  if (scene.objects.length < count - 1) return null;
  const neighbour = neighbourOf(random, scene.objects[0], rules.crowd);
  if (!neighbour) return null;
  const crowded = { ...scene, objects: [...scene.objects, neighbour] };
  const cloud = random.shuffle(scoreCloud(random, crowded, { perObject: rules.per, jitter: 0.08 }));
  return {
    width: WIDTH,
    height: HEIGHT,
    sprites: crowded.objects.map(({ cls: name, box, flip }) => ({ cls: name, box, flip })),
    boxes: cloud.map(({ cls: name, box, score }, i) => ({ id: String.fromCharCode(65 + i), cls: name, box, score })),
    objects: cloud.map((c) => c.object),
  };
}

function slackOf({ boxes }: View): number {
  let slack = Infinity;
  for (let i = 0; i < boxes.length; i++) {
    for (let j = 0; j < i; j++) {
      const overlap = iou(boxes[i].box, boxes[j].box);
      const nearest = Math.min(0.95, Math.max(0.05, Math.round(overlap * 20) / 20));
      slack = Math.min(slack, Math.abs(overlap - nearest));
      if (slack < MARGIN) return slack;
    }
  }
  return slack;
}

function acceptable(instance: Instance, level: Level): boolean {
  // Both ways of failing must be there: too low loses an object, too high keeps one twice.
  if (!stepAt(instance, 95).perObject.some((n) => n > 1) || !stepAt(instance, 5).perObject.includes(0)) return false;
  if (slackOf(instance) < MARGIN) return false;
  const [fewest, most] = LEVELS[level].window;
  let right = 0;
  for (const hundredths of CHOICES) {
    if (allOnce(stepAt(instance, hundredths)) && ++right > most) return false;
  }
  return right >= fewest;
}

/** Choose the threshold at which NMS keeps every object exactly once. A point per object that is kept once. */
export const challenge = defineChallenge<Instance, View, Answer, Step>({
  kind: "nms-threshold",
  topic: "nms",
  version: 1,
  title: { ko: "NMS 임계값 고르기", en: "Choose the NMS threshold" },
  skill: { ko: "모든 물체가 한 번씩만 남는 임계값을 찾아요", en: "Find the threshold that keeps every object once" },
  answerSchema: z.strictObject({ hundredths: z.number().int().min(5).max(95).multipleOf(5).nullable() }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate(seed, level) {
    for (let attempt = 0; attempt < 20000; attempt++) {
      const instance = draw(seeded(`nms-threshold/1/${seed}/${level}/${attempt}`), level);
      if (instance && acceptable(instance, level)) return instance;
    }
    throw new Error(`nms-threshold: no instance for seed ${seed} at level ${level}`);
  },
  view: ({ width, height, sprites, boxes }) => ({ width, height, sprites, boxes }),
  prompt: ({ sprites }) => ({
    ko: `${CLASS_NAMES[sprites[0].cls].ko} ${sprites.length}개가 저마다 상자 하나씩만 남게 하는 IoU 임계값을 골라요.`,
    en: `Choose the IoU threshold that leaves each of the ${sprites.length} objects (${CLASS_NAMES[sprites[0].cls].en}) exactly one box.`,
  }),
  empty: () => ({ hundredths: null }),
  solve: (instance) => {
    const right = rightChoices(instance);
    return { hundredths: right[Math.floor(right.length / 2)] };
  },
  check: (_, { hundredths }) => (hundredths === null ? { ready: false, missing: { ko: "임계값을 정해요", en: "Set the threshold" } } : { ready: true }),
  grade(instance, { hundredths }) {
    const total = instance.sprites.length;
    const steps = CHOICES.map((choice) => stepAt(instance, choice));
    const mine = steps.find((s) => s.hundredths === hundredths);
    const right = rightChoices(instance);
    const range = `${right[0] / 100}–${right[right.length - 1] / 100}`;
    if (!mine) {
      return { earned: 0, total, parts: [], steps, misconceptions: [], summary: { ko: `${range}이면 모두 한 번씩 남아요.`, en: `${range} keeps every object once.` } };
    }
    const parts = mine.perObject.map((n, object): Part => ({
      id: `object-${object}`,
      label: { ko: `물체 ${object + 1}`, en: `Object ${object + 1}` },
      correct: n === 1,
      earned: n === 1 ? 1 : 0,
      total: 1,
      note:
        n === 1
          ? undefined
          : n === 0
            ? { ko: "이웃한 물체의 상자에 밀려 사라졌어요. 임계값이 너무 낮아요.", en: "lost to a neighbour's box: the threshold is too low." }
            : { ko: `상자가 ${n}개 남았어요. 임계값이 너무 높아요.`, en: `kept ${n} times: the threshold is too high.` },
    }));
    const earned = mine.perObject.filter((n) => n === 1).length;
    const tooHigh = hundredths !== null && hundredths > right[right.length - 1] && mine.perObject.some((n) => n > 1);
    const tooLow = hundredths !== null && hundredths < right[0] && mine.perObject.includes(0);
    return {
      earned,
      total,
      parts,
      steps,
      misconceptions: tooHigh ? ["higher-drops-more"] : tooLow ? ["lower-is-safer"] : [],
      summary: allOnce(mine)
        ? { ko: `딱 맞아요. ${range}이면 모두 한 번씩 남아요.`, en: `Just right: ${range} keeps every object once.` }
        : { ko: `${total}개 중 ${earned}개만 한 번 남았어요. ${range}이면 모두 한 번씩 남아요.`, en: `${earned} of ${total} were kept once. ${range} keeps every object once.` },
    };
  },
  slack: slackOf,
  evidence: ({ boxes }) => {
    const flat = boxes.flatMap((b) => b.box);
    return { a: flat, b: flat };
  },
});
