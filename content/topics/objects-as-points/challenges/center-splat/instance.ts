/** How far both corners of a box may stray, what two hills leave in a cell, which code drew a hill, and what an answer is worth. */
import type { BoxXYXY } from "@/lib/engine/boxes";
import { gaussianRadius, type RadiusRule } from "@/lib/engine/match";

/** How the two corners of a box may stray by r: both the same way, both inwards, both outwards. */
export const PLACEMENTS = ["shift", "inside", "outside"] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** Two hills of one class's target map. */
export interface Hills {
  /** Cells along a side of the map. */
  readonly side: number;
  /** In the order in which they are drawn. */
  readonly hills: readonly { readonly cell: number; readonly radius: number }[];
  /** The cells whose values are asked. */
  readonly asked: readonly number[];
}

export interface View {
  /** The box in cells of the output map. */
  readonly width: number;
  readonly height: number;
  /** The least IoU, in hundredths. */
  readonly overlap: number;
  /** Whether the IoUs of all three placements are printed; otherwise one at a time. */
  readonly printed: boolean;
  readonly hills: Hills | null;
  /** Square boxes and the R of the hill that some code drew for them. */
  readonly targets: readonly { readonly side: number; readonly radius: number }[];
}

export const CODES = ["geometric", "released"] as const satisfies readonly RadiusRule[];

export interface Answer {
  /** Tenths of a cell. */
  readonly radius: number | null;
  /** Hundredths. */
  readonly values: readonly (number | null)[];
  readonly codes: readonly (RadiusRule | null)[];
}

/** The largest radius on the board, in tenths of a cell: half the longest side. */
export const MOST_RADIUS = 320;
export const THREE = 3;

/**
 * Values of a hill of radius R = 2 or 3, σ = (2R + 1)/6, in hundredths by the squared distance from its top; a table, so that no engine
 * rounds them differently. None outside the square of side 2R + 1.
 */
export const HILL: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  2: { 0: 100, 1: 49, 2: 24, 4: 6, 5: 3, 8: 0 },
  3: { 0: 100, 1: 69, 2: 48, 4: 23, 5: 16, 8: 5, 9: 4, 10: 3, 13: 1, 18: 0 },
};

/** The value that hill `i` gives a cell. */
export function hillAt({ side, hills }: Hills, i: number, cell: number): number {
  const { cell: top, radius } = hills[i];
  const [dx, dy] = [Math.abs((cell % side) - (top % side)), Math.abs(Math.floor(cell / side) - Math.floor(top / side))];
  return Math.max(dx, dy) > radius ? 0 : HILL[radius][dx * dx + dy * dy];
}

/** The radius of a rule, in cells. */
export const radiusOf = ({ width, height, overlap }: Pick<View, "width" | "height" | "overlap">, rule: RadiusRule = "geometric"): number =>
  gaussianRadius(height, width, overlap / 100, rule);

/** The box at (0, 0) and the same box with its corners strayed by r. */
export const boxOf = ({ width, height }: Pick<View, "width" | "height">): BoxXYXY => [0, 0, width, height];
export function strayed({ width, height }: Pick<View, "width" | "height">, r: number, placement: Placement): BoxXYXY {
  if (placement === "shift") return [r, r, width + r, height + r];
  const by = placement === "inside" ? r : -r;
  return [by, by, width - by, height - by];
}

/** The IoU of the box with its strayed corners. */
export function iouAt({ width: w, height: h }: Pick<View, "width" | "height">, r: number, placement: Placement): number {
  if (placement === "outside") return (w * h) / ((w + 2 * r) * (h + 2 * r));
  if (placement === "inside") return (Math.max(0, w - 2 * r) * Math.max(0, h - 2 * r)) / (w * h);
  const shared = Math.max(0, w - r) * Math.max(0, h - r);
  return shared / (2 * w * h - shared);
}

/** The code that drew a hill of this R for a square box. */
export function codeOf({ overlap }: Pick<View, "overlap">, { side, radius }: View["targets"][number]): RadiusRule {
  const of = (rule: RadiusRule) => Math.floor(radiusOf({ width: side, height: side, overlap }, rule));
  return CODES.find((rule) => of(rule) === radius) ?? "geometric";
}

export function solutionOf(view: View): Answer {
  return {
    radius: Math.round(10 * radiusOf(view)),
    values: view.hills?.asked.map((cell) => Math.max(hillAt(view.hills as Hills, 0, cell), hillAt(view.hills as Hills, 1, cell))) ?? [],
    codes: view.targets.map((target) => codeOf(view, target)),
  };
}

/** A radius this far off, as a share of the right one, earns all points, and none. */
export const [FULL, ZERO] = [0.05, 0.14] as const;
/** Of 100 points where more is asked: what the radius is worth, and what each wrong one of the rest costs. */
export const [RADIUS_POINTS, COST] = [52, 26] as const;

/** How many of the further things are wrong or open. */
function wrongOf(view: View, { values, codes }: Answer): number {
  const right = solutionOf(view);
  return right.values.filter((value, i) => values[i] !== value).length + right.codes.filter((code, i) => codes[i] !== code).length;
}

/** Points for the radius and for the rest, and the most for the radius. */
export function pointsOf(view: View, answer: Answer): { readonly radius: number; readonly rest: number; readonly most: number } {
  const more = view.hills !== null || view.targets.length > 0;
  const most = more ? RADIUS_POINTS : 100;
  const right = radiusOf(view);
  const off = answer.radius === null ? Infinity : Math.abs(answer.radius / 10 - right) / right;
  return {
    radius: Math.round(most * Math.min(1, Math.max(0, (ZERO - off) / (ZERO - FULL)))),
    rest: more ? Math.max(0, 100 - most - COST * wrongOf(view, answer)) : 0,
    most,
  };
}

/** How far the radius in tenths is inside the full band, and radii that are cut to whole numbers from the next one, in its units. */
export function slackOf(view: View): number {
  const right = radiusOf(view);
  const floors = view.targets.flatMap(({ side }) =>
    CODES.map((rule) => {
      const radius = radiusOf({ width: side, height: side, overlap: view.overlap }, rule);
      return Math.min(radius - Math.floor(radius), Math.ceil(radius) - radius) / 3;
    }),
  );
  return Math.min(FULL - Math.abs(Math.round(10 * right) / 10 - right) / right, ...floors);
}
