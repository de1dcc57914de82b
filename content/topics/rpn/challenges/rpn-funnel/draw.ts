import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import { distinctScores, drawScene } from "@/lib/engine/scenes";
import { earnedBy, HEIGHT, proposalsOf, shorterSide, slackOf, SMALLEST, WIDTH, type View } from "./instance";
import { bestFew, constants, rivals } from "./rivals";

interface Setting {
  readonly boxes: readonly [number, number];
  readonly thresholds: readonly number[];
  readonly small: boolean;
  readonly limit: boolean;
  readonly shown: boolean;
}

const RULES: Readonly<Record<Level, Setting>> = {
  1: { boxes: [5, 7], thresholds: [0.7], small: false, limit: false, shown: true },
  2: { boxes: [6, 8], thresholds: [0.7], small: true, limit: false, shown: true },
  3: { boxes: [7, 9], thresholds: [0.7], small: true, limit: true, shown: true },
  4: { boxes: [7, 9], thresholds: [0.5, 0.6, 0.8], small: true, limit: true, shown: true },
  5: { boxes: [8, 10], thresholds: [0.5, 0.6, 0.8], small: true, limit: true, shown: false },
};

/** The smallest distance of an IoU from the threshold (and from the usual .7), and the sides that lie too near the limit. */
export const MARGIN = 0.03;
const NEAR_LIMIT = 2;
/** Two boxes closer than this cannot be told apart on a phone. */
const TOO_ALIKE = 0.92;

interface Draft {
  readonly box: BoxXYXY;
  readonly score: number;
}

const inside = ([x1, y1, x2, y2]: BoxXYXY) => x1 >= 0 && y1 >= 0 && x2 <= WIDTH && y2 <= HEIGHT;

/** A box moved along one side until its IoU with itself unmoved is about `wanted`: (1 − d)/(1 + d) for d sides. */
function slid(random: Random, [x1, y1, x2, y2]: BoxXYXY, wanted: number): BoxXYXY {
  const sideways = random.chance(0.6);
  const by = Math.round((((sideways ? x2 - x1 : y2 - y1) * (1 - wanted)) / (1 + wanted)) * (random.chance(0.5) ? 1 : -1));
  const [dx, dy] = sideways ? [by, random.int(-2, 2)] : [random.int(-2, 2), by];
  return [x1 + dx + 0, y1 + dy + 0, x2 + dx, y2 + dy];
}

/** Sides of anchors: three scales, three ratios. */
const SHAPES: readonly (readonly [number, number])[] = [64, 96, 136].flatMap((scale) =>
  [
    [0.71, 1.41],
    [1, 1],
    [1.41, 0.71],
  ].map(([w, h]) => [2 * Math.round((scale * w) / 2), 2 * Math.round((scale * h) / 2)] as const),
);
/** The cells' distance in pixels. */
const STRIDE = 18;

/** An anchor that a box may have come from: of a cell near its centre, one of the two shapes within the picture that fit it best. */
function anchorOf(random: Random, box: BoxXYXY): BoxXYXY {
  const cell = (low: number, high: number) => STRIDE * (Math.round((low + high) / 2 / STRIDE - 0.5) + random.int(-1, 1)) + STRIDE / 2;
  const [x, y] = [cell(box[0], box[2]), cell(box[1], box[3])];
  const around = ([w, h]: readonly [number, number]): BoxXYXY => [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
  const all = SHAPES.map(around).sort((a, b) => iou(b, box) - iou(a, box));
  const whole = all.filter(inside);
  return (whole.length > 1 ? whole : all)[random.int(0, 1)];
}

function draw(random: Random, rules: Setting, threshold: number): View | null {
  const wanted = random.int(...rules.boxes);
  const { objects } = drawScene(random, { width: WIDTH, height: HEIGHT, objects: [2, 3], overlap: 0.02, size: [0.34, 0.56] });
  if (objects.length < 2) return null;
  const drafts: Draft[] = [];
  /** Adds what `make` gives once it stands on no knife edge and is nobody's twin. */
  const add = (make: () => Draft): boolean => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const { box, score } = make();
      const clear = drafts.every((other) => {
        const overlap = iou(other.box, box);
        return overlap <= TOO_ALIKE && Math.abs(overlap - threshold) >= MARGIN && Math.abs(overlap - 0.7) >= MARGIN;
      });
      if (inside(box) && clear && Math.abs(shorterSide(box) - SMALLEST) >= NEAR_LIMIT) {
        drafts.push({ box, score });
        return true;
      }
    }
    return false;
  };
  // Nearest first the box of each object, a little off.
  const tops: Draft[] = [];
  for (const { box } of objects) {
    const jitter = () => random.int(-7, 7);
    if (
      !add(() => ({ box: [box[0] + jitter(), box[1] + jitter(), box[2] + jitter(), box[3] + jitter()], score: random.between(0.7, 0.97) }))
    )
      return null;
    tops.push(drafts[drafts.length - 1]);
  }
  const under = (by: number) => (top: Draft, low: number, high: number) => () => ({
    box: slid(random, top.box, random.between(low, high)),
    score: Math.max(0.05, top.score - random.between(0.04, by)),
  });
  // One that falls, one that overlaps and stays, and what the level is about.
  const any = () => random.pick(tops);
  if (!add(under(0.25)(any(), threshold + 0.05, 0.9))) return null;
  if (!add(under(0.45)(any(), 0.36, Math.min(threshold, 0.7) - 0.05))) return null;
  if (threshold !== 0.7 && !add(under(0.3)(any(), Math.min(threshold, 0.7) + 0.04, Math.max(threshold, 0.7) - 0.04))) return null;
  const alone = (low: number, high: number, size: () => readonly [number, number]) => () => {
    const [w, h] = size();
    const [x, y] = [random.int(1, WIDTH - w - 1), random.int(1, HEIGHT - h - 1)];
    return { box: [x, y, x + w, y + h] as BoxXYXY, score: random.between(low, high) };
  };
  if (
    rules.small &&
    !add(alone(0.45, 0.9, () => (random.chance(0.5) ? [random.int(8, 13), random.int(26, 60)] : [random.int(26, 60), random.int(8, 13)])))
  )
    return null;
  // One that lies by itself and scores low: it stays, unless the limit leaves it out.
  if (!add(alone(0.12, 0.42, () => [random.int(44, 90), random.int(44, 90)]))) return null;
  if (rules.limit && !add(alone(0.04, 0.16, () => [random.int(44, 90), random.int(44, 90)]))) return null;
  // Some more around the objects, of any kind, until there are enough.
  while (drafts.length < wanted) if (!add(under(0.5)(any(), 0.34, 0.9))) return null;
  if (drafts.length > rules.boxes[1]) return null;

  const scores = distinctScores(drafts.map(({ score }) => score));
  const order = random.shuffle(drafts.map((_, i) => i));
  return {
    width: WIDTH,
    height: HEIGHT,
    sprites: objects.map(({ cls, box, flip }) => ({ cls, box, flip })),
    boxes: order.map((i, place) => ({
      id: String.fromCharCode(65 + place),
      anchor: anchorOf(random, drafts[i].box),
      box: drafts[i].box,
      score: scores[i],
    })),
    before: rules.limit ? drafts.length - random.int(1, 2) : null,
    smallest: rules.small ? SMALLEST : null,
    threshold,
    shown: rules.shown,
  };
}

function acceptable(view: View, level: Level): boolean {
  const kept = proposalsOf(view).length;
  if (kept < 3 || view.boxes.length - kept < 2) return false;
  const score = ({ keep }: { readonly keep: readonly string[] }) => earnedBy(view, keep);
  return nobodyEarns([bestFew(view), ...constants(view)], score) && nobodyPasses(rivals.beliefs, view, level, score);
}

/** The picture of a seed and level. The threshold is drawn once: those that are easy to draw for shall not become the usual ones. */
export function drawView(seed: string, level: Level): View {
  const rules = RULES[level];
  return redraw({
    kind: "rpn-funnel",
    seed,
    level,
    draw: ({ part, fixed }) => draw(part("picture"), rules, fixed("threshold").pick(rules.thresholds)),
    slack: slackOf,
    margin: MARGIN,
    accept: (view) => acceptable(view, level),
  });
}
