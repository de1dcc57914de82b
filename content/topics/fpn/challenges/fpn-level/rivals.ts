import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { clampTo, freeLevels, levelsOf, sidesOf, type Answer, type Measure, type View } from "./instance";

const by =
  (measure: Measure) =>
  (view: View): Answer => ({ levels: levelsOf(view, measure) });

/** ⌊x + ½⌋ is ⌊log2(√2 · …)⌋: twice the area. */
const rounded: Measure = (w, h, c) => ({ area: 2 * w * h, unit: c * c });
const longest: Measure = (w, h, c) => ({ area: Math.max(w, h) ** 2, unit: c * c });
const shortest: Measure = (w, h, c) => ({ area: Math.min(w, h) ** 2, unit: c * c });
/** log2(wh ÷ c²): the area's own ratio in the root's place. */
const rootless: Measure = (w, h, c) => ({ area: (w * h) ** 2, unit: (c * c) ** 2 });

/** Beyond the ends by one at most, as the board has no more. */
const unheld = (view: View): Answer => ({
  levels: freeLevels(view).map((k) => clampTo({ lowest: view.lowest - 1, highest: view.highest + 1 }, k)),
});

const PROCEDURES: readonly { readonly misconception: string; readonly levels: readonly Level[]; readonly play: (view: View) => Answer }[] =
  [
    { misconception: "level-is-rounded", levels: LEVELS, play: by(rounded) },
    {
      misconception: "large-on-the-finest",
      levels: LEVELS,
      play: (view) => ({ levels: levelsOf(view).map((k) => view.lowest + view.highest - k) }),
    },
    { misconception: "root-is-left-out", levels: LEVELS, play: by(rootless) },
    { misconception: "long-side-decides", levels: [2, 3, 4, 5], play: by(longest) },
    { misconception: "short-side-decides", levels: [2, 3, 4, 5], play: by(shortest) },
    { misconception: "range-does-not-bind", levels: [3, 4, 5], play: unheld },
    {
      misconception: "always-four-and-224",
      levels: [4, 5],
      play: (view) => ({ levels: levelsOf({ ...view, k0: 4, canonical: 224 }) }),
    },
  ];

const everywhere = (view: View, k: number): Answer => ({ levels: view.boxes.map(() => k) });

/** The boxes by area, spread evenly over the levels there are. */
function spread(view: View): Answer {
  const { boxes, lowest, highest } = view;
  const area = (i: number) => {
    const [w, h] = sidesOf(boxes[i]);
    return w * h;
  };
  const order = boxes.map((_, i) => i).sort((a, b) => area(a) - area(b));
  const count = highest - lowest + 1;
  return { levels: boxes.map((_, i) => lowest + Math.floor(((2 * order.indexOf(i) + 1) * count) / (2 * boxes.length))) };
}

/** One level for all. */
export const constantAnswers = (view: View): Answer[] =>
  Array.from({ length: view.highest - view.lowest + 1 }, (_, i) => everywhere(view, view.lowest + i));
const middle = (view: View) => everywhere(view, Math.floor((view.lowest + view.highest) / 2));

export const rivals = defineRivals<View, Answer>({
  beliefs: PROCEDURES,
  blind: {
    constants: constantAnswers,
    commonest: middle,
    quota: spread,
    startingValues: { notPlayable: "no box has a level at first, and an answer with one open cannot be sent" },
  },
});
