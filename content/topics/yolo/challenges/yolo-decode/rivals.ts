import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { bestOf, boxOf, drawable, numbersOf, scoresOf, type Answer, type Cell, type Numbers, type Scored, type View } from "./instance";

const around = (x: number, y: number, w: number, h: number): BoxXYXY => [x - w / 2, y - h / 2, x + w / 2, y + h / 2];

const answer = (view: View, scored: Scored, box: BoxXYXY): Answer | null => {
  const drawn = drawable(view, box);
  return drawn && { box: drawn, cls: view.classes.length === 0 ? null : view.classes[scored.cls] };
};

/** Whoever takes the right box of numbers and reads them so. */
const reading =
  (read: (view: View, cell: Cell, numbers: Numbers) => BoxXYXY) =>
  (view: View): Answer | null => {
    const best = bestOf(view);
    return answer(view, best, read(view, view.cells[best.cell], numbersOf(view, best)));
  };

/** Whoever reads rightly what some other order puts first. */
const choosing =
  (value: (view: View, scored: Scored) => number) =>
  (view: View): Answer | null => {
    const taken = scoresOf(view).reduce((best, each) => (value(view, each) > value(view, best) ? each : best));
    return answer(view, taken, boxOf(view, view.cells[taken.cell], numbersOf(view, taken)));
  };

const centreOf = ({ width, height, grid }: View, { row, column }: Pick<Cell, "row" | "column">, { x, y }: Pick<Numbers, "x" | "y">) =>
  [((column + x / 100) / grid) * width, ((row + y / 100) / grid) * height] as const;

export const beliefs: readonly Belief<View, Answer>[] = [
  {
    misconception: "xy-of-picture",
    levels: LEVELS,
    play: reading(({ width, height }, _, { x, y, w, h }) =>
      around((x * width) / 100, (y * height) / 100, (w * width) / 100, (h * height) / 100),
    ),
  },
  {
    // A small side would be next to nothing: no box to draw.
    misconception: "wh-of-cell",
    levels: [1, 2, 4, 5],
    play: reading((view, cell, numbers) => {
      const side = 100 * view.grid;
      return around(...centreOf(view, cell, numbers), (numbers.w * view.width) / side, (numbers.h * view.height) / side);
    }),
  },
  {
    misconception: "xy-is-corner",
    levels: LEVELS,
    play: reading((view, cell, numbers) => {
      const [x, y] = centreOf(view, cell, numbers);
      return [x, y, x + (numbers.w * view.width) / 100, y + (numbers.h * view.height) / 100];
    }),
  },
  {
    misconception: "cell-is-box",
    levels: LEVELS,
    play: reading((view, cell) => around(...centreOf(view, cell, { x: 50, y: 50 }), view.width / view.grid, view.height / view.grid)),
  },
  {
    misconception: "row-column-swapped",
    levels: [2, 3, 4, 5],
    play: reading((view, { row, column }, numbers) => boxOf(view, { row: column, column: row }, numbers)),
  },
  {
    misconception: "confidence-is-the-score",
    levels: [5],
    play: choosing(({ cells }, { cell, box }) => cells[cell].boxes[box].confidence),
  },
  {
    // Of the boxes of that cell, the surer one.
    misconception: "class-value-is-the-score",
    levels: [5],
    play: choosing(({ cells }, { cell, box, cls }) => 1000 * cells[cell].values[cls] + cells[cell].boxes[box].confidence),
  },
];

/** A box of middling size in the middle of the cell (the first one shown). */
function middling(view: View): Answer {
  const box = drawable(view, around(...centreOf(view, view.cells[0], { x: 50, y: 50 }), 0.3 * view.width, 0.3 * view.height));
  return { box: box ?? view.start, cls: view.classes[0] ?? null };
}

function constants(view: View): Answer[] {
  const { width, height, classes } = view;
  const at = (x: number, y: number, share: number): BoxXYXY =>
    drawable(view, around(x * width, y * height, share * width, share * height)) ?? view.start;
  return [at(0.5, 0.5, 1), at(0.5, 0.5, 0.5), at(0.25, 0.25, 0.4), at(0.75, 0.25, 0.4), at(0.25, 0.75, 0.4), at(0.75, 0.75, 0.4)].map(
    (box, i) => ({ box, cls: classes.length === 0 ? null : classes[i % classes.length] }),
  );
}

/** The box where it starts, moved by the least that counts. */
function nudged({ start: [x1, y1, x2, y2], width, classes }: View): Answer {
  const by = x2 < width ? 1 : -1;
  return { box: [x1 + by, y1, x2 + by, y2], cls: classes[0] ?? null };
}

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: { constants, commonest: middling, quota: { notPlayable: "one box, nothing to hand out" }, startingValues: nudged },
});
