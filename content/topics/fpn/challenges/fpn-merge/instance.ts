/** A square map of whole numbers, row by row. */
export interface SquareMap {
  readonly side: number;
  /** One list a channel. */
  readonly channels: readonly (readonly number[])[];
}

/** The way down a pyramid: the coarsest map, the lateral ones below it, and the cells that are asked for. */
export interface View {
  /** What comes down from above: one channel of tens. */
  readonly top: SquareMap;
  /** The maps beside the way down, each twice as fine as the one before. */
  readonly laterals: readonly SquareMap[];
  /** The 1×1 that a lateral map goes through; null where it has one channel that is added as it is. */
  readonly weights: readonly number[] | null;
  /** Cells of the finest merged map, by number. */
  readonly asked: readonly number[];
}

export interface Answer {
  /** Entry i is the number in the i-th asked cell. */
  readonly values: readonly (number | null)[];
}

/** How somebody makes a level. The right way is RIGHT; each misconception changes one thing. */
export interface Way {
  /** The map, twice as wide and high. */
  readonly enlarge: (map: readonly number[], side: number) => number[];
  /** One number a cell from the lateral map's channels. */
  readonly project: (channels: readonly number[], weights: readonly number[] | null) => number;
  readonly merge: (fromAbove: number, lateral: number) => number;
}

const doubled = (side: number, at: (row: number, column: number) => number): number[] =>
  Array.from({ length: 4 * side * side }, (_, i) => at(Math.floor(i / (2 * side)), i % (2 * side)));

/** Each cell becomes 2 × 2 cells. */
export const nearest: Way["enlarge"] = (map, side) => doubled(side, (row, column) => map[(row >> 1) * side + (column >> 1)]);
/** The whole map, four times. */
export const tiled: Way["enlarge"] = (map, side) => doubled(side, (row, column) => map[(row % side) * side + (column % side)]);
/** Between the middles of cells, to the nearest whole number: quarters of the two nearest rows and columns. */
export const bilinear: Way["enlarge"] = (map, side) => {
  const inside = (i: number) => Math.min(side - 1, Math.max(0, i));
  return doubled(side, (row, column) => {
    const [r, c] = [row >> 1, column >> 1];
    const [r2, c2] = [inside(r + (row % 2 === 0 ? -1 : 1)), inside(c + (column % 2 === 0 ? -1 : 1))];
    const at = (y: number, x: number) => map[y * side + x];
    return Math.floor((9 * at(r, c) + 3 * at(r2, c) + 3 * at(r, c2) + at(r2, c2)) / 16 + 0.5);
  });
};

const weighted: Way["project"] = (channels, weights) =>
  channels.reduce((sum, value, i) => sum + value * (weights === null ? 1 : weights[i]), 0);

export const RIGHT: Way = { enlarge: nearest, project: weighted, merge: (fromAbove, lateral) => fromAbove + lateral };

/** A lateral map after its 1×1. */
const projected = ({ channels }: SquareMap, weights: View["weights"], way: Way = RIGHT): number[] =>
  channels[0].map((_, cell) =>
    way.project(
      channels.map((channel) => channel[cell]),
      weights,
    ),
  );

/** One level on the way down: what came down enlarged, the lateral map after its 1×1, and what becomes of both. */
export interface Merged {
  readonly side: number;
  readonly fromAbove: readonly number[];
  readonly lateral: readonly number[];
  readonly sum: readonly number[];
}

/** All levels below the top, coarsest first. */
export function pyramidOf({ top, laterals, weights }: View, way: Way = RIGHT): Merged[] {
  let [map, side] = [top.channels[0], top.side];
  return laterals.map((own) => {
    const fromAbove = way.enlarge(map, side);
    const lateral = projected(own, weights, way);
    const sum = fromAbove.map((value, cell) => way.merge(value, lateral[cell]));
    [map, side] = [sum, own.side];
    return { side, fromAbove, lateral, sum };
  });
}

export const finestOf = (view: View, way: Way = RIGHT): Merged => {
  const levels = pyramidOf(view, way);
  return levels[levels.length - 1];
};

export const valuesOf = (view: View, way: Way = RIGHT): number[] => {
  const { sum } = finestOf(view, way);
  return view.asked.map((cell) => sum[cell]);
};

/** The coarse cell that a fine one copies. */
export const parentOf = (cell: number, side: number): number => (Math.floor(cell / side) >> 1) * (side / 2) + ((cell % side) >> 1);

/** What the levels are called: the finest is M3. */
export const levelName = ({ laterals }: View, level: number): string => `M${2 + laterals.length - level}`;
export const topName = (view: View): string => levelName(view, -1);
export const lateralName = (view: View, level: number): string => `C${2 + view.laterals.length - level}`;
