import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import { pairsOf, reachOf, scoreOf, type Judged, type Shape } from "./coverage";
import { shapesOf, type Choice } from "./path";

const all = (list: readonly unknown[]) => list.map((_, i) => i);
const square = ({ ratios }: Judged) => ratios.findIndex(([h, w]) => h === w);

/** Scales times ratios as an answer of the mode. */
const choose = ({ mode }: Judged, scales: readonly number[], ratios: readonly number[]): Choice =>
  mode === "product" ? { scales, ratios, pairs: [] } : { scales: [], ratios: [], pairs: pairsOf(scales, ratios) };

/** All sets of one to `most` of these. */
function setsOf(list: readonly number[], most: number): number[][] {
  const sets: number[][] = [];
  for (let mask = 1; mask < 1 << list.length; mask++) {
    const set = list.filter((_, bit) => (mask >> bit) & 1);
    if (set.length <= most) sets.push(set);
  }
  return sets;
}

/** The best of some choices; the first among equals. */
function bestOf(view: Judged, choices: readonly Choice[]): Choice | null {
  const { table } = reachOf(view);
  let best: Choice | null = null;
  let high = -1;
  for (const choice of choices) {
    const score = scoreOf(view, table, shapesOf(view, choice));
    if (score > high) [best, high] = [choice, score];
  }
  return best;
}

const turned = ({ ratios }: Judged, r: number) => ratios.findIndex(([h, w]) => h === ratios[r][1] && w === ratios[r][0]);

/** The best choice of somebody who takes height for width: the search's, every ratio turned. Null where that changes nothing. */
function upsideDown(view: Judged): Choice | null {
  const { most } = reachOf(view);
  const ratios = [...new Set(most.shapes.map(([, r]) => r))];
  const inverse = ratios.map((r) => turned(view, r));
  if (inverse.includes(-1) || inverse.every((r) => ratios.includes(r))) return null;
  if (view.mode === "product")
    return { scales: most.scales, ratios: most.ratios.map((r) => turned(view, r)).sort((a, b) => a - b), pairs: [] };
  return { scales: [], ratios: [], pairs: most.shapes.map(([s, r]): Shape => [s, turned(view, r)]) };
}

export const beliefs: readonly Belief<Judged, Choice>[] = [
  {
    misconception: "square-fits-all",
    levels: LEVELS,
    play: (view) =>
      bestOf(
        view,
        setsOf(all(view.scales), view.budget).map((scales) => choose(view, scales, [square(view)])),
      ),
  },
  {
    misconception: "one-size",
    levels: LEVELS,
    play: (view) =>
      bestOf(
        view,
        all(view.scales).flatMap((scale) => setsOf(all(view.ratios), view.budget).map((ratios) => choose(view, [scale], ratios))),
      ),
  },
  {
    misconception: "bigger-is-safer",
    levels: LEVELS,
    play: (view) => choose(view, all(view.scales).slice(-view.budget), [square(view)]),
  },
  { misconception: "ratio-upside-down", levels: [1, 2, 3, 4], play: upsideDown },
];

/** The same places of the menu in every picture. */
export function constants(view: Judged): Choice[] {
  const [S, middle] = [view.scales.length, square(view)];
  const two = Math.min(2, view.ratios.length);
  return [
    choose(view, all(view.scales).slice(0, view.budget), [middle]),
    choose(view, all(view.scales).slice(Math.max(0, Math.floor((S - view.budget) / 2)), Math.floor((S + view.budget) / 2)), [middle]),
    choose(view, [Math.floor(S / 2)], all(view.ratios).slice(0, view.budget)),
    choose(
      view,
      [Math.floor(S / 2) - 1, Math.floor(S / 2)].slice(0, Math.max(1, Math.floor(view.budget / two))),
      [middle, middle - 1].slice(0, two),
    ),
    choose(view, [0], [0]),
    choose(view, [S - 1], [middle]),
  ].filter((choice) => shapesOf(view, choice).length <= view.budget);
}

/** For each size of object seen, the nearest scale, and squares: as many as the budget holds, the largest objects first. */
function bySize(view: Judged): Choice {
  const sizes = view.objects.map(({ box }) => Math.sqrt((box[2] - box[0]) * (box[3] - box[1]))).sort((a, b) => b - a);
  const nearest = (size: number) =>
    all(view.scales).reduce((a, b) => (Math.abs(view.scales[b] - size) < Math.abs(view.scales[a] - size) ? b : a), 0);
  const scales = [...new Set(sizes.map(nearest))].slice(0, view.budget).sort((a, b) => a - b);
  return choose(view, scales, [square(view)]);
}

export const blind = { constants, quota: bySize, startingValues: (view: Judged): Choice => choose(view, [0], [0]) };

export const rivals = defineRivals<Judged, Choice>({
  beliefs,
  blind: { ...blind, commonest: (view) => constants(view)[1] ?? constants(view)[0] },
});
