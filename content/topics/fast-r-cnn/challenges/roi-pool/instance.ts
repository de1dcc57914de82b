import { quantizeRoi, roiMaxPool, roiMaxPoolGrad, type PoolOptions } from "@/lib/engine/pool";

/** A map of different whole numbers and what is to be pooled from it. */
export interface View {
  readonly columns: number;
  readonly rows: number;
  /** Row by row. */
  readonly values: readonly number[];
  /** Pixels of the picture that a cell steps over. */
  readonly stride: number;
  /** The pooled grid has bins × bins numbers. */
  readonly bins: number;
  /** x1, y1, x2, y2 in pixels of the picture. One RoI where its grid is asked for, two on the way back. */
  readonly rois: readonly (readonly number[])[];
  /** On the way back: for each RoI the gradient that arrives at each number of its grid. Else none. */
  readonly gradients: readonly (readonly number[])[];
}

/** A cell that a gradient reaches, and what arrives there in all. */
export interface Mark {
  readonly cell: number;
  readonly sum: number | null;
}

/** The grid row by row, or on the way back the cells of the map that receive a gradient. */
export interface Answer {
  readonly grid: readonly (number | null)[];
  readonly marks: readonly Mark[];
}

export const isBack = ({ gradients }: Pick<View, "gradients">): boolean => gradients.length > 0;

/** [first cell, end (excluded)] */
export type Range = readonly [number, number];
/** The cells of one bin. */
export interface Bin {
  readonly xs: Range;
  readonly ys: Range;
}

/** How somebody pools. The right way is RIGHT; each misconception changes one thing. */
export interface Way {
  /** Which whole cell a corner belongs to. */
  readonly corner: (cells: number) => number;
  /** Both corner cells belong to the RoI. */
  readonly lastCell: boolean;
  /** A bin's far edge is rounded up, so that bins may share cells. */
  readonly overlap: boolean;
  /** The RoI is cut to the map before it is divided. */
  readonly cutFirst: boolean;
}

/** Halves up: no corner is below 0. */
export const RIGHT: Way = { corner: (cells) => Math.floor(cells + 0.5), lastCell: true, overlap: true, cutFirst: false };

/** Cells of the RoI along x and y, before any is left out for lying beyond the map. */
export function roiRanges({ stride, columns, rows }: View, roi: readonly number[], way: Way = RIGHT): Bin {
  const along = (from: number, to: number, size: number): Range => {
    const first = way.corner(from / stride);
    const end = Math.max(first + 1, way.corner(to / stride) + (way.lastCell ? 1 : 0));
    return [first, way.cutFirst ? Math.min(end, size) : end];
  };
  return { xs: along(roi[0], roi[2], columns), ys: along(roi[1], roi[3], rows) };
}

/** The bins row by row, without cells beyond the map. */
export function binsOf(view: View, roi: readonly number[], way: Way = RIGHT): Bin[] {
  const { bins, columns, rows } = view;
  const whole = roiRanges(view, roi, way);
  const split = ([first, end]: Range, size: number): Range[] => {
    const n = end - first;
    return Array.from({ length: bins }, (_, p): Range => {
      const far = ((p + 1) * n) / bins;
      return [first + Math.floor((p * n) / bins), Math.min(size, first + (way.overlap ? Math.ceil(far) : Math.floor(far)))];
    });
  };
  const [xs, ys] = [split(whole.xs, columns), split(whole.ys, rows)];
  return ys.flatMap((down) => xs.map((across) => ({ xs: across, ys: down })));
}

/** The map's cells of a bin, row by row. */
export function cellsOf({ columns }: Pick<View, "columns">, { xs, ys }: Bin): number[] {
  const out: number[] = [];
  for (let y = ys[0]; y < ys[1]; y++) for (let x = xs[0]; x < xs[1]; x++) out.push(y * columns + x);
  return out;
}

/** The cell with the largest value; −1 where there is none. */
export const largestOf = (values: readonly number[], cells: readonly number[]): number =>
  cells.reduce((best, cell) => (best < 0 || values[cell] > values[best] ? cell : best), -1);

/** The winner of each bin by some way of pooling; −1 for an empty bin. */
export const winnersBy = (view: View, roi: readonly number[], way: Way): number[] =>
  binsOf(view, roi, way).map((bin) => largestOf(view.values, cellsOf(view, bin)));

const flatRois = (view: View) => Float64Array.from(view.rois.flatMap((roi) => [0, ...roi]));
const optionsOf = ({ stride, bins }: View): PoolOptions => ({ outputSize: bins, spatialScale: 1 / stride });
const mapOf = ({ columns, rows, values }: View) => ({ shape: [1, 1, rows, columns], data: Float64Array.from(values) });

/** What the engine pools: for each RoI its winners, row by row. */
export function winnersOf(view: View): number[][] {
  const { argmax } = roiMaxPool(mapOf(view), flatRois(view), optionsOf(view));
  const each = view.bins * view.bins;
  return view.rois.map((_, i) => Array.from(argmax.subarray(i * each, (i + 1) * each)));
}

/** The pooled grid of the first RoI. */
export const gridOf = (view: View): number[] => winnersOf(view)[0].map((cell) => (cell < 0 ? 0 : view.values[cell]));

/** The cells that gradients reach, by number. */
export function marksOf(view: View): { readonly cell: number; readonly sum: number }[] {
  const map = mapOf(view);
  const rois = flatRois(view);
  const options = optionsOf(view);
  const { data } = roiMaxPoolGrad(view.gradients.flat(), roiMaxPool(map, rois, options), map.shape, rois, options);
  return Array.from(data).flatMap((sum, cell) => (sum === 0 ? [] : [{ cell, sum }]));
}

/** The distance of each corner from the half at which it would go to another cell, in cells. Without a stride nothing is rounded. */
export const slackOf = ({ rois, stride }: View): number =>
  stride === 1 ? Infinity : Math.min(...rois.flat().map((v) => Math.abs(v / stride - Math.floor(v / stride) - 0.5)));

/** A RoI as the engine rounds it: first and last cell along x and y, the last ones possibly beyond the map. */
export function roundedOf({ stride }: View, roi: readonly number[]): { readonly x: Range; readonly y: Range } {
  const { x, y, width, height } = quantizeRoi(roi, 1 / stride);
  return { x: [x, x + width - 1], y: [y, y + height - 1] };
}

/** Right numbers; on the way back right cells with the right sum, less a point for each cell too many, never below 0. */
export function pointsOf(view: View, answer: Answer): { readonly earned: number; readonly total: number } {
  if (!isBack(view)) {
    const truth = gridOf(view);
    return { earned: truth.filter((value, i) => answer.grid[i] === value).length, total: truth.length };
  }
  const truth = marksOf(view);
  const right = truth.filter(({ cell, sum }) => answer.marks.some((mark) => mark.cell === cell && mark.sum === sum)).length;
  const extra = answer.marks.filter(({ cell }) => !truth.some((own) => own.cell === cell)).length;
  return { earned: Math.max(0, right - extra), total: truth.length };
}
