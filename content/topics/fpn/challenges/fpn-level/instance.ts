import type { BoxXYXY } from "@/lib/engine/boxes/types";

/** Boxes on a picture and the pyramid that is to read them. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly BoxXYXY[];
  /** The level of a box whose root of the area is `canonical` pixels. */
  readonly k0: number;
  readonly canonical: number;
  readonly lowest: number;
  readonly highest: number;
  /** The formula is printed. */
  readonly formula: boolean;
  /** Pixels between the grid's lines: sides are measured on it. 0: they are written. */
  readonly grid: number;
}

export interface Answer {
  /** Entry i is the i-th box's level. */
  readonly levels: readonly (number | null)[];
}

/** The sides of the box, in pixels. */
export const sidesOf = ([x1, y1, x2, y2]: BoxXYXY): readonly [number, number] => [x2 - x1, y2 - y1];

/** What somebody compares with c² · 4^(k − k0): both whole numbers. */
export interface Size {
  readonly area: number;
  readonly unit: number;
}
export type Measure = (w: number, h: number, canonical: number) => Size;

export const byArea: Measure = (w, h, c) => ({ area: w * h, unit: c * c });

/** ⌊k0 + log2(√area ÷ √unit)⌋, by whole numbers: how often `unit` can be made four times larger, or `area` has to be. */
export function floorLevel({ area, unit }: Size, k0: number): number {
  let k = k0;
  let [a, u] = [area, unit];
  for (; a >= 4 * u; k++) u *= 4;
  for (; a < u; k--) a *= 4;
  return k;
}

export const clampTo = ({ lowest, highest }: Pick<View, "lowest" | "highest">, k: number): number => Math.min(highest, Math.max(lowest, k));

/** The level that the formula gives, before it is held to the levels there are. */
export const freeLevels = ({ boxes, k0, canonical }: View, measure: Measure = byArea): number[] =>
  boxes.map((box) => floorLevel(measure(...sidesOf(box), canonical), k0));

export const levelsOf = (view: View, measure: Measure = byArea): number[] => freeLevels(view, measure).map((k) => clampTo(view, k));

/** How far an area is from the nearest bound between two levels, as a share of the smaller one. */
export function slackOf({ boxes, canonical }: Pick<View, "boxes" | "canonical">): number {
  return Math.min(
    ...boxes.map((box) => {
      const { area, unit } = byArea(...sidesOf(box), canonical);
      let [a, u] = [area, unit];
      while (a >= 4 * u) u *= 4;
      while (a < u) a *= 4;
      return Math.min(a / u - 1, (4 * u) / a - 1);
    }),
  );
}

/** Which levels can be chosen: one beyond each end, which nothing is read on. */
export const choices = ({ lowest, highest }: View): number[] => Array.from({ length: highest - lowest + 3 }, (_, i) => lowest - 1 + i);
