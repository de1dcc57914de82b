import { area, iou, intersectionArea, type BoxXYXY } from "@/lib/engine/boxes";
import type { Level } from "@/lib/challenges/contract";
import type { Random } from "@/lib/engine/random";
import { SPRITE_ASPECT, VOC_CLASSES, type VocClass } from "@/lib/engine/scenes";
import type { Measure } from "../../measures";

/** Two boxes over one object: A is tight on the object, B is some detector's opinion. */
export interface Pair {
  readonly cls: VocClass;
  readonly flip: boolean;
  readonly a: BoxXYXY;
  readonly b: BoxXYXY;
  readonly measure: Measure;
}

export interface View {
  readonly width: number;
  readonly height: number;
  readonly pairs: readonly Pair[];
  /** Full marks within this many hundredths. */
  readonly tolerance: number;
}

export interface Answer {
  /** Hundredths, one a pair; null: not guessed yet. */
  readonly guesses: readonly (number | null)[];
}

export interface Recipe {
  readonly shape: "slide" | "diagonal" | "resized" | "nested" | "apart";
  readonly measure: Measure;
  /** All coordinates are multiples of this. */
  readonly unit: number;
}

const recipe = (shape: Recipe["shape"], unit: number, measure: Measure = "iou"): Recipe => ({ shape, measure, unit });

/** What each level shows: first equal boxes on the grid, then sizes, containment, gaps, and GIoU. */
export const RECIPES: Readonly<Record<Level, readonly Recipe[]>> = {
  1: [recipe("slide", 20), recipe("slide", 20), recipe("diagonal", 20)],
  2: [recipe("diagonal", 10), recipe("resized", 10), recipe("resized", 10)],
  3: [recipe("resized", 5), recipe("nested", 5), recipe("apart", 5)],
  4: [recipe("resized", 5), recipe("nested", 5), recipe("resized", 5, "giou")],
  5: [recipe("nested", 2), recipe("resized", 2, "giou"), recipe("apart", 2, "giou")],
};

export const WIDTH = 320;
export const HEIGHT = 240;
/** IoUs that are worth estimating: not all but nothing, not all but everything. */
const LOW = 0.1;
const HIGH = 0.85;

/** A tight box of some class, `unit` pixels fine, that leaves room around it. */
function drawObject(random: Random, unit: number): { cls: VocClass; a: BoxXYXY } {
  for (;;) {
    const cls = random.pick(VOC_CLASSES);
    const h = random.grid(80, 140, unit);
    const w = unit * Math.round((h * SPRITE_ASPECT[cls]) / unit);
    const stretch = w / h / SPRITE_ASPECT[cls];
    if (w < 60 || w > 180 || stretch < 0.87 || stretch > 1.15) continue;
    const x = random.grid(20, WIDTH - 20 - w, unit);
    const y = random.grid(20, HEIGHT - 20 - h, unit);
    return { cls, a: [x, y, x + w, y + h] };
  }
}

/** A shift of at least one unit, either way. */
const shift = (random: Random, unit: number, most: number) => random.grid(unit, Math.max(unit, most), unit) * (random.chance(0.5) ? 1 : -1);

function drawOther(random: Random, { shape, unit }: Recipe, a: BoxXYXY): BoxXYXY {
  const [w, h] = [a[2] - a[0], a[3] - a[1]];
  if (shape === "slide" || shape === "diagonal") {
    const across = shape === "diagonal" || random.chance(0.5) ? shift(random, unit, 0.7 * w) : 0;
    const down = shape === "diagonal" || across === 0 ? shift(random, unit, 0.7 * h) : 0;
    return [a[0] + across, a[1] + down, a[2] + across, a[3] + down];
  }
  const bw = random.grid(unit * Math.ceil((0.45 * w) / unit), 1.6 * w, unit);
  const bh = random.grid(unit * Math.ceil((0.45 * h) / unit), 1.6 * h, unit);
  const x = random.grid(0, Math.max(0, WIDTH - bw), unit);
  const y = random.grid(0, Math.max(0, HEIGHT - bh), unit);
  return [x, y, x + bw, y + bh];
}

function fits({ shape }: Recipe, a: BoxXYXY, b: BoxXYXY): boolean {
  if (b[0] < 0 || b[1] < 0 || b[2] > WIDTH || b[3] > HEIGHT) return false;
  const shared = intersectionArea(a, b);
  const overlap = iou(a, b);
  if (shape === "apart") return shared === 0 && !touches(a, b);
  const nested = shared === Math.min(area(a), area(b));
  return nested === (shape === "nested") && overlap >= LOW && overlap <= HIGH;
}

const touches = (a: BoxXYXY, b: BoxXYXY) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Draws a pair after a recipe; draws again until it is one. */
export function drawPair(random: Random, recipe: Recipe): Pair {
  for (;;) {
    const { cls, a } = drawObject(random, recipe.unit);
    for (let attempt = 0; attempt < 60; attempt++) {
      const b = drawOther(random, recipe, a);
      if (fits(recipe, a, b)) return { cls, flip: random.chance(0.5), a, b, measure: recipe.measure };
    }
  }
}
