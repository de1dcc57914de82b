import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import { MEMBERS, runsOf, type Part, type Pipeline } from "../../pipeline";
import { labelled, optionsOf, RIGHT, truthOf, type Answer, type Label, type Mind, type View } from "./instance";

interface Procedure {
  readonly misconception: string;
  readonly levels: readonly Level[];
  readonly mind: Partial<Mind>;
  /** Pipelines that the belief is about; a view without one of them leads to no answer. */
  readonly about?: (pipeline: Pipeline) => boolean;
}

/** What newer members no longer have stays with them too. */
function keepsOld(pipeline: Pipeline, part: Part) {
  if (part === "warp" && pipeline.features === "map") return "proposal";
  if (part === "svm" && pipeline.judge === "softmax") return "proposal";
  if (part === "search" && pipeline.proposals === "rpn") return "picture";
  return runsOf(pipeline, part);
}

/** The member that shares proposals and features with a pipeline: the table somebody knows by heart. */
const nearest = ({ proposals, features }: Pipeline): Pipeline =>
  features === "crops" ? MEMBERS["r-cnn"] : proposals === "search" ? MEMBERS["fast-r-cnn"] : MEMBERS["faster-r-cnn"];

const PROCEDURES: readonly Procedure[] = [
  {
    misconception: "once-for-all",
    levels: LEVELS,
    mind: { runs: (pipeline, part) => (runsOf(pipeline, part) === "none" ? "none" : "picture") },
  },
  {
    misconception: "pass-a-proposal",
    levels: LEVELS,
    mind: { runs: (pipeline, part) => (part === "conv" ? "proposal" : runsOf(pipeline, part)) },
    about: ({ features }) => features === "map",
  },
  {
    misconception: "old-parts-stay",
    levels: LEVELS,
    mind: { runs: keepsOld },
    about: ({ features, judge, proposals }) => features === "map" || judge === "softmax" || proposals === "rpn",
  },
  {
    misconception: "rpn-a-proposal",
    levels: [3, 4, 5],
    mind: { runs: (pipeline, part) => (part === "rpn" && pipeline.proposals === "rpn" ? "proposal" : runsOf(pipeline, part)) },
    about: ({ proposals }) => proposals === "rpn",
  },
  {
    misconception: "pooling-is-learnt",
    levels: [2, 4],
    mind: { learnt: (part) => part === "pool" || RIGHT.learnt(part) },
    about: ({ features }) => features === "map",
  },
  { misconception: "table-by-heart", levels: [4, 5], mind: { runs: (pipeline, part) => runsOf(nearest(pipeline), part) } },
];

const byMind =
  ({ mind, about = () => true }: Procedure) =>
  (view: View): Answer | null =>
    view.columns.some(({ pipeline }) => about(pipeline)) ? { labels: labelled(view, { ...RIGHT, ...mind }) } : null;

/** Every count of a batch is that of one picture. */
const onePicture = (view: View): Answer | null =>
  view.batch
    ? { labels: truthOf(view).map((list) => list.map((label) => (label === "picture" ? "one" : label === "proposal" ? "each" : label))) }
    : null;

/** The second pipeline works as the first one does. */
const alike = (view: View): Answer | null => {
  const [first] = truthOf(view);
  return view.columns.length > 1 ? { labels: view.sheets.map(() => first) } : null;
};

export const beliefs: readonly Belief<View, Answer>[] = [
  ...PROCEDURES.map((procedure) => ({
    misconception: procedure.misconception,
    levels: procedure.levels,
    play: byMind(procedure),
  })),
  { misconception: "same-parts", levels: [3, 5], play: alike },
  { misconception: "one-picture-only", levels: [5], play: onePicture },
];

const everywhere = (view: View, label: (options: readonly Label[], part: number) => Label): Answer => ({
  labels: view.sheets.map(({ asks }) => view.parts.map((_, part) => label(optionsOf(view, asks), part))),
});

export const constants = (view: View): Answer[] =>
  Array.from({ length: 5 }, (_, k) => everywhere(view, (options) => options[k % options.length]));

/** The first third is not there, the next one once a picture, the rest once a proposal: as somebody fills a table in. */
export const fillInOrder = (view: View): Answer =>
  everywhere(view, (options, part) => {
    const third = Math.floor((3 * part) / view.parts.length);
    return third === 0 ? options[0] : third === 1 ? (options.length === 5 ? "picture" : options[1]) : options[options.length - 1];
  });

/** Part by part what holds in most pipelines: Fast R-CNN's own table. */
export const fastByHeart = (view: View): Answer => ({
  labels: labelled(view, { ...RIGHT, runs: (_, part) => runsOf(MEMBERS["fast-r-cnn"], part) }),
});

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants,
    commonest: fastByHeart,
    quota: fillInOrder,
    startingValues: { notPlayable: "every label is open at first, and open labels cannot be sent" },
  },
});
