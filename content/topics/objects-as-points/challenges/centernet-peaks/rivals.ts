import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import type { BoxXYXY } from "@/lib/engine/boxes";
import {
  allPeaks,
  boxOf,
  drawable,
  highest,
  neighboursOf,
  placeOf,
  solutionOf,
  strongestBeside,
  strongOf,
  topNumbers,
  topOf,
  truthOf,
  valueOf,
  type Answer,
  type Numbers,
  type View,
} from "./instance";

const ALL = [1, 2, 3, 4, 5] as const;

/** These cells, of which the best stay where only some do, with the right box. */
const marks =
  (cells: (view: View) => readonly number[]) =>
  (view: View): Answer => ({ peaks: highest(view, cells(view), view.keep), box: solutionOf(view).box });

/** No neighbour is larger, whatever the cut. */
const maximum = (view: View, cell: number, cross = false) => valueOf(view, cell) >= valueOf(view, strongestBeside(view, cell, cross));
const everyCell = (view: View) => view.maps.flat().map((_, i) => i);

/** Strong cells that touch, at a side or a corner, form one blob. */
function blobsOf(view: View): number[][] {
  const open = new Set(strongOf(view));
  const blobs: number[][] = [];
  for (const first of open) {
    const blob = [first];
    open.delete(first);
    for (const cell of blob) for (const next of neighboursOf(view, cell)) if (open.delete(next)) blob.push(next);
    blobs.push(blob);
  }
  return blobs;
}

/** No other class has a larger value at this very cell. */
const leads = (view: View, peak: number): boolean => view.maps.every((map) => map[placeOf(view, peak).cell] <= valueOf(view, peak));

/** The right peaks, and a box read in this way from the highest peak's numbers. */
const reads =
  (read: (view: View, numbers: Numbers) => BoxXYXY | null) =>
  (view: View): Answer | null => {
    const numbers = topNumbers(view);
    const box = numbers && read(view, numbers);
    const shown = box && drawable(view, box);
    return shown && { peaks: truthOf(view), box: shown };
  };

/** The strongest of the other cells whose numbers are listed around the highest peak. */
function besideTop(view: View): Numbers | null {
  const beside = neighboursOf(view, topOf(view)).map((cell) => placeOf(view, cell).cell);
  return view.decode?.numbers.find(({ cell }) => beside.includes(cell)) ?? null;
}

export const beliefs: readonly Belief<View, Answer>[] = [
  { misconception: "every-hot-cell", levels: ALL, play: marks(strongOf) },
  {
    misconception: "one-per-class",
    levels: ALL,
    play: marks((view) => view.maps.map((map, m) => m * map.length + map.indexOf(Math.max(...map)))),
  },
  { misconception: "any-maximum", levels: [1, 2], play: marks((view) => everyCell(view).filter((cell) => maximum(view, cell))) },
  {
    misconception: "four-neighbours",
    levels: [2, 3, 4, 5],
    play: marks((view) => strongOf(view).filter((cell) => maximum(view, cell, true))),
  },
  {
    misconception: "highest-cells",
    levels: [2, 3, 4, 5],
    play: (view) => marks((all) => highest(all, everyCell(all), truthOf(all).length))(view),
  },
  { misconception: "classes-compete", levels: [3, 4, 5], play: marks((view) => allPeaks(view).filter((peak) => leads(view, peak))) },
  { misconception: "one-per-blob", levels: [4, 5], play: marks((view) => blobsOf(view).flatMap((blob) => highest(view, blob, 1))) },
  { misconception: "all-peaks-stay", levels: [5], play: (view) => ({ peaks: allPeaks(view), box: solutionOf(view).box }) },
  { misconception: "cell-is-centre", levels: [5], play: reads((view, numbers) => boxOf(view, { ...numbers, offset: [50, 50] })) },
  {
    misconception: "offset-moves-cell",
    levels: [5],
    play: reads((view, { cell, offset: [ox, oy], size }) => boxOf(view, { cell, offset: [ox < 50 ? 0 : 100, oy < 50 ? 0 : 100], size })),
  },
  {
    misconception: "point-is-corner",
    levels: [5],
    play: reads((view, numbers) => {
      const [x1, y1, x2, y2] = boxOf(view, numbers);
      return [(x1 + x2) / 2, (y1 + y2) / 2, x2 + (x2 - x1) / 2, y2 + (y2 - y1) / 2];
    }),
  },
  {
    misconception: "beside-will-do",
    levels: [5],
    play: reads((view) => {
      const numbers = besideTop(view);
      return numbers && boxOf(view, numbers);
    }),
  },
];

const middle = ({ side }: View) => Math.floor(side / 2) * side + Math.floor(side / 2);
/** The same cells in every map. */
const everywhere = (view: View, cells: readonly number[]): Answer => ({
  peaks: view.maps.flatMap((map, m) => cells.map((cell) => m * map.length + cell)),
  box: view.decode?.start ?? null,
});

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants: (view) => [
      everywhere(view, [middle(view)]),
      everywhere(view, [0]),
      everywhere(view, [view.side + 1, view.side * view.side - view.side - 2]),
      everywhere(
        view,
        view.maps[0].map((_, cell) => cell),
      ),
    ],
    commonest: (view) => everywhere(view, [middle(view)]),
    /** The two highest cells of each map. */
    quota: (view) => ({
      peaks: view.maps.flatMap((map, m) =>
        highest(
          view,
          map.map((_, cell) => m * map.length + cell),
          2,
        ),
      ),
      box: view.decode?.start ?? null,
    }),
    startingValues: { notPlayable: "no cell is marked at first, and an answer without one cannot be sent" },
  },
});
