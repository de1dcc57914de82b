import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import { BACKGROUND, IGNORED } from "@/lib/engine/match";
import { labelAll, NEGATIVE, POSITIVE, type Answer, type Labels, type View } from "./labelling";

/** Positive from 0.7 for the object it overlaps most, negative below 0.3, ignored in between. */
const byThresholds = ({ maxIou, own }: Labels): number[] =>
  maxIou.map((iou, a) => (iou >= POSITIVE ? own[a] : iou < NEGATIVE ? BACKGROUND : IGNORED));

const played =
  (labels: (truth: Labels) => number[]) =>
  (view: View): Answer => ({ labels: labels(labelAll(view)) });

export const beliefs: readonly Belief<View, Answer>[] = [
  { misconception: "forgets-rescue", levels: [2, 3, 4, 5], play: played(byThresholds) },
  {
    misconception: "forgets-ignored",
    levels: LEVELS,
    play: played(({ matches }) => matches.map((match) => (match === IGNORED ? BACKGROUND : match))),
  },
  {
    misconception: "half-is-enough",
    levels: LEVELS,
    play: played(({ maxIou, own }) => maxIou.map((iou, a) => (iou >= 0.5 ? own[a] : BACKGROUND))),
  },
  {
    // Only where two objects want the same anchor, which no level promises: it is named when met.
    misconception: "rescuer-owns",
    levels: [],
    play: played(({ matches, rescues }) =>
      matches.map((match, a) => {
        const rescuer = rescues.findIndex(({ iou, anchors }) => iou < POSITIVE && anchors.includes(a));
        return rescuer < 0 ? match : rescuer;
      }),
    ),
  },
  {
    misconception: "one-anchor-one-object",
    levels: [3, 4],
    play: played((truth) => {
      const firsts = truth.rescues.map(({ anchors }) => anchors[0]);
      return byThresholds(truth).map((label, a) => (firsts.includes(a) ? truth.matches[a] : label >= 0 ? IGNORED : label));
    }),
  },
];

const forAll = ({ anchors }: View, label: (a: number) => number): Answer => ({ labels: anchors.map((_, a) => label(a)) });

/** The anchor that overlaps most is positive, the next two are ignored, the rest is background. */
function rankAndFill(view: View): Answer {
  const { maxIou, own } = labelAll(view);
  const rank = view.anchors.map((_, a) => maxIou.filter((iou, b) => iou > maxIou[a] || (iou === maxIou[a] && b < a)).length);
  return forAll(view, (a) => (rank[a] === 0 ? own[a] : rank[a] <= 2 ? IGNORED : BACKGROUND));
}

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants: (view) => [
      forAll(view, () => BACKGROUND),
      forAll(view, () => IGNORED),
      forAll(view, () => 0),
      forAll(view, (a) => (a % 2 === 0 ? BACKGROUND : 0)),
      forAll(view, (a) => [0, IGNORED, BACKGROUND][a % 3]),
    ],
    commonest: (view) => forAll(view, () => BACKGROUND),
    quota: rankAndFill,
    startingValues: { notPlayable: "every label is open at first, and open labels cannot be sent" },
  },
});
