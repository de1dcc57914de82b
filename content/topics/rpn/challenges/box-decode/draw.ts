import type { Level } from "@/lib/challenges/contract";
import { redrawExact } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import { SPRITE_ASPECT, VOC_CLASSES } from "@/lib/engine/scenes";
import {
  centreOf,
  HEIGHT,
  pointsOf,
  proposalOf,
  reached,
  rightAnchor,
  rightBox,
  sizeOf,
  totalOf,
  visible,
  WIDTH,
  type Anchor,
  type Answer,
  type Deltas,
  type View,
} from "./instance";
import { constants, rivals, standsOut, tracing, untouched } from "./rivals";

/** Sizes of an anchor by the paper's three ratios: 1:2, 1:1, 2:1 (width to height), whole pixels of nearly one area. */
const SHAPES = [
  [0.71, 1.41],
  [1, 1],
  [1.41, 0.71],
] as const;

interface Rules {
  /** The anchor's scale in pixels. */
  readonly scale: readonly [number, number];
  /** |tx| and |ty|, |tw| and |th|, in hundredths; null: 0. */
  readonly shift: readonly [readonly [number, number], readonly [number, number] | null];
  readonly size: readonly [readonly [number, number] | null, readonly [number, number] | null];
  readonly anchors: number;
  /** The share of the decoded box that lies within the picture. */
  readonly visible: readonly [number, number];
  readonly clip: boolean;
}

const RULES: Readonly<Record<Level, Rules>> = {
  1: { scale: [64, 110], shift: [[20, 90], null], size: [null, null], anchors: 1, visible: [1, 1], clip: false },
  2: {
    scale: [56, 100],
    shift: [
      [15, 60],
      [15, 60],
    ],
    size: [[30, 80], null],
    anchors: 1,
    visible: [1, 1],
    clip: false,
  },
  3: {
    scale: [50, 100],
    shift: [
      [10, 40],
      [10, 40],
    ],
    size: [
      [70, 100],
      [70, 100],
    ],
    anchors: 1,
    visible: [1, 1],
    clip: false,
  },
  4: {
    scale: [60, 110],
    shift: [
      [15, 60],
      [15, 60],
    ],
    size: [
      [30, 90],
      [30, 90],
    ],
    anchors: 1,
    visible: [0.5, 0.78],
    clip: true,
  },
  5: {
    scale: [60, 96],
    shift: [
      [15, 60],
      [15, 60],
    ],
    size: [
      [35, 90],
      [35, 90],
    ],
    anchors: 3,
    visible: [0.6, 1],
    clip: true,
  },
};

/** The largest IoU of an anchor with what it becomes, and of the object with the right box: whoever traces either earns nothing. */
const [ANCHOR_MOST, OBJECT_MOST] = [0.72, 0.64];
/** By how much the right proposal covers the object better than the others at level 5, in IoU. */
const APART = 0.15;

/** A multiple of .05 between two bounds, of either sign. */
const delta = (random: Random, range: readonly [number, number] | null): number =>
  range === null ? 0 : random.grid(range[0], range[1], 5) * (random.chance(0.5) ? 1 : -1);

function drawDeltas(random: Random, { shift, size }: Rules): Deltas {
  const [tx, ty] = [delta(random, shift[0]), delta(random, shift[1])];
  // Where one axis alone is shifted, either may be.
  const turned = shift[1] === null && random.chance(0.5);
  return [turned ? 0 : tx, turned ? tx : ty, delta(random, size[0]), delta(random, size[1])];
}

/** An anchor around a whole pixel, with even sides, so that its corners are whole pixels as well. */
function anchorAt([x, y]: readonly [number, number], scale: number, [w, h]: readonly [number, number]): BoxXYXY {
  const [halfW, halfH] = [Math.round((scale * w) / 2), Math.round((scale * h) / 2)];
  return [x - halfW, y - halfH, x + halfW, y + halfH];
}

const inside = ([x1, y1, x2, y2]: BoxXYXY) => x1 >= 0 && y1 >= 0 && x2 <= WIDTH && y2 <= HEIGHT;

/** An object that the right box covers in part: nobody finds the box by looking at the object. */
function objectNear(random: Random, right: BoxXYXY): View["sprites"][number] | null {
  const [x, y] = centreOf(right);
  const [w, h] = sizeOf(right);
  for (let attempt = 0; attempt < 30; attempt++) {
    const cls = random.pick(VOC_CLASSES);
    const high = Math.round(Math.min(h, w / SPRITE_ASPECT[cls]) * random.between(0.85, 1.25));
    const wide = Math.round(high * SPRITE_ASPECT[cls]);
    const left = Math.round(x + w * random.between(-0.25, 0.25) - wide / 2);
    const top = Math.round(y + h * random.between(-0.25, 0.25) - high / 2);
    const box: BoxXYXY = [left + 0, top + 0, left + wide, top + high];
    const overlap = iou(box, right);
    if (inside(box) && high >= 30 && overlap >= 0.45 && overlap <= OBJECT_MOST) return { cls, box, flip: random.chance(0.5) };
  }
  return null;
}

function draw(random: Random, rules: Rules): View | null {
  const scale = random.int(...rules.scale);
  const place = [random.int(40, WIDTH - 40), random.int(40, HEIGHT - 40)] as const;
  const shapes = rules.anchors === 1 ? [random.pick(SHAPES)] : SHAPES;
  const anchors = shapes.map((shape): Anchor => ({ box: anchorAt(place, scale, shape), deltas: drawDeltas(random, rules) }));
  if (!anchors.every(({ box }) => inside(box))) return null;
  const frame = { width: WIDTH, height: HEIGHT, anchors, clip: rules.clip };
  const fits = anchors.every((anchor) => {
    const share = visible(frame, reached(anchor));
    return share >= rules.visible[0] && share <= rules.visible[1];
  });
  if (!fits) return null;
  // At level 5 the object is put where one of the proposals lies, which is the right one if it turns out to cover it best.
  const meant = random.pick(anchors);
  const sprite = objectNear(random, proposalOf({ ...frame, sprites: [] }, meant));
  return sprite && { ...frame, sprites: [sprite] };
}

function acceptable(view: View, level: Level): boolean {
  const anchor = view.anchors[rightAnchor(view)];
  const right = rightBox(view);
  if (iou(anchor.box, right) > ANCHOR_MOST || iou(view.sprites[0].box, right) > OBJECT_MOST || standsOut(view) < APART) return false;
  const score = (answer: Answer) => scoreOf({ earned: pointsOf(view, answer), total: totalOf(view) });
  return nobodyEarns([untouched(view), tracing(view), ...constants(view)], score) && nobodyPasses(rivals.beliefs, view, level, score);
}

/** The instance of a seed and level. e^t is the engine's own, with the same bits everywhere, and sides are kept to 64ths: nothing can flip. */
export const drawView = (seed: string, level: Level): View =>
  redrawExact({
    kind: "box-decode",
    seed,
    level,
    draw: ({ part }) => draw(part("anchors"), RULES[level]),
    accept: (view) => acceptable(view, level),
  });
