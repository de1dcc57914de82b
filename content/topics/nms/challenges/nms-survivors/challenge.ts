import { defineChallenge, type Level, type Part } from "@/lib/challenges/contract";
import { z } from "@/lib/challenges/schema";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { seeded, type Random } from "@/lib/engine/random";
import { CLASS_NAMES, drawScene, scoreCloud, VOC_CLASSES, type Candidate, type Scene, type VocClass } from "@/lib/engine/scenes";
import { nmsTrace } from "@/lib/engine/suppress";
import { revealedBy } from "./misconceptions";

export interface CandidateBox {
  /** "A", "B", …: the tag on the picture. */
  readonly id: string;
  readonly cls: VocClass;
  readonly box: BoxXYXY;
  readonly score: number;
}

export interface Instance {
  readonly width: number;
  readonly height: number;
  readonly sprites: readonly { readonly cls: VocClass; readonly box: BoxXYXY; readonly flip: boolean }[];
  readonly boxes: readonly CandidateBox[];
  /** A box of the same class falls when its IoU with a kept one is strictly greater. */
  readonly threshold: number;
}
export type View = Instance;

export interface Answer {
  readonly keep: readonly string[];
}

export type Step =
  | { readonly type: "pick"; readonly id: string; readonly score: number }
  | { readonly type: "compare"; readonly by: string; readonly id: string; readonly iou: number; readonly suppressed: boolean };

const WIDTH = 360;
const HEIGHT = 270;

/** What each level asks: objects, candidates per object, classes at once, how much objects may overlap, thresholds, a chain. */
const LEVELS: Record<Level, { objects: [number, number]; per: [number, number]; classes: [number, number]; overlap: number; t: readonly number[]; chain: boolean; margin: number; background: number }> = {
  1: { objects: [2, 2], per: [2, 3], classes: [1, 1], overlap: 0.02, t: [0.5], chain: false, margin: 0.06, background: 0 },
  2: { objects: [2, 3], per: [2, 3], classes: [1, 1], overlap: 0.1, t: [0.5], chain: false, margin: 0.05, background: 0 },
  3: { objects: [2, 3], per: [3, 3], classes: [2, 2], overlap: 0.3, t: [0.4, 0.5, 0.6], chain: false, margin: 0.04, background: 1 },
  4: { objects: [2, 3], per: [3, 4], classes: [1, 2], overlap: 0.3, t: [0.3, 0.4, 0.5, 0.6], chain: true, margin: 0.03, background: 1 },
  5: { objects: [3, 4], per: [3, 4], classes: [2, 3], overlap: 0.4, t: [0.3, 0.4, 0.5, 0.6, 0.7], chain: true, margin: 0.02, background: 1 },
};

/** The smallest distance |IoU − t| over pairs of one class. */
const MARGIN = 0.02;

function draw(random: Random, level: Level): Instance {
  const rules = LEVELS[level];
  const classes = random.shuffle(VOC_CLASSES).slice(0, random.int(rules.classes[0], rules.classes[1]));
  const scene = drawScene(random, { width: WIDTH, height: HEIGHT, objects: rules.objects, overlap: rules.overlap, classes, size: [0.34, 0.6] });
  const cloud = scoreCloud(random, scene, { perObject: rules.per, background: rules.background, jitter: 0.13 });
  const chained = rules.chain ? [...cloud, ...chainOn(random, scene, cloud)] : cloud;
  const boxes = random.shuffle(chained).map(({ cls, box, score }, i) => ({ id: String.fromCharCode(65 + i), cls, box, score }));
  return { width: WIDTH, height: HEIGHT, sprites: scene.objects.map(({ cls, box, flip }) => ({ cls, box, flip })), boxes, threshold: random.pick(rules.t) };
}

/** Two boxes that slide off an object's best one: the first falls to it, the second overlaps mostly the fallen one. */
function chainOn(random: Random, scene: Scene, cloud: readonly Candidate[]): Candidate[] {
  const index = random.int(0, scene.objects.length - 1);
  const own = cloud.filter((c) => c.object === index);
  if (own.length === 0) return [];
  const best = own.reduce((a, b) => (b.score > a.score ? b : a));
  const w = best.box[2] - best.box[0];
  const direction = best.box[0] + best.box[2] < scene.width ? 1 : -1;
  const used = new Set(cloud.map((c) => c.score));
  return [0.22, 0.48].map((share, k) => {
    const dx = direction * Math.round(w * (share + random.between(-0.04, 0.04)));
    let score = Math.max(0.2, Math.round(100 * (best.score - 0.08 - 0.12 * k)) / 100);
    while (used.has(score)) score = Math.round(100 * score - 1) / 100;
    used.add(score);
    const x1 = Math.min(Math.max(0, best.box[0] + dx), scene.width - w);
    return { cls: best.cls, box: [x1, best.box[1], x1 + w, best.box[3]] as BoxXYXY, score, object: index };
  });
}

/** Ids that survive greedy, class-wise NMS, best score first. */
export function survivorsOf(instance: Instance): string[] {
  return traceOf(instance).map((round) => instance.boxes[round.picked].id);
}

function traceOf({ boxes, threshold }: Instance) {
  return nmsTrace(boxes.flatMap((b) => b.box), boxes.map((b) => b.score), boxes.map((b) => VOC_CLASSES.indexOf(b.cls)), threshold);
}

/** Whether some survivor overlaps a better-scored, suppressed box of its class by more than t. */
export function hasChain(instance: Instance): boolean {
  const kept = new Set(survivorsOf(instance));
  return instance.boxes.some(
    (box) => kept.has(box.id) && instance.boxes.some((other) => !kept.has(other.id) && other.cls === box.cls && other.score > box.score && iou(other.box, box.box) > instance.threshold),
  );
}

function slackOf({ boxes, threshold }: Instance): number {
  let slack = Infinity;
  for (let i = 0; i < boxes.length; i++) {
    for (let j = 0; j < i; j++) {
      if (boxes[i].cls === boxes[j].cls) slack = Math.min(slack, Math.abs(iou(boxes[i].box, boxes[j].box) - threshold));
      // Scores are whole hundredths: any difference is far above rounding, a tie is refused.
      if (boxes[i].score === boxes[j].score) return 0;
    }
  }
  return slack;
}

function acceptable(instance: Instance, level: Level): boolean {
  if (instance.boxes.length < 4 || instance.boxes.length > 20 || slackOf(instance) < LEVELS[level].margin) return false;
  const kept = survivorsOf(instance).length;
  const fallen = instance.boxes.length - kept;
  return kept >= 2 && fallen >= 2 && kept <= fallen + 3 && (!LEVELS[level].chain || hasChain(instance));
}

/**
 * Which boxes survive greedy non-maximum suppression? Class-wise, IoU strictly greater than the threshold suppresses.
 * One point per survivor found, one taken for each box kept wrongly.
 */
export const challenge = defineChallenge<Instance, View, Answer, Step>({
  kind: "nms-survivors",
  topic: "nms",
  version: 1,
  title: { ko: "NMS 생존자 찾기", en: "NMS survivors" },
  skill: { ko: "NMS에서 살아남을 상자를 골라요", en: "Find the boxes that survive NMS" },
  answerSchema: z.strictObject({ keep: z.array(z.string().regex(/^[A-Z]$/)).max(26) }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate(seed, level) {
    for (let attempt = 0; attempt < 4000; attempt++) {
      const instance = draw(seeded(`nms-survivors/1/${seed}/${level}/${attempt}`), level);
      if (acceptable(instance, level)) return instance;
    }
    throw new Error(`nms-survivors: no instance for seed ${seed} at level ${level}`);
  },
  view: ({ width, height, sprites, boxes, threshold }) => ({ width, height, sprites, boxes, threshold }),
  prompt: ({ threshold, boxes }) => {
    const classes = new Set(boxes.map((b) => b.cls)).size;
    return {
      ko: `임계값이 ${threshold}인 NMS를 돌리면 어떤 상자가 살아남을까요?${classes > 1 ? " 클래스마다 따로 돌려요." : ""}`,
      en: `Which boxes survive NMS with threshold ${threshold}?${classes > 1 ? " It runs for each class on its own." : ""}`,
    };
  },
  empty: () => ({ keep: [] }),
  solve: (instance) => ({ keep: survivorsOf(instance).sort() }),
  check: ({ boxes }, { keep }) => {
    if (keep.length === 0) return { ready: false, missing: { ko: "살아남을 상자를 골라요", en: "Choose the survivors" } };
    if (new Set(keep).size !== keep.length || keep.some((id) => !boxes.some((b) => b.id === id))) {
      return { ready: false, missing: { ko: "그림에 있는 상자만 한 번씩 골라요", en: "Choose boxes of this picture, each once" } };
    }
    return { ready: true };
  },
  grade(instance, { keep }) {
    const rounds = traceOf(instance);
    const ids = instance.boxes.map((b) => b.id);
    const kept = new Set(rounds.map((round) => ids[round.picked]));
    const by = new Map(rounds.flatMap((round) => round.compared.filter((c) => c.suppressed).map((c) => [ids[c.index], { by: ids[round.picked], iou: c.iou }] as const)));
    const chosen = new Set(keep);
    const parts = instance.boxes.map((box): Part => {
      const survives = kept.has(box.id);
      const correct = survives === chosen.has(box.id);
      const label = { ko: `상자 ${box.id}`, en: `Box ${box.id}` };
      const fall = by.get(box.id);
      const note = correct
        ? undefined
        : fall
          ? {
              ko: `${fall.by}와 IoU가 ${fall.iou.toFixed(2)}라서 ${instance.threshold}을 넘어 지워져요.`,
              en: `its IoU with ${fall.by} is ${fall.iou.toFixed(2)}, above ${instance.threshold}, so it falls.`,
            }
          : {
              ko: `남은 어떤 ${CLASS_NAMES[box.cls].ko} 상자와도 IoU가 ${instance.threshold}을 넘지 않아서 살아남아요.`,
              en: `no kept ${CLASS_NAMES[box.cls].en} box overlaps it by more than ${instance.threshold}, so it survives.`,
            };
      return { id: box.id, label, correct, earned: survives && correct ? 1 : 0, total: survives ? 1 : 0, note };
    });
    const hits = [...kept].filter((id) => chosen.has(id)).length;
    const extra = [...chosen].filter((id) => !kept.has(id)).length;
    const steps = rounds.flatMap((round): Step[] => [
      { type: "pick", id: ids[round.picked], score: round.score },
      ...round.compared.filter((c) => c.iou > 0).map((c): Step => ({ type: "compare", by: ids[round.picked], id: ids[c.index], iou: c.iou, suppressed: c.suppressed })),
    ]);
    return {
      earned: Math.max(0, hits - extra),
      total: kept.size,
      parts,
      steps,
      misconceptions: revealedBy(instance, kept, chosen),
      summary: {
        ko: `${kept.size}개가 살아남아요. 그중 ${hits}개를 찾았고, 지워질 상자를 ${extra}개 골랐어요.`,
        en: `${kept.size} survive. You found ${hits} of them and kept ${extra} that ${extra === 1 ? "falls" : "fall"}.`,
      },
    };
  },
  slack: slackOf,
  evidence: ({ boxes }) => {
    const flat = boxes.flatMap((b) => b.box);
    return { a: flat, b: flat };
  },
});
