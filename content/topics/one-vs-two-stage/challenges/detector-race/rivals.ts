import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { answerOf, askedSources, coverOf, ENGINE, reachesOf, shownFor, type Answer, type Mind, type Reach, type View } from "./instance";
import { COVERS } from "./proposals";
import { sourceOf } from "./runners";

/** Somebody who thinks like the engine but for one thing. */
const played =
  (mind: Partial<Mind>) =>
  (view: View): Answer =>
    answerOf(view, { ...ENGINE, ...mind });

const areaOf = ([x1, y1, x2, y2]: BoxXYXY) => Math.max(0, x2 - x1) * Math.max(0, y2 - y1);

/** The share of a box that lies within another. */
function shareInside(box: BoxXYXY, other: BoxXYXY): number {
  const common: BoxXYXY = [Math.max(box[0], other[0]), Math.max(box[1], other[1]), Math.min(box[2], other[2]), Math.min(box[3], other[3])];
  return areaOf(common) / areaOf(box);
}

export const beliefs: readonly Belief<View, Answer>[] = [
  // Where the cheapest must reach all, the detectors without proposals are mostly what is left, and of them both beliefs may be right.
  // The few proposals cost next to nothing: what counts is what a picture costs anyway.
  { misconception: "few-proposals-cheap", levels: [1, 2, 3], play: played({ cost: ({ fixed }) => fixed }) },
  { misconception: "many-boxes-slow", levels: [1, 2, 3], play: played({ cost: ({ boxes }) => boxes }) },
  { misconception: "two-stage-always-better", levels: [2, 3, 4, 5], play: played({ loses: () => false }) },
  {
    misconception: "inside-is-covered",
    levels: [2, 3, 4, 5],
    play: played({
      loses: (view, source, object) =>
        shownFor(view, source, object).every(({ box }) => shareInside(view.objects[object].box, box) < COVERS),
    }),
  },
  { misconception: "one-stage-bound", levels: [2, 3], play: played({ bindsAll: true }) },
  {
    misconception: "longer-list-loses-nothing",
    levels: [3, 4, 5],
    play: played({
      loses(view, source, object) {
        const others = askedSources(view).filter((other) => other !== source);
        const longest = others.length > 0 && others.every((other) => view.looked[other] < view.looked[source]);
        return !longest && ENGINE.loses(view, source, object);
      },
    }),
  },
  { misconception: "cheapest-will-do", levels: [4, 5], play: played({ minds: false }) },
  {
    misconception: "proposals-only-cost",
    levels: [5],
    play: played({
      loses: (view, source, object) => coverOf(view, source, object, true) < COVERS,
    }),
  },
];

const forAll = (view: View, cheapest: number, dearest: number, reach: Reach): Answer => ({
  cheapest,
  dearest,
  reach: reachesOf(view).length === 0 ? [] : view.objects.map(() => reach),
});

/** At least so many runners stand in every race. */
const FEWEST = 4;

/** The first of these names that runs. */
const firstOf = ({ runners }: View, names: readonly string[]): number =>
  Math.max(
    0,
    runners.findIndex(({ name }) => name === names.find((one) => runners.some((runner) => runner.name === one))),
  );

/** Who it mostly is and what is mostly true, without a look at the figures and the picture. */
export const byHeart = (view: View): Answer =>
  forAll(
    view,
    firstOf(view, view.complete ? ["faster-rcnn", "yolo", "detr", "centernet"] : ["hog-svm", "fast-rcnn", "yolo", "detr"]),
    firstOf(view, ["rcnn", "retinanet", "ssd"]),
    askedSources(view).length === 1 ? "search" : "none",
  );

/** The most proposals win, the least lose, and the smallest object is out of every list's reach. */
function rankAndFill(view: View): Answer {
  const by = (sign: 1 | -1) =>
    [...view.runners.keys()].reduce((a, b) => (sign * view.runners[b].each > sign * view.runners[a].each ? b : a));
  const areas = view.objects.map(({ box }) => areaOf(box));
  const smallest = areas.indexOf(Math.min(...areas));
  const lost: Reach = askedSources(view).length === 2 ? "both" : (askedSources(view)[0] ?? "none");
  const { reach } = forAll(view, 0, 0, "none");
  return { cheapest: by(-1), dearest: by(1), reach: reach.map((none, i) => (i === smallest ? lost : none)) };
}

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants: (view) =>
      Array.from({ length: FEWEST }, (_, i) => i).flatMap((cheapest) =>
        Array.from({ length: FEWEST }, (_, i) => i)
          .filter((dearest) => dearest !== cheapest)
          .flatMap((dearest) => [0, 1, 2].map((k) => forAll(view, cheapest, dearest, reachesOf(view)[k] ?? "none"))),
      ),
    commonest: byHeart,
    quota: rankAndFill,
    startingValues: { notPlayable: "nothing is chosen at first, and an answer with something open cannot be sent" },
  },
});

/** Whether the cheapest one that reaches every object looks at proposals. */
export const proposalsWin = (view: View): boolean => {
  const { cheapest } = answerOf(view, ENGINE);
  return cheapest !== null && sourceOf(view.runners[cheapest].name) !== null;
};
