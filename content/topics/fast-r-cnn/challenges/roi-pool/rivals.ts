import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { binsOf, cellsOf, isBack, largestOf, RIGHT, roiRanges, winnersBy, type Answer, type Mark, type View, type Way } from "./instance";

/** Marks from (cell, gradient) pairs in their order: a cell's gradients are added, or the last one stands. */
function marks(pairs: readonly (readonly [number, number])[], adds = true): Mark[] {
  const sums = new Map<number, number>();
  for (const [cell, gradient] of pairs) if (cell >= 0) sums.set(cell, (adds ? (sums.get(cell) ?? 0) : 0) + gradient);
  return [...sums].map(([cell, sum]) => ({ cell, sum })).sort((a, b) => a.cell - b.cell);
}

const grid = (values: readonly number[]): Answer => ({ grid: values, marks: [] });
const back = (pairs: readonly (readonly [number, number])[], adds = true): Answer => ({ grid: [], marks: marks(pairs, adds) });

/** Whoever takes the largest of each bin, by some way of cutting the RoI. */
function pool(view: View, way: Way, adds = true): Answer {
  const winners = view.rois.map((roi) => winnersBy(view, roi, way));
  if (isBack(view))
    return back(
      winners.flatMap((cells, r) => cells.map((cell, i) => [cell, view.gradients[r][i]] as const)),
      adds,
    );
  return grid(winners[0].map((cell) => (cell < 0 ? 0 : view.values[cell])));
}

/** The mean of each bin, rounded. */
function means(view: View): Answer | null {
  if (isBack(view)) return null;
  return grid(
    binsOf(view, view.rois[0]).map((bin) => {
      const cells = cellsOf(view, bin);
      return cells.length === 0 ? 0 : Math.round(cells.reduce((sum, cell) => sum + view.values[cell], 0) / cells.length);
    }),
  );
}

/** Every cell of a bin receives the bin's gradient. */
const everyCell = (view: View): Answer | null =>
  isBack(view)
    ? back(
        view.rois.flatMap((roi, r) =>
          binsOf(view, roi).flatMap((bin, i) => cellsOf(view, bin).map((cell) => [cell, view.gradients[r][i]] as const)),
        ),
      )
    : null;

interface Procedure {
  readonly misconception: string;
  readonly levels: readonly Level[];
  readonly play: (view: View) => Answer | null;
}

const PROCEDURES: readonly Procedure[] = [
  { misconception: "mean-of-the-bin", levels: [1, 2, 3, 4], play: means },
  { misconception: "end-cell-left-out", levels: LEVELS, play: (view) => pool(view, { ...RIGHT, lastCell: false }) },
  { misconception: "corners-floored", levels: [2, 3, 4, 5], play: (view) => pool(view, { ...RIGHT, corner: Math.floor }) },
  { misconception: "bins-never-share", levels: [3, 4, 5], play: (view) => pool(view, { ...RIGHT, overlap: false }) },
  { misconception: "cut-before-bins", levels: [4], play: (view) => pool(view, { ...RIGHT, cutFirst: true }) },
  { misconception: "gradient-to-every-cell", levels: [5], play: everyCell },
  { misconception: "shared-winner-once", levels: [5], play: (view) => (isBack(view) ? pool(view, RIGHT, false) : null) },
];

/** The cells of each rounded RoI on the map. */
const insides = (view: View): number[][] =>
  view.rois.map((roi) => {
    const { xs, ys } = roiRanges(view, roi);
    return cellsOf(view, { xs: [xs[0], Math.min(xs[1], view.columns)], ys: [ys[0], Math.min(ys[1], view.rows)] });
  });

/** The largest number of a RoI stands everywhere, or receives everything. */
function largestEverywhere(view: View): Answer {
  const winners = insides(view).map((cells) => largestOf(view.values, cells));
  if (!isBack(view)) return grid(Array.from({ length: view.bins * view.bins }, () => view.values[winners[0]]));
  return back(winners.flatMap((cell, r) => view.gradients[r].map((gradient) => [cell, gradient] as const)));
}

/** As many of a RoI's largest numbers as there are bins, handed out in reading order. */
function largestFew(view: View): Answer {
  const chosen = insides(view).map((cells) =>
    [...cells]
      .sort((a, b) => view.values[b] - view.values[a])
      .slice(0, view.bins * view.bins)
      .sort((a, b) => a - b),
  );
  if (!isBack(view)) return grid(chosen[0].map((cell) => view.values[cell]));
  return back(chosen.flatMap((cells, r) => cells.map((cell, i) => [cell, view.gradients[r][i]] as const)));
}

/** Answers without a look at the bins: none may earn. */
export const blindAnswers = (view: View): Answer[] => [largestEverywhere(view), largestFew(view)];

export const rivals = defineRivals<View, Answer>({
  beliefs: PROCEDURES,
  blind: {
    constants: (view) =>
      isBack(view)
        ? [0, Math.floor(view.values.length / 2)].map((cell) => back([[cell, 5]]))
        : [50, 90, 99].map((value) => grid(Array.from({ length: view.bins * view.bins }, () => value))),
    commonest: largestEverywhere,
    quota: largestFew,
    startingValues: { notPlayable: "every number is open at first, and open numbers cannot be sent" },
  },
});
