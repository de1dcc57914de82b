import { defineRivals } from "@/lib/challenges/rivals";
import { best, CELLS, inBox, SIDE, total } from "./cells";
import { alphaOf, covered, weighed, type Answer, type OpenChannel, type View } from "./instance";
import type { SceneObject } from "./recording";

/** How far a cell is from the picture's middle, in steps. */
const fromMiddle = (cell: number) => Math.abs((cell % SIDE) - 3) + Math.abs(Math.floor(cell / SIDE) - 3);
const everyCell = Array.from({ length: CELLS }, (_, cell) => cell);
const area = ({ box: [x1, y1, x2, y2] }: SceneObject) => (x2 - x1) * (y2 - y1);
/** Boxes fill first; what is left over goes to the cells nearest the middle of the first object. */
function onBoxes(objects: readonly SceneObject[]): number[] {
  const [x1, y1, x2, y2] = objects[0].box;
  const [column, row] = [(x1 + x2) / 32 - 0.5, (y1 + y2) / 32 - 0.5];
  return covered(objects).map((pixels, cell) => {
    const away = Math.abs((cell % SIDE) - column) + Math.abs(Math.floor(cell / SIDE) - row);
    return 1000 * pixels - away;
  });
}

/** Marks the hottest by one list, and then of the other cells the coldest by another. */
function marks({ hot, cold }: View, warm: readonly number[], cool: readonly number[]): Answer {
  const marked = best(warm, hot);
  const least = Math.min(...cool) - 1;
  return {
    hot: marked,
    cold: best(
      cool.map((v, cell) => (marked.includes(cell) ? least : v)),
      cold,
    ),
  };
}

const biggest = ({ objects }: View) => [...objects].sort((a, b) => area(b) - area(a))[0];
const rim = everyCell.map(fromMiddle);
/** Where nothing stands: no object, no line, far from the middle. */
const empty = ({ objects, edges }: View) => covered(objects).map((pixels, cell) => -1000 * pixels - 10 * edges[cell] + rim[cell]);
const reckon = (view: View, weight: (channel: OpenChannel) => number): Answer =>
  marks(view, weighed(view.channels, view.channels.map(weight)), []);

/** The object's own box for, the other objects' boxes against: what somebody who knows Grad-CAM marks without reckoning. */
export function expert(view: View): Answer {
  const { objects, asked } = view;
  if (asked === null) return reckon(view, alphaOf);
  return marks(view, onBoxes([objects[asked]]), covered(objects.filter((_, i) => i !== asked)));
}

/** HiResCAM: every cell weighed by the gradient of its own quarter. */
function cellByCell({ channels, hot }: View): Answer {
  const map = everyCell.map((cell) => {
    const quarter = (Math.floor(cell / SIDE) > 3 ? 2 : 0) + (cell % SIDE > 3 ? 1 : 0);
    return total(channels.map(({ tile, gradients }) => tile[cell] * (gradients?.[quarter] ?? 0)));
  });
  return { hot: best(map, hot), cold: [] };
}

const peakOf = (values: readonly number[]) => values.reduce((most, v) => (Math.abs(v) > Math.abs(most) ? v : most), 0);

/** The channel with the largest α alone. */
function strongestAlone(view: View): Answer {
  const most = Math.max(...view.channels.map(alphaOf));
  const first = view.channels.findIndex((channel) => alphaOf(channel) === most);
  return marks(view, view.channels[first].tile, []);
}

export const rivals = defineRivals<View, Answer>({
  beliefs: [
    { misconception: "bold-is-hot", levels: [1, 2], play: (view) => marks(view, view.edges, empty(view)) },
    {
      misconception: "any-class-same-map",
      levels: [2, 3, 4],
      play: (view) =>
        view.channels.length > 0 ? reckon(view, () => 1) : marks(view, onBoxes([biggest(view), ...view.objects]), empty(view)),
    },
    {
      misconception: "cold-is-empty",
      levels: [3],
      play: (view) => (view.cold === 0 || view.asked === null ? null : marks(view, onBoxes([view.objects[view.asked]]), empty(view))),
    },
    {
      misconception: "finds-the-object",
      levels: [4, 5],
      play: (view) => marks(view, onBoxes([view.asked === null ? biggest(view) : view.objects[view.asked]]), empty(view)),
    },
    {
      misconception: "relu-is-cosmetic",
      levels: [4, 5],
      play: (view) => (view.channels.length === 0 ? null : reckon(view, (channel) => Math.abs(alphaOf(channel)))),
    },
    {
      misconception: "one-channel-decides",
      levels: [4, 5],
      play: (view) => (view.channels.length === 0 ? null : strongestAlone(view)),
    },
    {
      misconception: "alpha-is-the-peak",
      levels: [5],
      play: (view) =>
        view.channels.some(({ gradients }) => gradients === null) || view.channels.length === 0
          ? null
          : reckon(view, ({ gradients }) => peakOf(gradients ?? [])),
    },
    {
      misconception: "cell-by-cell",
      levels: [5],
      play: (view) => (view.channels.some(({ gradients }) => gradients === null) || view.channels.length === 0 ? null : cellByCell(view)),
    },
  ],
  blind: {
    constants: (view) => {
      const orders: readonly (readonly number[])[] = [
        rim.map((steps) => -steps),
        rim,
        everyCell,
        everyCell.map((cell) => -cell),
        everyCell.map((cell) => cell % SIDE),
        everyCell.map((cell) => -(cell % SIDE)),
      ];
      return orders.map((order) =>
        marks(
          view,
          order,
          order.map((v) => -v),
        ),
      );
    },
    // The middle is hottest most often, the corners coldest.
    commonest: (view) =>
      marks(
        view,
        rim.map((steps) => -steps),
        rim,
      ),
    quota: (view) => marks(view, view.edges, inBox([0, 0, 112, 16])),
    startingValues: (view) => ({ hot: everyCell.slice(0, view.hot), cold: everyCell.slice(view.hot, view.hot + view.cold) }),
  },
});
