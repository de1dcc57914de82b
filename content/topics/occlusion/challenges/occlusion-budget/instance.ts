import { choices, COARSE, FINE, type Fill } from "./recording";

/** Marks places: by one grid of scores, by means over a small piece, by two grids, by joint drops. Scores are whole hundredths of a logit. */
export interface PlacesView {
  readonly task: "single" | "mean" | "both" | "joint";
  readonly scene: number;
  /** Index into VOC_CLASSES. */
  readonly label: number;
  /** The score without a patch. */
  readonly value: number;
  /** How many places to mark. */
  readonly count: number;
  /** The corner of the part that is looked at, a cell of FINE × FINE, or of COARSE × COARSE with two colours; 0 where the picture is whole. */
  readonly corner: number;
  /** Under grey: COARSE × COARSE places, PART × PART with two colours, the small piece's PIECE × PIECE, or one for each of `cells`. */
  readonly scores: readonly number[];
  /** Under the second colour. */
  readonly other: Fill | null;
  readonly second: readonly number[];
  /** Lettered places, as cells of COARSE × COARSE, and the scores with each pair of them hidden. */
  readonly cells: readonly number[];
  readonly pairs: readonly number[];
}

/** Chooses a patch and a stride. */
export interface DesignView {
  readonly task: "design";
  /** Of the picture, pixels. */
  readonly side: number;
  readonly budget: number;
  /** Bounds of the patch. */
  readonly smallest: number;
  readonly largest: number;
}
export type View = PlacesView | DesignView;

export interface Answer {
  readonly places: readonly number[];
  readonly patch: number | null;
  readonly stride: number | null;
}

/** Scores with every three of the lettered places hidden, in the order of `choices`; null where the view says it all. */
export type Truth = readonly number[] | null;

/** Patches along a side of the small piece, and its blocks of 8 pixels along a side. */
export const [PIECE, BLOCKS] = [3, 4] as const;
export const LETTERED = 6;
/** Places along a side of the part that two colours are compared on. */
export const PART = 5;
export const TRIPLE = 3;
/** Steps of the knobs at level 4, and the ends of the stride. */
export const [PATCH_STEP, STRIDE_STEP, LEAST_STRIDE, MOST_STRIDE] = [4, 2, 2, 48] as const;

export const columnsOf = ({ task }: PlacesView): number => ({ single: COARSE, mean: BLOCKS, both: PART, joint: LETTERED })[task];
export const cellsOf = (view: PlacesView): number[] =>
  Array.from({ length: view.task === "joint" ? LETTERED : columnsOf(view) ** 2 }, (_, i) => i);

/** The patches of the piece that cover a block: one in a corner, two at an edge, four inside. */
export function patchesOver(block: number): number[] {
  const [row, column] = [Math.floor(block / BLOCKS), block % BLOCKS];
  return Array.from({ length: PIECE * PIECE }, (_, p) => p).filter((p) => {
    const [y, x] = [Math.floor(p / PIECE), p % PIECE];
    return (y === row || y === row - 1) && (x === column || x === column - 1);
  });
}

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
export const PAIRS = choices(LETTERED, 2);
export const TRIPLES = choices(LETTERED, TRIPLE);
const PAIR_AT = Array.from({ length: LETTERED }, (_, a) =>
  Array.from({ length: LETTERED }, (_, b) => PAIRS.findIndex(([i, j]) => i === a && j === b)),
);
/** The drop with two lettered places hidden. */
export const pairDrop = ({ value, pairs }: PlacesView, a: number, b: number): number =>
  value - pairs[PAIR_AT[Math.min(a, b)][Math.max(a, b)]];

/** What pairs say of a set of three: the pairs' drops, less the singles', each of which is in two pairs. */
export const fromPairs = (view: PlacesView, set: readonly number[]): number =>
  sum(choices(set.length, 2).map(([i, j]) => pairDrop(view, set[i], set[j]))) - sum(set.map((i) => view.value - view.scores[i]));

/** The drop that decides, place by place, in quarters of a hundredth: whole, as means over four are. */
export function heatOf(view: PlacesView): number[] {
  const { value, scores, second } = view;
  if (view.task === "both") return scores.map((score, i) => 4 * (value - Math.max(score, second[i])));
  if (view.task !== "mean") return scores.map((score) => 4 * (value - score));
  return cellsOf(view).map((block) => {
    const over = patchesOver(block);
    return (4 / over.length) * sum(over.map((p) => value - scores[p]));
  });
}

/** The `count` first places of an order, as a set. */
export const top = (measure: readonly number[], count: number): number[] =>
  measure
    .map((_, i) => i)
    .sort((a, b) => measure[b] - measure[a] || a - b)
    .slice(0, count)
    .sort((a, b) => a - b);

/** The set whose measure is largest; of equals the first. */
export function bestSet(sets: readonly (readonly number[])[], measure: (set: readonly number[], i: number) => number): readonly number[] {
  const measured = sets.map(measure);
  return sets[measured.indexOf(Math.max(...measured))];
}

export const rightPlaces = (view: PlacesView, truth: Truth): readonly number[] =>
  truth ? bestSet(TRIPLES, (_, i) => -truth[i]) : top(heatOf(view), view.count);

/** By how many logits the places to be marked stand out from the others. */
export function standOut(view: PlacesView, truth: Truth): number {
  const order = (truth ? truth.map((score) => -4 * score) : heatOf(view)).sort((a, b) => b - a);
  const last = truth ? 1 : view.count;
  return (order[last - 1] - order[last]) / 400;
}

/** Places along a side for a patch and a stride. */
export const alongSide = (side: number, patch: number, stride: number): number => Math.floor((side - patch) / stride) + 1;

export interface Judged {
  /** The patch is within its bounds; it leaves no pixel out; the passes are within the budget. */
  readonly size: boolean;
  readonly covers: boolean;
  readonly within: boolean;
}
export function judge({ side, budget, smallest, largest }: DesignView, patch: number, stride: number): Judged {
  return {
    size: patch >= smallest && patch <= largest,
    covers: stride <= patch && (side - patch) % stride === 0,
    within: alongSide(side, patch, stride) ** 2 <= budget,
  };
}
export const holds = ({ size, covers, within }: Judged): boolean => size && covers && within;

export interface Design {
  readonly patch: number;
  readonly stride: number;
}
/** All patches and strides on the knobs: finest stride first, then the larger patch. */
const designs = ({ largest, smallest }: DesignView): Design[] =>
  Array.from({ length: (MOST_STRIDE - LEAST_STRIDE) / STRIDE_STEP + 1 }, (_, i) => LEAST_STRIDE + STRIDE_STEP * i).flatMap((stride) =>
    Array.from({ length: (largest - smallest) / PATCH_STEP + 1 }, (_, i) => ({ patch: largest - PATCH_STEP * i, stride })),
  );
/** The first design that something holds for. */
export const firstDesign = (view: DesignView, wanted: (design: Design) => boolean): Design | null => designs(view).find(wanted) ?? null;
export const rightDesign = (view: DesignView): Design | null => firstDesign(view, ({ patch, stride }) => holds(judge(view, patch, stride)));

/** Pixels of a place's corner and the side of what is marked there. */
export function squareOf(view: PlacesView, place: number): { readonly x: number; readonly y: number; readonly side: number } {
  if (view.task === "mean") {
    const [row, column] = [Math.floor(view.corner / FINE), view.corner % FINE];
    return { x: 8 * (column + (place % BLOCKS)), y: 8 * (row + Math.floor(place / BLOCKS)), side: 8 };
  }
  const cell =
    view.task === "joint"
      ? view.cells[place]
      : view.task === "both"
        ? view.corner + Math.floor(place / PART) * COARSE + (place % PART)
        : place;
  return { x: 16 * (cell % COARSE), y: 16 * Math.floor(cell / COARSE), side: 16 };
}
