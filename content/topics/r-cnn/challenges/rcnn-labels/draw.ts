import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import { drawScene, SPRITE_ASPECT, type SceneObject, type VocClass } from "@/lib/engine/scenes";
import { overlapOf, pointsOf, slackOf, STAGES, truthOf, type Answer, type Overlap, type Stage, type View } from "./instance";
import { beliefs } from "./rivals";

const WIDTH = 480;
const HEIGHT = 320;

/** The least distance of every IoU from a bound. */
export const MARGIN = 0.02;

/** Classes whose drawings are neither very wide nor very narrow, so that boxes around them stay told apart. */
const CLASSES: readonly VocClass[] = [
  "bird",
  "boat",
  "car",
  "cat",
  "cow",
  "dog",
  "horse",
  "motorbike",
  "sheep",
  "sofa",
  "train",
  "tvmonitor",
];

/** Where a box lies, by its IoUs with the class in question and with the other one. `own` and `other` are true boxes themselves. */
type Place = "own" | "high" | "mid" | "grey" | "far" | "positive" | "negative" | "other" | "near-other";

const within = (value: number, low: number, high: number) => value >= low && value <= high;
const FITS: Readonly<Record<Place, (overlap: Overlap) => boolean>> = {
  own: ({ own }) => own === 1,
  high: ({ own, other }) => within(own, 0.62, 0.93) && other < 0.45,
  mid: ({ own, other }) => within(own, 0.52, 0.58) && other < 0.45,
  grey: ({ own, other }) => within(own, 0.32, 0.48) && other < 0.45,
  far: ({ own, other }) => within(own, 0.03, 0.28) && other < 0.28,
  positive: ({ own }) => within(own, 0.52, 0.93),
  negative: ({ own }) => within(own, 0.06, 0.48),
  other: ({ other }) => other === 1,
  "near-other": ({ own, other }) => within(other, 0.52, 0.93) && own < 0.45,
};

/** What a picture holds, drawn once for all tries. */
interface Recipe {
  readonly stages: readonly Stage[];
  readonly objects: number;
  readonly cls: VocClass;
  readonly other: VocClass | null;
  /** The other class's object covers a good part of one of the class in question: its true box is left out of that class's SVM. */
  readonly crossing: boolean;
  readonly places: readonly Place[];
}

const times = (place: Place, count: number): Place[] => Array.from({ length: count }, () => place);

function placesOf(random: Random, level: Level, objects: number): Place[] {
  if (level === 1) {
    const n = random.int(6, 7);
    const positive = random.int(1, n - 1);
    return [...times("positive", positive), ...times("negative", n - positive)];
  }
  const own = random.int(1, Math.min(2, objects));
  if (level === 2) {
    const n = random.int(6, 7);
    const [high, between] = [random.int(1, 2), random.int(1, 2)];
    return [
      ...times("own", own),
      ...times("high", high),
      ...times(random.pick(["mid", "grey"]), between),
      ...times("far", n - own - high - between),
    ];
  }
  if (level === 3) {
    const more = random.chance(0.5) ? [random.pick(["own", "high", "grey", "far"] as const)] : [];
    const rest: Place[] = ["own", "high", "grey", "far", ...more.map((place) => (place === "own" && objects < 2 ? "grey" : place))];
    return [...rest, ...times("mid", random.int(2, 3))];
  }
  // A rule that a picture of eight boxes asks for twice would cost too little to forget.
  const full = random.chance(0.3);
  const others: Place[] = ["other", ...times("near-other", full ? 2 : 1)];
  const rest = random.shuffle<Place>(["high", "grey", "far"]).slice(0, full ? 1 : random.int(1, 2));
  return ["own", ...others, ...times("mid", full ? 3 : 2), ...rest];
}

function recipeOf(random: Random, level: Level): Recipe {
  const [cls, other] = random.shuffle(CLASSES);
  const objects = level <= 3 ? random.int(1, level === 1 ? 3 : 2) : random.int(1, 2);
  return {
    stages: level === 1 ? ["tuning"] : level === 2 ? ["svm"] : STAGES,
    objects,
    cls,
    other: level >= 4 ? other : null,
    crossing: random.chance(0.6),
    places: placesOf(random, level, objects),
  };
}

/** An object of the other class, crossing the first one or clear of all. */
function otherObject(random: Random, cls: VocClass, objects: readonly SceneObject[], crossing: boolean): SceneObject | null {
  for (let attempt = 0; attempt < 150; attempt++) {
    const h = Math.round(HEIGHT * random.between(0.35, 0.6));
    const w = Math.round(h * SPRITE_ASPECT[cls]);
    const x = random.int(1, Math.max(1, WIDTH - w - 1));
    const y = random.int(1, HEIGHT - h - 1);
    const box: BoxXYXY = [x, y, x + w, y + h];
    const overlaps = objects.map((each) => iou(each.box, box));
    const good = overlaps.every((value, i) => (crossing && i === 0 ? within(value, 0.32, 0.44) : value < 0.1));
    if (good && x + w < WIDTH) return { cls, box, flip: random.chance(0.5) };
  }
  return null;
}

/** Some box near an object, moved and stretched, that fits its place; null where none was met. */
function boxAround(random: Random, scene: Pick<View, "objects" | "cls">, object: SceneObject, place: Place): BoxXYXY | null {
  if (place === "own" || place === "other") return object.box;
  const [x1, y1, x2, y2] = object.box;
  const [w, h] = [x2 - x1, y2 - y1];
  const reach = place === "far" || place === "negative" ? 0.75 : 0.4;
  for (let attempt = 0; attempt < 120; attempt++) {
    const [bw, bh] = [Math.round(w * random.between(0.65, 1.5)), Math.round(h * random.between(0.65, 1.5))];
    // + 0: a place just left of the border would round to −0.
    const x = Math.round((x1 + x2 - bw) / 2 + w * random.between(-reach, reach)) + 0;
    const y = Math.round((y1 + y2 - bh) / 2 + h * random.between(-reach, reach)) + 0;
    const box: BoxXYXY = [x, y, x + bw, y + bh];
    if (x < 0 || y < 0 || x + bw > WIDTH || y + bh > HEIGHT) continue;
    if (FITS[place](overlapOf(scene, box))) return box;
  }
  return null;
}

function boxesFor(random: Random, scene: Pick<View, "objects" | "cls">, places: readonly Place[]): BoxXYXY[] | null {
  const own = scene.objects.filter(({ cls }) => cls === scene.cls);
  const others = scene.objects.filter(({ cls }) => cls !== scene.cls);
  const boxes: BoxXYXY[] = [];
  let trueBoxes = 0;
  for (const place of places) {
    const object = place === "other" || place === "near-other" ? others[0] : place === "own" ? own[trueBoxes++] : random.pick(own);
    const box = object ? boxAround(random, scene, object, place) : null;
    // Two that nearly coincide could not be told apart.
    if (box === null || boxes.some((each) => iou(each, box) > 0.85)) return null;
    boxes.push(box);
  }
  return boxes;
}

/** Nobody who leaves out a rule of the level passes. */
function fair(view: View, level: Level): boolean {
  const truth = truthOf(view);
  const score = (answer: Answer) => scoreOf(pointsOf(truth, answer));
  const positives = truth[0].filter((label) => label === "positive").length;
  // With as many positives as objects there is no second one to be missed.
  return nobodyPasses(beliefs, view, level, score, level === 1 && positives <= view.objects.length ? ["one-positive-an-object"] : []);
}

/** Draws a scene with boxes of a level; draws again until every IoU is clear of its bounds and no belief of the level passes. */
export function drawInstance(seed: string, level: Level): View {
  return redraw({
    kind: "rcnn-labels",
    seed,
    level,
    margin: MARGIN,
    slack: slackOf,
    draw: ({ part, fixed }): View | null => {
      const { stages, objects: count, cls, other, crossing, places } = recipeOf(fixed("recipe"), level);
      const drawn = drawScene(part("objects"), {
        width: WIDTH,
        height: HEIGHT,
        objects: [count, count],
        size: count > 2 ? [0.3, 0.45] : [0.35, 0.55],
        overlap: 0.05,
        classes: [cls],
      });
      if (drawn.objects.length !== count) return null;
      const second = other === null ? null : otherObject(part("other"), other, drawn.objects, crossing);
      if (other !== null && second === null) return null;
      const scene = { objects: second ? [...drawn.objects, second] : drawn.objects, cls };
      const boxes = boxesFor(part("boxes"), scene, places);
      if (boxes === null) return null;
      return { width: WIDTH, height: HEIGHT, ...scene, boxes: part("order").shuffle(boxes), other, stages, table: level < 5 };
    },
    accept: (view) => fair(view, level),
  });
}
