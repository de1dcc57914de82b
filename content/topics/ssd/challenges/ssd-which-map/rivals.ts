import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { areaOf, bestOfMaps, highest, overlapsOf, POSITIVE, RATIO, truthOf, type Answer, type View } from "./instance";

const right = (view: View): Answer => {
  const { maps, kept } = truthOf(view);
  return { maps, kept };
};

/** What whoever looks at one side alone sees: a square of it in each object's place. */
export function asSquares(view: View, side: (w: number, h: number) => number): View {
  const objects = view.objects.map((object) => {
    const [x1, y1, x2, y2] = object.box;
    const half = side(x2 - x1, y2 - y1) / 2;
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    return { ...object, box: [x - half, y - half, x + half, y + half] satisfies BoxXYXY };
  });
  return { ...view, objects };
}
const squared = (view: View, side: (w: number, h: number) => number): Answer => ({
  maps: truthOf(asSquares(view, side)).maps,
  kept: right(view).kept,
});

/** What an answer says of negatives where they are asked for. */
const counted = (view: View, kept: number): number | null => (view.asks === "count" ? kept : null);

/** Only boxes from the threshold on are an object's; one without such a box has none. */
function aboveHalf(view: View): Answer {
  const overlaps = overlapsOf(view).map((list) => list.filter(({ iou }) => iou >= POSITIVE));
  const maps = overlaps.map((list) => [...new Set(list.map(({ map }) => map))].sort((a, b) => a - b));
  return { maps, kept: counted(view, RATIO * overlaps.flat().length) };
}

const everyMap = ({ sides }: View): number[] => sides.map((_, map) => map);

export const beliefs: readonly Belief<View, Answer>[] = [
  {
    misconception: "fine-map-large-objects",
    levels: LEVELS,
    play: (view) => {
      const { maps, kept } = right(view);
      return { maps: maps.map((each) => (each ?? []).map((map) => view.sides.length - 1 - map).sort((a, b) => a - b)), kept };
    },
  },
  {
    misconception: "finest-for-all",
    levels: LEVELS,
    play: (view) => ({ maps: view.objects.map(() => [0]), kept: right(view).kept }),
  },
  { misconception: "long-side-decides", levels: [3, 4, 5], play: (view) => squared(view, Math.max) },
  { misconception: "short-side-decides", levels: [3, 4, 5], play: (view) => squared(view, Math.min) },
  {
    misconception: "one-box-an-object",
    levels: [4, 5],
    play: (view) => ({ maps: bestOfMaps(view).map((best) => [highest(best)]), kept: counted(view, RATIO * view.objects.length) }),
  },
  {
    misconception: "every-map-answers",
    levels: [4, 5],
    play: (view) => (view.asks === "best" ? null : { maps: view.objects.map(() => everyMap(view)), kept: right(view).kept }),
  },
  { misconception: "half-is-needed", levels: [4, 5], play: (view) => (view.asks === "best" ? null : aboveHalf(view)) },
  {
    misconception: "all-negatives-count",
    levels: [5],
    play: (view) => {
      const { maps, total, positives } = truthOf(view);
      return view.asks === "count" ? { maps, kept: total - positives.reduce((sum, each) => sum + each, 0) } : null;
    },
  },
  { misconception: "three-in-all", levels: [5], play: (view) => (view.asks === "count" ? { maps: right(view).maps, kept: RATIO } : null) },
];

/** Negatives that somebody who has not counted says. */
const USUAL = 30;

/** The same maps for every object: one map, or where several are asked for, any set of them. */
export function constants(view: View): Answer[] {
  const maps = everyMap(view);
  const chosen =
    view.asks === "best"
      ? maps.map((map) => [map])
      : maps.reduce<number[][]>((sets, map) => [...sets, ...sets.map((set) => [...set, map])], [[]]).filter(({ length }) => length > 0);
  return chosen.map((set) => ({ maps: view.objects.map(() => set), kept: counted(view, USUAL) }));
}

/** From the smallest area to the largest, as many objects to each map. */
export function quota(view: View): Answer {
  const order = view.objects.map((_, i) => i).sort((a, b) => areaOf(view.objects[a].box) - areaOf(view.objects[b].box));
  const maps = view.objects.map((_, i) => [Math.floor((order.indexOf(i) * view.sides.length) / view.objects.length)]);
  return { maps, kept: counted(view, USUAL) };
}

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants,
    /** The map in the middle, or the coarser of two. */
    commonest: (view) => constants(view)[view.asks === "best" ? Math.floor(view.sides.length / 2) : 5],
    quota,
    startingValues: { notPlayable: "every object is open at first, and open ones cannot be sent" },
  },
});
