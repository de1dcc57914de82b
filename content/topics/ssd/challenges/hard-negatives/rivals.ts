import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import { ascending, byLoss, numbersOf, positivesOf, type Answer, type Label, type View } from "./instance";

const answer = (kept: readonly number[]): Answer => ({ kept: ascending(kept) });

/** Boxes of these labels, the largest loss first. */
const hardest = (view: View, labels: readonly Label[] = ["negative"]): number[] =>
  byLoss(view).filter((number) => labels.includes(view.boxes[number - 1].label));

const room = (view: View): number => view.ratio * positivesOf(view);

/** A loss of 1, or a probability of one half: beyond it the network is plainly wrong. */
const CUT = { loss: 100, p: 50 } as const;
const plainlyWrong = (view: View, number: number): boolean => {
  const { value } = view.boxes[number - 1];
  return view.shows === "loss" ? value > CUT.loss : value < CUT.p;
};

/** Null where a belief leaves nothing to keep, which cannot be sent. */
const played = (kept: readonly number[]): Answer | null => (kept.length === 0 ? null : answer(kept));

export const beliefs: readonly Belief<View, Answer>[] = [
  { misconception: "easy-negatives", levels: LEVELS, play: (view) => answer(hardest(view).reverse().slice(0, room(view))) },
  { misconception: "all-negatives-count", levels: LEVELS, play: (view) => answer(hardest(view)) },
  {
    misconception: "positives-are-mined",
    levels: LEVELS,
    play: (view) => answer(hardest(view, ["negative", "positive"]).slice(0, room(view))),
  },
  {
    misconception: "positives-counted-in",
    levels: LEVELS,
    play: (view) => played(hardest(view).slice(0, room(view) - positivesOf(view))),
  },
  { misconception: "fixed-cut", levels: LEVELS, play: (view) => played(hardest(view).filter((number) => plainlyWrong(view, number))) },
  { misconception: "three-in-all", levels: [2, 3, 4, 5], play: (view) => answer(hardest(view).slice(0, 3)) },
  {
    misconception: "ignored-are-mined",
    levels: [3, 4, 5],
    play: (view) => answer(hardest(view, ["negative", "ignored"]).slice(0, room(view))),
  },
  { misconception: "always-three", levels: [4, 5], play: (view) => answer(hardest(view).slice(0, 3 * positivesOf(view))) },
  {
    misconception: "large-p-is-hard",
    levels: [5],
    play: (view) => (view.shows === "p" ? answer(hardest(view).reverse().slice(0, room(view))) : null),
  },
];

const first = (view: View, count: number) => answer(numbersOf(view).slice(0, count));

/** Places in the list, the same for every list. */
export const constants = (view: View): Answer[] => [3, 6, 9, 12, view.boxes.length].map((count) => first(view, count));

/** The six largest losses, whatever their labels. */
export const quota = (view: View): Answer => answer(byLoss(view).slice(0, 6));

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants,
    commonest: { notPlayable: "most boxes are not kept, and an answer without a box cannot be sent" },
    quota,
    startingValues: (view) => first(view, 1),
  },
});
