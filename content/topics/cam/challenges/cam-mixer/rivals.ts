import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { CELLS } from "./recording";
import {
  apart,
  hundredths,
  mix,
  MOST,
  nearest,
  range,
  rectified,
  scoreTimesCells,
  shownMap,
  solution,
  total,
  type Answer,
  type View,
} from "./mix";

const SIGNED = range(-MOST, MOST);
const clamp = (weight: number) => Math.min(MOST, Math.max(-MOST, weight));
/** Whole, and never −0, which no board can send. */
const whole = (value: number) => Math.round(value) + 0;

/** An answer of these weights, with the score that follows from them where it is asked. */
export const played = (view: View, weights: readonly number[]): Answer => ({
  weights,
  score: view.bias === null ? null : hundredths(scoreTimesCells(mix(view.tiles, weights), view.bias)),
});

/** The best of some mixes by the distance of their maps; the first of equals. */
function bestOf(view: View, mixes: readonly (readonly number[])[]): readonly number[] {
  let [best, least] = [mixes[0], Infinity];
  for (const weights of mixes) {
    const off = apart(shownMap(view, weights), view.target);
    if (off < least) [best, least] = [weights, off];
  }
  return best;
}

const everyTile = (view: View, weight: (k: number) => number) => view.tiles.map((_, k) => weight(k));
const sizes = (view: View) => range(Math.max(view.least, -MOST), MOST).filter((w) => w !== 0);

/** How like the target a tile is: the square of the cosine, with its sign. */
function likeness({ target }: View, tile: readonly number[]): number {
  const dot = total(tile.map((v, i) => v * target[i]));
  return (dot * Math.abs(dot)) / apart(tile, new Array<number>(CELLS).fill(0));
}

/** The tile likest the target alone, as strong as fits best. */
function likest(view: View): readonly number[] {
  const marks = view.tiles.map(({ values }) => Math.abs(likeness(view, values)));
  const only = marks.indexOf(Math.max(...marks));
  return bestOf(
    view,
    sizes(view).map((size) => everyTile(view, (k) => (k === only ? size : 0))),
  );
}

/** Each weight read off where its tile is brightest, as if nothing else were there. */
const peaks = (view: View): number[] =>
  view.tiles.map(({ values }) => {
    const peak = values.indexOf(Math.max(...values));
    return whole(clamp(view.target[peak] / values[peak]));
  });

/** Tiles ranked by how much there is of them, and so many of each weight handed out. */
export function byBrightness(view: View): Answer {
  const bright = view.tiles.map(({ values }, k) => ({ k, sum: total(values) })).sort((a, b) => b.sum - a.sum || a.k - b.k);
  return played(
    view,
    everyTile(
      view,
      (k) =>
        MOST -
        Math.min(
          MOST - 1,
          bright.findIndex((one) => one.k === k),
        ),
    ),
  );
}

/** The middle of the weights for every tile. */
export const allAlike = (view: View): Answer =>
  played(
    view,
    everyTile(view, () => 2),
  );

/** The same weights for every picture. */
const CONSTANTS: readonly (readonly number[])[] = [
  [1, 1, 1, 1, 1],
  [2, 2, 2, 2, 2],
  [3, 3, 3, 3, 3],
  [3, 2, 1, 1, 1],
  [1, 2, 3, 2, 1],
  [2, 1, 2, 1, 2],
  [2, 3, 1, 2, 1],
  [1, 3, 2, 1, 2],
  [3, 1, 1, 1, 0],
  [2, 1, 0, 1, 1],
  [2, 0, 2, 1, 1],
  [1, -1, 1, -1, 1],
  [2, -1, 2, -1, 0],
  [2, 2, -1, 1, 0],
  [-1, 2, 2, 1, 0],
  [3, 0, 0, 0, 0],
];

export const rivals = defineRivals<View, Answer>({
  beliefs: [
    {
      misconception: "channels-count-alike",
      levels: LEVELS,
      play: (view) =>
        played(
          view,
          bestOf(
            view,
            sizes(view).map((size) => everyTile(view, () => size)),
          ),
        ),
    },
    { misconception: "strongest-channel-decides", levels: LEVELS, play: (view) => played(view, likest(view)) },
    { misconception: "peak-tells-all", levels: LEVELS, play: (view) => played(view, peaks(view)) },
    {
      misconception: "every-channel-speaks",
      levels: [2, 5],
      play: (view) =>
        played(
          view,
          nearest(
            view,
            range(view.least, MOST).filter((w) => w !== 0),
          )?.weights ?? [],
        ),
    },
    {
      misconception: "weights-are-positive",
      levels: [3, 4, 5],
      play: (view) => played(view, nearest(view, range(0, MOST))?.weights ?? []),
    },
    {
      misconception: "zero-is-nothing",
      levels: [4, 5],
      play: (view) => (view.relu ? played(view, nearest({ ...view, relu: false }, SIGNED)?.weights ?? []) : null),
    },
    {
      misconception: "relu-in-cam",
      levels: [5],
      play: (view) =>
        view.bias === null
          ? null
          : { weights: solution(view), score: hundredths(scoreTimesCells(rectified(mix(view.tiles, solution(view))), view.bias)) },
    },
    {
      misconception: "bias-has-a-place",
      levels: [5],
      play: (view) =>
        view.bias === null ? null : { weights: solution(view), score: hundredths(scoreTimesCells(mix(view.tiles, solution(view)), 0)) },
    },
  ],
  blind: {
    constants: (view) =>
      CONSTANTS.map((weights) =>
        played(
          view,
          everyTile(view, (k) => weights[k]),
        ),
      ),
    commonest: allAlike,
    quota: byBrightness,
    startingValues: (view) => ({
      weights: everyTile(view, (k) => (k === 0 || view.least > 0 ? 1 : 0)),
      score: view.bias === null ? null : 0,
    }),
  },
});
