import type { ZodType } from "zod";
import type { Readiness } from "../contract";
import * as z from "../schema";
import type { Text } from "../text";
import { bound, partOf, type Points } from "./points";
import * as selection from "./selection";

/** A picture in cells, numbered row by row from the top left. */
export interface Cells {
  readonly rows: number;
  readonly columns: number;
}

const countOf = ({ rows, columns }: Cells) => bound("region", rows * columns);

/** The ids of all cells. */
export const cellsOf = (grid: Cells): readonly number[] => Array.from({ length: countOf(grid) }, (_, cell) => cell);

/** An answer painted on a grid: the cells inside. `most`: the grid of the highest level. */
export function schema(most: Cells): ZodType<readonly number[]> {
  const count = countOf(most);
  return selection.schema(
    z
      .number()
      .int()
      .min(0)
      .max(count - 1),
    count,
  );
}

/** Nothing painted. */
export const empty: readonly never[] = [];

/** Ready when at least one cell of this grid is painted. */
export function check(grid: Cells, painted: readonly number[]): Readiness {
  const count = countOf(grid);
  if (painted.some((cell) => cell >= count)) return { ready: false, missing: { ko: "그림 안에만 칠해요", en: "Paint inside the picture" } };
  return painted.length > 0 ? { ready: true } : { ready: false, missing: { ko: "칸을 칠해요", en: "Paint some cells" } };
}

/** |A ∩ B| / |A ∪ B| of two sets of cells; 0 where both are empty. */
export function cellIou(a: readonly number[], b: readonly number[]): number {
  const set = new Set(a);
  const both = b.filter((cell) => set.has(cell)).length;
  const either = set.size + b.length - both;
  return either === 0 ? 0 : both / either;
}

export interface RegionRule {
  readonly grid: Cells;
  readonly truth: readonly number[];
  /** The IoU from which all points are given. Default 1. */
  readonly full?: number;
  /** What somebody paints who has not looked: the mean map, the middle. Everything painted is always among these. */
  readonly blind?: readonly (readonly number[])[];
}

/** The best IoU that is had without looking at this picture. */
export const blindIou = ({ grid, truth, blind = [] }: RegionRule): number =>
  Math.max(...[cellsOf(grid), ...blind].map((painted) => cellIou(painted, truth)));

/** Whether looking pays: the blind pictures stay below the full band. `generate` redraws until it does. */
export const fair = (rule: RegionRule): boolean => rule.truth.length > 0 && blindIou(rule) < (rule.full ?? 1);

const TOTAL = 100;

export interface RegionPoints extends RegionRule {
  readonly painted: readonly number[];
  readonly label: Readonly<Record<"covered" | "spared", Text>>;
  readonly note?: (side: "covered" | "spared", cells: number) => Text | undefined;
}

/**
 * 0–100 by IoU: nothing up to what is had blindly, all from `full` on, evenly and rounded down in between. Two parts say which
 * half went wrong: `covered` (cells of the truth painted) and `spared` (cells outside left alone); `note` gets how many were not.
 * Throws RangeError where `fair` is false.
 * @example 4 × 4, truth 4 cells (blind 4/16 = 0.25), painted 3 of them and 1 more: IoU 3/5 → ⌊100 · 0.35 / 0.75⌋ = 46
 */
export function points({ painted, label, note, ...rule }: RegionPoints): Points {
  const { truth, full = 1 } = rule;
  if (!fair(rule)) throw new RangeError(`region: painting blindly reaches ${blindIou(rule).toFixed(3)} of ${full}: redraw`);
  const blind = blindIou(rule);
  const iou = cellIou(painted, truth);
  const inside = new Set(truth);
  const hits = painted.filter((cell) => inside.has(cell)).length;
  const [missed, extra] = [truth.length - hits, painted.length - hits];
  return {
    earned: iou >= full ? TOTAL : Math.max(0, Math.floor((TOTAL * (iou - blind)) / (full - blind))),
    total: TOTAL,
    parts: [
      partOf("covered", label.covered, missed === 0, hits, truth.length, note?.("covered", missed)),
      partOf("spared", label.spared, extra === 0, 0, 0, note?.("spared", extra)),
    ],
  };
}
