import { defineRivals } from "@/lib/challenges/rivals";
import {
  alongSide,
  bestSet,
  cellsOf,
  columnsOf,
  firstDesign,
  heatOf,
  judge,
  PAIRS,
  pairDrop,
  patchesOver,
  PIECE,
  BLOCKS,
  top,
  TRIPLE,
  TRIPLES,
  type Answer,
  type Design,
  type DesignView,
  type PlacesView,
  type View,
} from "./instance";

const marked = (places: readonly number[]): Answer => ({ places: [...places].sort((a, b) => a - b), patch: null, stride: null });
const designed = (design: Design | null): Answer | null => design && { places: [], ...design };

/** What somebody marks at one kind of task; null elsewhere. */
const at =
  (task: PlacesView["task"] | readonly PlacesView["task"][], mark: (view: PlacesView) => readonly number[]) =>
  (view: View): Answer | null =>
    view.task !== "design" && [task].flat().includes(view.task) ? marked(mark(view)) : null;
const design = (choose: (view: DesignView) => Design | null) => (view: View) => (view.task === "design" ? designed(choose(view)) : null);

const singles = ({ value, scores }: PlacesView) => scores.map((score) => value - score);

/** The heat put where the patch's corner stands, as if a patch were a point. */
function atCorners(view: PlacesView): number[] {
  const drops = singles(view);
  return cellsOf(view).map((block) => {
    const [row, column] = [Math.floor(block / BLOCKS), block % BLOCKS];
    return row < PIECE && column < PIECE ? drops[row * PIECE + column] : -Infinity;
  });
}

export const rivals = defineRivals<View, Answer>({
  beliefs: [
    {
      misconception: "low-score-is-cold",
      levels: [1, 2, 3],
      play: at(["single", "mean", "both"], (view) =>
        top(
          heatOf(view).map((heat) => -heat),
          view.count,
        ),
      ),
    },
    {
      misconception: "sum-not-mean",
      levels: [2],
      play: at("mean", (view) =>
        top(
          heatOf(view).map((mean, block) => mean * patchesOver(block).length),
          view.count,
        ),
      ),
    },
    { misconception: "patch-is-a-point", levels: [2], play: at("mean", (view) => top(atCorners(view), view.count)) },
    { misconception: "grey-is-nothing", levels: [3], play: at("both", (view) => top(singles(view), view.count)) },
    {
      misconception: "average-hides",
      levels: [3],
      play: at("both", (view) =>
        top(
          view.scores.map((score, i) => -score - view.second[i]),
          view.count,
        ),
      ),
    },
    {
      misconception: "patch-does-not-matter",
      levels: [4],
      play: design(({ smallest }) => ({ patch: Math.max(16, smallest), stride: 8 })),
    },
    {
      misconception: "finer-is-better",
      levels: [4],
      play: design(
        (view) =>
          firstDesign(
            view,
            ({ patch, stride }) => patch === view.smallest && judge(view, patch, stride).covers && judge(view, patch, stride).within,
          ) ?? {
            patch: view.smallest,
            stride: view.smallest,
          },
      ),
    },
    {
      misconception: "stride-is-free",
      levels: [4],
      play: design((view) => firstDesign(view, ({ patch, stride }) => judge(view, patch, stride).covers)),
    },
    {
      misconception: "border-covers-itself",
      levels: [4],
      play: design((view) => firstDesign(view, ({ patch, stride }) => stride <= patch && judge(view, patch, stride).within)),
    },
    {
      misconception: "passes-in-a-row",
      levels: [4],
      play: design((view) =>
        firstDesign(view, ({ patch, stride }) => judge(view, patch, stride).covers && alongSide(view.side, patch, stride) <= view.budget),
      ),
    },
    { misconception: "places-add-up", levels: [5], play: at("joint", (view) => top(singles(view), TRIPLE)) },
    {
      misconception: "strongest-stays-strongest",
      levels: [5],
      play: at("joint", (view) => {
        const pair = bestSet(PAIRS, ([a, b]) => pairDrop(view, a, b));
        const [third] = top(
          singles(view).map((drop, i) => (pair.includes(i) ? -Infinity : drop)),
          1,
        );
        return [...pair, third];
      }),
    },
  ],
  blind: {
    constants: (view) =>
      view.task === "design"
        ? [
            { patch: 16, stride: 8 },
            { patch: 16, stride: 16 },
            { patch: 8, stride: 8 },
            { patch: 24, stride: 12 },
            { patch: 20, stride: 10 },
          ].map((one) => ({ places: [], ...one }))
        : view.task === "joint"
          ? TRIPLES.map(marked)
          : [0, 1, 2].map((shift) => middle(view, shift)),
    commonest: (view) => (view.task === "design" ? { places: [], patch: 16, stride: 8 } : middle(view, 0)),
    quota: (view) => (view.task === "design" ? { places: [], patch: view.largest, stride: view.largest } : middle(view, 1)),
    startingValues: { notPlayable: "nothing is marked and no knob is set at first, and such an answer cannot be sent" },
  },
});

/** Places around the middle of the picture, where objects often are. */
function middle(view: PlacesView, shift: number): Answer {
  const columns = columnsOf(view);
  const rows = cellsOf(view).length / columns;
  const away = (cell: number) => Math.abs(Math.floor(cell / columns) - (rows - 1) / 2) + Math.abs((cell % columns) - (columns - 1) / 2);
  return marked(
    cellsOf(view)
      .sort((a, b) => away(a) - away(b) || a - b)
      .slice(shift, shift + view.count),
  );
}
