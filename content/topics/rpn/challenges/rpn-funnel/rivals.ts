import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { iou } from "@/lib/engine/boxes";
import { byScore, funnel, rulesOf, type Answer, type FunnelBox, type View } from "./instance";

const ids = (boxes: readonly FunnelBox[]) => boxes.map(({ id }) => id);

interface Idea {
  readonly misconception: string;
  readonly levels: readonly Level[];
  readonly keep: (view: View) => readonly string[];
}

/** Wrong funnels, each under the id of its misconception. */
const IDEAS: readonly Idea[] = [
  {
    misconception: "nms-on-anchors",
    levels: LEVELS,
    keep: (view) => ids(funnel(view, { ...rulesOf(view), compares: "anchors" }).kept),
  },
  { misconception: "scores-are-enough", levels: LEVELS, keep: (view) => ids(funnel(view, { ...rulesOf(view), threshold: null }).kept) },
  { misconception: "half-score-cut", levels: LEVELS, keep: ({ boxes }) => ids(boxes.filter(({ score }) => score >= 0.5)) },
  {
    misconception: "nms-keeps-few",
    levels: LEVELS,
    keep: (view) => {
      const { entered } = funnel(view, rulesOf(view));
      // The best of those that lie on one object: any that overlap a better one by a half or so.
      return ids(entered.filter((each, i) => !entered.slice(0, i).some((better) => iou(better.box, each.box) > 0.3)));
    },
  },
  { misconception: "small-ones-stay", levels: [2, 3, 4, 5], keep: (view) => ids(funnel(view, { ...rulesOf(view), smallest: null }).kept) },
  { misconception: "limit-forgotten", levels: [3, 4, 5], keep: (view) => ids(funnel(view, { ...rulesOf(view), before: null }).kept) },
  { misconception: "always-seven", levels: [4, 5], keep: (view) => ids(funnel(view, { ...rulesOf(view), threshold: 0.7 }).kept) },
];

const answer = (keep: readonly string[]): Answer => ({ keep: [...keep].sort() });

/** The boxes that score best, three in five of all. */
export const bestFew = ({ boxes }: View): Answer => answer(ids(byScore(boxes).slice(0, Math.ceil(0.6 * boxes.length))));

/** The same letters in every picture, or all of them. */
export function constants({ boxes }: View): Answer[] {
  const all = ids(boxes).sort();
  return [all, all.slice(0, Math.ceil(all.length / 2)), all.filter((_, i) => i % 2 === 0), all.slice(0, 3)].map(answer);
}

export const rivals = defineRivals<View, Answer>({
  beliefs: IDEAS.map(({ misconception, levels, keep }) => ({
    misconception,
    levels,
    play: (view) => {
      const kept = keep(view);
      return kept.length === 0 ? null : answer(kept);
    },
  })),
  blind: {
    constants,
    commonest: ({ boxes }) => answer(ids(boxes)),
    quota: bestFew,
    startingValues: ({ boxes }) => answer([boxes[0].id]),
  },
});
