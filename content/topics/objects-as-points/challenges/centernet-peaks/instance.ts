/** Heat maps in hundredths, what counts as a peak in them, the box that one cell means, and what an answer is worth. */
import { decodeCenter, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { heatmapPeaks } from "@/lib/engine/match";
import type { VocClass } from "@/lib/engine/scenes";

/** What the offset and size heads say at one cell. */
export interface Numbers {
  readonly cell: number;
  /** Hundredths of a cell, across and down. */
  readonly offset: readonly [number, number];
  /** Tenths of a cell: width and height. */
  readonly size: readonly [number, number];
}

export interface View {
  /** Cells along a side. */
  readonly side: number;
  /** The score from which a peak counts, in hundredths. */
  readonly cut: number;
  /** One map a class, row by row, in hundredths. */
  readonly maps: readonly (readonly number[])[];
  readonly classes: readonly VocClass[];
  /** How many peaks stay, over all maps; null: all. */
  readonly keep: number | null;
  /** Where a box is asked as well: pixels a cell, four cells' numbers, and the box at first. */
  readonly decode: { readonly stride: number; readonly numbers: readonly Numbers[]; readonly start: BoxXYXY } | null;
}

export interface Answer {
  /** Cells of all maps, one map after the other. */
  readonly peaks: readonly number[];
  /** Whole pixels; null while it was not moved, or is not asked. */
  readonly box: BoxXYXY | null;
}

export const MOST_SIDE = 8;
/** Pixels of the largest picture. */
export const WIDEST = 256;
/** The least width and height of a box on the board. */
export const SMALLEST = 8;

const cellsOf = ({ side }: View) => side * side;
/** The map that a cell of an answer lies in, and its number there. */
export const placeOf = (view: View, peak: number) => ({ map: Math.floor(peak / cellsOf(view)), cell: peak % cellsOf(view) });
export const valueOf = (view: View, peak: number): number => view.maps[Math.floor(peak / cellsOf(view))][peak % cellsOf(view)];
/** Every cell of all maps at or above the cut. */
export const strongOf = (view: View): number[] => view.maps.flat().flatMap((value, i) => (value >= view.cut ? [i] : []));

const SQUARE = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const)).filter(([dx, dy]) => dx !== 0 || dy !== 0);
const CROSS = SQUARE.filter(([dx, dy]) => dx === 0 || dy === 0);

/** The neighbours of a cell inside its map: eight, or with `cross` four. */
export function neighboursOf(view: View, peak: number, cross = false): number[] {
  const { side } = view;
  const { map, cell } = placeOf(view, peak);
  const [x, y] = [cell % side, Math.floor(cell / side)];
  return (cross ? CROSS : SQUARE).flatMap(([dx, dy]) => {
    const [nx, ny] = [x + dx, y + dy];
    return nx < 0 || ny < 0 || nx >= side || ny >= side ? [] : [map * side * side + ny * side + nx];
  });
}

/** The neighbour with the largest value. */
export const strongestBeside = (view: View, peak: number, cross = false): number =>
  neighboursOf(view, peak, cross).reduce((top, each) => (valueOf(view, each) > valueOf(view, top) ? each : top));

/** The `count` cells with the largest values, in the order of their numbers. */
export const highest = (view: View, cells: readonly number[], count: number | null): number[] =>
  [...cells]
    .sort((a, b) => valueOf(view, b) - valueOf(view, a) || a - b)
    .slice(0, count ?? undefined)
    .sort((a, b) => a - b);

/** Every peak at or above the cut, as CenterNet finds it: a cell that none of its eight neighbours exceeds. */
export const allPeaks = (view: View): number[] =>
  Array.from(heatmapPeaks(view.maps.flat(), view.maps.length, view.side, view.side)).filter((peak) => valueOf(view, peak) >= view.cut);

export const truthOf = (view: View): number[] => highest(view, allPeaks(view), view.keep);

/** The highest peak of all. */
export const topOf = (view: View): number => highest(view, allPeaks(view), 1)[0];

/** The box that a cell's numbers mean, in pixels. */
export function boxOf({ side, decode }: View, { cell, offset: [ox, oy], size: [w, h] }: Numbers): BoxXYXY {
  return decodeCenter(
    { x: cell % side, y: Math.floor(cell / side), offset: [ox / 100, oy / 100], size: [w / 10, h / 10] },
    decode?.stride ?? 1,
  );
}

/** The numbers at the highest peak. */
export function topNumbers(view: View): Numbers | null {
  const { cell } = placeOf(view, topOf(view));
  return view.decode?.numbers.find((each) => each.cell === cell) ?? null;
}

export function trueBox(view: View): BoxXYXY | null {
  const numbers = topNumbers(view);
  return numbers && boxOf(view, numbers);
}

const whole = ([x1, y1, x2, y2]: BoxXYXY): BoxXYXY => [Math.round(x1) + 0, Math.round(y1) + 0, Math.round(x2), Math.round(y2)];

/** A box in whole pixels, cut to the picture; null where next to nothing is left of it. */
export function drawable(view: View, box: BoxXYXY): BoxXYXY | null {
  const side = view.side * (view.decode?.stride ?? 1);
  const [x1, y1, x2, y2] = whole(box).map((value) => Math.min(side, Math.max(0, value)));
  return x2 - x1 < SMALLEST || y2 - y1 < SMALLEST ? null : [x1, y1, x2, y2];
}

export function solutionOf(view: View): Answer {
  const box = trueBox(view);
  return { peaks: truthOf(view), box: box && whole(box) };
}

/** What a wrong or missing peak costs, and what a box is worth where it is asked. */
export const [COST, BOX_POINTS] = [30, 33] as const;
/** IoU from which a box earns points, and all of them. */
export const [FROM, FULL] = [0.75, 0.9] as const;

/** Points of 100. Without a single right peak there are none for peaks. */
export function pointsOf(view: View, { peaks, box }: Answer): { readonly peaks: number; readonly box: number } {
  const truth = truthOf(view);
  const hits = peaks.filter((peak) => truth.includes(peak)).length;
  const wrong = truth.length - hits + (peaks.length - hits);
  const own = trueBox(view);
  const overlap = own === null || box === null ? 0 : iou(box, own);
  return {
    peaks: hits === 0 ? 0 : Math.max(0, (view.decode ? 100 - BOX_POINTS : 100) - COST * wrong),
    box: Math.round(BOX_POINTS * Math.min(1, Math.max(0, (overlap - FROM) / (FULL - FROM)))),
  };
}

/** How far the closest decision is from its flip: of strong cells from their largest neighbour, of all values from the cut, of peaks from one another. */
export function slackOf(view: View): number {
  const values = view.maps.flat();
  const beside = strongOf(view).map((cell) => Math.abs(valueOf(view, cell) - valueOf(view, strongestBeside(view, cell))));
  const scores = allPeaks(view)
    .map((peak) => valueOf(view, peak))
    .sort((a, b) => b - a);
  const gaps = scores.slice(1).map((score, i) => scores[i] - score);
  const own = trueBox(view);
  const fit = own === null ? Infinity : 100 * (iou(whole(own), own) - FULL);
  return Math.min(fit, ...beside, ...gaps, ...values.map((value) => Math.abs(value - view.cut)));
}
