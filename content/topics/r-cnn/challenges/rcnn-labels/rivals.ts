import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import {
  labelled,
  NEGATIVE,
  overlapsOf,
  POSITIVE,
  RULES,
  truthOf,
  type Answer,
  type Label,
  type Overlap,
  type Stage,
  type View,
} from "./instance";

type Rules = Readonly<Record<Stage, (overlap: Overlap) => Label>>;

/** What somebody answers who goes by other rules. */
const byRules =
  (change: Partial<Rules>) =>
  (view: View): Answer => ({ labels: labelled(view, { ...RULES, ...change }) });

const anyOf = ({ own, other }: Overlap): Overlap => ({ own: Math.max(own, other), other: 0 });
const half = ({ own }: Overlap): Label => (own >= POSITIVE ? "positive" : "background");
/** The bounds of a region proposal network. */
const rpn = ({ own, other }: Overlap): Label =>
  own >= 0.7 ? "positive" : other >= 0.7 ? "other" : Math.max(own, other) < NEGATIVE ? "background" : "out";

/** As many boxes are positive as there are objects, those with the highest IoUs; all others are background. */
function onePositive(view: View): Answer {
  const overlaps = overlapsOf(view);
  const taken = (of: keyof Overlap) =>
    overlaps
      .map((each, box) => ({ value: each[of], box }))
      .sort((a, b) => b.value - a.value || a.box - b.box)
      .slice(0, view.objects.filter((each) => (each.cls === view.cls) === (of === "own")).length)
      .map(({ box }) => box);
  const [own, other] = [taken("own"), taken("other")];
  const tuning = overlaps.map((_, box): Label => (own.includes(box) ? "positive" : other.includes(box) ? "other" : "background"));
  const truth = truthOf(view);
  return { labels: view.stages.map((stage, s) => (stage === "tuning" ? tuning : truth[s])) };
}

export const beliefs: readonly Belief<View, Answer>[] = [
  { misconception: "one-threshold", levels: [2, 3, 4, 5], play: byRules({ svm: half, regressor: half }) },
  {
    misconception: "rpn-thresholds",
    levels: LEVELS,
    play: byRules({ tuning: rpn, svm: (o) => rpn({ ...o, other: 0 }), regressor: (o) => rpn({ ...o, other: 0 }) }),
  },
  { misconception: "one-positive-an-object", levels: [1, 3, 4, 5], play: onePositive },
  {
    misconception: "svm-positives-from-half",
    levels: [2, 3, 4, 5],
    play: byRules({ svm: ({ own }) => (own >= POSITIVE ? "positive" : own < NEGATIVE ? "background" : "out") }),
  },
  { misconception: "no-grey-zone", levels: [2, 3, 4, 5], play: byRules({ svm: ({ own }) => (own === 1 ? "positive" : "background") }) },
  {
    misconception: "regressor-learns-from-all",
    levels: [3, 4, 5],
    play: byRules({ regressor: ({ own }) => (own >= POSITIVE ? "positive" : "out") }),
  },
  {
    misconception: "any-class-counts",
    levels: [4, 5],
    play: byRules({ tuning: (o) => RULES.tuning(anyOf(o)), svm: (o) => RULES.svm(anyOf(o)), regressor: (o) => RULES.regressor(anyOf(o)) }),
  },
  {
    misconception: "other-class-left-out",
    levels: [4, 5],
    play: byRules({
      tuning: (o) => (o.other >= POSITIVE && o.other > o.own ? "out" : RULES.tuning(o)),
      svm: (o) => (o.other >= POSITIVE && o.other > o.own ? "out" : RULES.svm(o)),
    }),
  },
];

const everywhere = (view: View, label: (stage: Stage, box: number) => Label): Answer => ({
  labels: view.stages.map((stage) => view.boxes.map((_, box) => label(stage, box))),
});

/** The boxes by their best IoU: three are positive, the next is left out where anything is, the rest is background. */
function rankAndFill(view: View): Answer {
  const overlaps = overlapsOf(view);
  const rank = overlaps.map(({ own }, box) => overlaps.filter((each, b) => each.own > own || (each.own === own && b < box)).length);
  return everywhere(view, (stage, box) => (rank[box] < 3 ? "positive" : stage !== "tuning" && rank[box] === 3 ? "out" : "background"));
}

const COMMONEST: Readonly<Record<Stage, Label>> = { tuning: "positive", svm: "out", regressor: "out" };

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants: (view) => [
      everywhere(view, () => "positive"),
      everywhere(view, () => "background"),
      everywhere(view, () => "out"),
      everywhere(view, (_, box) => (box % 2 === 0 ? "positive" : "background")),
      everywhere(view, (_, box) => (["positive", "out", "background"] as const)[box % 3]),
    ],
    commonest: (view) => everywhere(view, (stage) => COMMONEST[stage]),
    quota: rankAndFill,
    startingValues: { notPlayable: "every label is open at first, and open labels cannot be sent" },
  },
});
