import type { Level } from "@/lib/challenges/contract";
import { estimate } from "@/lib/challenges/answers";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import { distinctScores, drawScene, scatter, VOC_CLASSES, type Scene, type SceneObject, type VocClass } from "@/lib/engine/scenes";
import { letter } from "@/lib/words";
import { answerOf, CONSTANT_AP, FULL, judge, matchesOf, MOST_DETECTIONS, perfect, slackOf, type Answer, type View } from "./judging";
import { betterHalf, constants, rivals } from "./rivals";

interface Rules {
  /** Objects on the picture, both ends included. */
  readonly objects: readonly [number, number];
  /** Detections that find an object which a better one has found. */
  readonly duplicates: readonly [number, number];
  readonly classes: 1 | 2;
  readonly difficult: boolean;
  readonly matches: readonly number[];
  /** Least distance of an IoU from the match IoU. */
  readonly margin: number;
}

const RULES: Readonly<Record<Level, Rules>> = {
  1: { objects: [4, 5], duplicates: [0, 0], classes: 1, difficult: false, matches: [0.5], margin: 0.08 },
  2: { objects: [4, 5], duplicates: [1, 2], classes: 1, difficult: false, matches: [0.5], margin: 0.06 },
  3: { objects: [5, 6], duplicates: [1, 2], classes: 2, difficult: false, matches: [0.5], margin: 0.05 },
  4: { objects: [5, 6], duplicates: [1, 2], classes: 2, difficult: true, matches: [0.5], margin: 0.04 },
  5: { objects: [5, 6], duplicates: [1, 1], classes: 2, difficult: true, matches: [0.3, 0.4, 0.6, 0.7, 0.75], margin: 0.03 },
};

export const MARGIN = 0.03;
export const [WIDTH, HEIGHT] = [360, 270];

interface Draft {
  readonly cls: VocClass;
  readonly box: BoxXYXY;
  /** Before it is brought to hundredths. */
  readonly raw: number;
}

/** How a detection lies to its object. */
const PLACES = {
  /** Finds it. */
  on: (match: number): readonly [number, number] => [match, 0.96],
  /** Has it, but badly. */
  beside: (match: number): readonly [number, number] => [0.12, match],
  /** Would be judged otherwise at 0.5. */
  between: (match: number): readonly [number, number] => [Math.min(match, 0.5), Math.max(match, 0.5)],
};
type Place = keyof typeof PLACES;

/** Tries until a box lies as wanted. */
const TRIES = 30;

function placed(
  random: Random,
  scene: Scene,
  { box }: SceneObject,
  place: Place,
  { match, margin }: { match: number; margin: number },
): BoxXYXY | null {
  const [low, high] = PLACES[place](match);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const drawn = scatter(random, box, random.between(0.03, 0.28), scene);
    const overlap = iou(drawn, box);
    if (overlap >= low + margin && overlap <= high - margin) return drawn;
  }
  return null;
}

function draw(random: Random, rules: Rules, cls: VocClass, other: VocClass, match: number): View | null {
  const scene = drawScene(random, {
    width: WIDTH,
    height: HEIGHT,
    objects: rules.objects,
    size: [0.26, 0.46],
    overlap: 0.06,
    classes: rules.classes === 1 ? [cls] : [cls, cls, other],
  });
  const own = scene.objects.filter((object) => object.cls === cls);
  const others = scene.objects.filter((object) => object.cls !== cls);
  if (own.length < 3 || (rules.classes === 2 && others.length === 0)) return null;
  const hard = rules.difficult ? random.int(0, own.length - 1) : -1;
  const asked = { match, margin: rules.margin };
  const drafts: (Draft | null)[] = [];
  const add = (object: SceneObject, said: VocClass, place: Place, low: number, high: number) => {
    const box = placed(random, scene, object, place, asked);
    drafts.push(box && { cls: said, box, raw: random.between(low, high) });
  };
  const counted = random.shuffle(own.filter((_, i) => i !== hard));
  // How many are found is drawn, and at least one is not.
  const hits = random.int(2, Math.max(2, counted.length - 1));
  const special = match === 0.5 ? -1 : random.int(0, hits - 1);
  counted.forEach((object, i) => {
    if (i < hits) add(object, cls, i === special && match < 0.5 ? "between" : "on", 0.34, 0.99);
    else if (random.chance(0.6)) add(object, cls, "beside", 0.3, 0.97);
  });
  if (match > 0.5) add(counted[random.int(0, counted.length - 1)], cls, "between", 0.3, 0.98);
  for (let k = random.int(...rules.duplicates); k > 0; k--) add(counted[random.int(0, hits - 1)], cls, "on", 0.3, 0.97);
  if (hard >= 0) add(own[hard], cls, "on", 0.3, 0.97);
  for (const object of others) {
    if (random.chance(0.7)) add(object, cls, "on", 0.3, 0.95);
    if (random.chance(0.7)) add(object, other, "on", 0.3, 0.98);
  }
  if (random.chance(0.5)) {
    const [w, h] = [random.int(40, 90), random.int(40, 90)];
    const [x, y] = [random.int(0, WIDTH - w), random.int(0, HEIGHT - h)];
    const box: BoxXYXY = [x, y, x + w, y + h];
    if (scene.objects.every((object) => iou(object.box, box) < 0.08)) drafts.push({ cls, box, raw: random.between(0.3, 0.95) });
  }
  const whole = drafts.filter((draft) => draft !== null);
  if (whole.length < drafts.length || whole.length > MOST_DETECTIONS - 1) return null;
  const scores = distinctScores(whole.map(({ raw }) => raw));
  const listed = random.shuffle(whole.map(({ cls: said, box }, i) => ({ cls: said, box, score: scores[i] })));
  const objects = random.shuffle(scene.objects.map((object) => ({ ...object, difficult: object === own[hard] })));
  return { width: WIDTH, height: HEIGHT, objects, detections: listed.map((one, i) => ({ id: letter(i), ...one })), cls, match };
}

/** Whether VOC's way of matching and COCO's come to the same, so that nobody has to know which one it is. */
const eitherWay = (view: View) => JSON.stringify(answerOf(view, matchesOf(view, { rule: "coco" }))) === JSON.stringify(perfect(view));

function acceptable(view: View, level: Level, rules: Rules): boolean {
  const right = perfect(view);
  const of = (mark: string) => right.marks.filter((one) => one === mark).length;
  const least = right.ranked.length >= 5 && of("tp") >= 2 && of("fp") >= 2;
  if (!least || (rules.difficult && of("ignored") !== 1) || !estimate.fair(right.ap ?? 0, FULL, CONSTANT_AP)) return false;
  if (!eitherWay(view)) return false;
  const score = (answer: Answer) => scoreOf(judge(view, answer));
  return nobodyEarns([betterHalf(view), ...constants(view)], score) && nobodyPasses(rivals.beliefs, view, level, score);
}

/** The picture of a seed and level. Class and match IoU are drawn once, so that what is easy to draw for does not become the usual. */
export function generate(seed: string, level: Level): View {
  const rules = RULES[level];
  return redraw({
    kind: "pr-curve",
    seed,
    level,
    draw: ({ part, fixed }) => {
      const [cls, other] = fixed("classes").shuffle(VOC_CLASSES);
      return draw(part("picture"), rules, cls, other, fixed("match").pick(rules.matches));
    },
    slack: slackOf,
    margin: rules.margin,
    accept: (view) => acceptable(view, level, rules),
    tries: 20_000,
  });
}
