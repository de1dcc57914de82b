/** A cell of HOG as it is drawn, what may be answered, and what that earns. */
import * as estimate from "@/lib/challenges/answers/estimate";
import { BINS, barsOf, degreesOf, hysteresis, sum, type Arrow } from "../../bins";

/** Pixels along a patch's side; the four in the middle have gradients. */
export const SIDE = 4;
const INNER = [5, 6, 9, 10] as const;
/** The highest bar that a board offers. */
export const MOST = 60;

export interface View {
  /** The cell's gradients; none where they are to be read from pixels. */
  readonly arrows: readonly Arrow[];
  /** SIDE × SIDE brightnesses, row by row, or null. */
  readonly pixels: readonly number[] | null;
  /** A vote is shared between two bins. */
  readonly shared: boolean;
  /** The bars of the three other cells of the block, or null where no block is asked for. */
  readonly block: readonly (readonly number[])[] | null;
}

export interface Answer {
  readonly bars: readonly number[];
  /** Hundredths: the largest number of the block after L2-Hys. Null until it is given, and where it is not asked for. */
  readonly largest: number | null;
}

/** The difference that a pixel's gradient is made of: the neighbour after it less the one before it, or less itself. */
export type Difference = "central" | "forward";

/** The gradients of a patch's four inner pixels. */
export function gradientsOf(pixels: readonly number[], difference: Difference = "central"): Arrow[] {
  return INNER.map((at) => {
    const back = difference === "central" ? 1 : 0;
    const x = pixels[at + 1] - pixels[at - back];
    const y = pixels[at + SIDE] - pixels[at - back * SIDE];
    return { size: Math.round(Math.sqrt(x * x + y * y)), degrees: degreesOf(x, y) };
  });
}

/** The right and left, lower and upper neighbours of an inner pixel, as its gradient takes them. */
export function neighboursOf(pixels: readonly number[], inner: number) {
  const at = INNER[inner];
  return { right: pixels[at + 1], left: pixels[at - 1], below: pixels[at + SIDE], above: pixels[at - SIDE] };
}

/** Which inner pixel a cell of the patch is, 0 … 3; −1 for the others. */
export const innerOf = (cell: number): number => INNER.findIndex((at) => at === cell);

export const arrowsOf = ({ arrows, pixels }: View): readonly Arrow[] => (pixels ? gradientsOf(pixels) : arrows);

export const rightBars = (view: View): number[] => barsOf(arrowsOf(view), view.shared);

/** The block with these bars as its first cell. */
export const blockWith = (bars: readonly number[], block: readonly (readonly number[])[]): number[] => [...bars, ...block.flat()];

export const hundredths = (value: number): number => Math.round(100 * value);

/** The largest number of the block after L2-Hys with these bars, in hundredths; null where no block is asked for. */
export const largestWith = ({ block }: View, bars: readonly number[]): number | null =>
  block === null ? null : hundredths(hysteresis(blockWith(bars, block)).after);

export const solutionOf = (view: View): Answer => {
  const bars = rightBars(view);
  return { bars, largest: largestWith(view, bars) };
};

/** Full within a hundredth, nothing from five on: 0.20 and the number without a clip lie further off. */
const BAND = { full: 1, zero: 5 } as const;
/** Of 100 points where a block is asked for. */
const [BAR_POINTS, BLOCK_POINTS] = [60, 40] as const;

/** How much of the cell is right: all sizes less what stands too high or too low, over all sizes. */
const barShare = (truth: readonly number[], bars: readonly number[]) => ({
  right: Math.max(0, sum(truth) - sum(truth.map((value, bin) => Math.abs(value - bars[bin])))),
  all: sum(truth),
});

export interface Points {
  readonly earned: number;
  readonly total: number;
  /** Points for the block's largest number, out of `blockTotal`; 0 of 0 where it is not asked for. */
  readonly block: number;
  readonly blockTotal: number;
}

export function pointsOf(view: View, { bars, largest }: Answer): Points {
  const truth = solutionOf(view);
  const { right, all } = barShare(truth.bars, bars);
  if (truth.largest === null) return { earned: right, total: all, block: 0, blockTotal: 0 };
  const block = estimate.pointsOf(largest, truth.largest, BAND, BLOCK_POINTS);
  return { earned: Math.floor((BAR_POINTS * right) / all) + block, total: BAR_POINTS + BLOCK_POINTS, block, blockTotal: BLOCK_POINTS };
}

/** No bar yet. */
export const noBars = (): number[] => new Array<number>(BINS).fill(0);
