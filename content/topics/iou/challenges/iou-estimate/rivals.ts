import type { Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { believedHundredths, type Idea } from "../../ideas";
import type { Answer, View } from "./pairs";

/** Which ideas each level is about. */
export const IDEAS: readonly { readonly idea: Idea; readonly levels: readonly Level[] }[] = [
  { idea: "half-overlap", levels: [1] },
  { idea: "over-smaller", levels: [2, 3, 4, 5] },
  { idea: "union-is-sum", levels: [1, 2, 3] },
  { idea: "inside-is-one", levels: [3, 4, 5] },
  { idea: "near-counts", levels: [3] },
  { idea: "giou-is-iou", levels: [4, 5] },
  { idea: "zero-is-equal", levels: [5] },
];

const forAll = (view: View, guess: number): Answer => ({ guesses: view.pairs.map(() => guess) });

/** One number for all pairs, every tenth. */
export const constants = (view: View): Answer[] => Array.from({ length: 21 }, (_, k) => forAll(view, 10 * k - 100));

/** Where the sliders stand at first. */
export const startingValues = (view: View): Answer => ({ guesses: view.pairs.map(({ measure }) => (measure === "iou" ? 50 : 0)) });

export const rivals = defineRivals<View, Answer>({
  beliefs: IDEAS.map(({ idea, levels }) => ({
    misconception: idea,
    levels,
    play: ({ pairs }) => ({ guesses: pairs.map(({ measure, a, b }) => believedHundredths(idea, measure, a, b)) }),
  })),
  blind: {
    constants,
    commonest: (view) => forAll(view, 33),
    quota: { notPlayable: "numbers, not shares of a whole: there is nothing to hand out" },
    startingValues,
  },
});
