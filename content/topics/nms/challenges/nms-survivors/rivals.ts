import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { iou } from "@/lib/engine/boxes";
import { traceOf, type Answer, type CandidateBox, type Instance } from "./instance";

const ids = (boxes: readonly CandidateBox[]) => boxes.map((b) => b.id);
const best = (boxes: readonly CandidateBox[]) => boxes.reduce((a, b) => (b.score > a.score ? b : a));
const classesOf = (boxes: readonly CandidateBox[]) => [...new Set(boxes.map((b) => b.cls))];
const byScore = (boxes: readonly CandidateBox[]) => [...boxes].sort((a, b) => b.score - a.score);

interface Procedure {
  readonly misconception: string;
  readonly levels: readonly Level[];
  /** The ids it would keep. */
  readonly keep: (instance: Instance) => string[];
}

/**
 * Wrong procedures that learners follow, each under the id of its misconception. The generator draws pictures on which the ones a
 * level is about fail; the grader recognises whoever followed one.
 */
const PROCEDURES: readonly Procedure[] = [
  { misconception: "only-the-best", levels: LEVELS, keep: ({ boxes }) => [best(boxes).id] },
  {
    misconception: "threshold-is-score",
    levels: LEVELS,
    keep: ({ boxes, threshold }) => ids(boxes.filter((b) => b.score > threshold)),
  },
  {
    misconception: "overlap-survives",
    levels: LEVELS,
    keep: ({ boxes, threshold }) =>
      classesOf(boxes).flatMap((cls) => {
        const own = boxes.filter((b) => b.cls === cls);
        const first = best(own);
        return ids(own.filter((b) => b === first || iou(b.box, first.box) > threshold));
      }),
  },
  {
    misconception: "across-classes",
    levels: [3, 5],
    keep: (instance) => traceOf(instance, "all boxes").map((round) => instance.boxes[round.picked].id),
  },
  {
    misconception: "fallen-still-suppress",
    levels: [4, 5],
    keep: ({ boxes, threshold }) =>
      ids(boxes.filter((b) => !boxes.some((o) => o.cls === b.cls && o.score > b.score && iou(o.box, b.box) > threshold))),
  },
  {
    misconception: "one-per-object",
    levels: [4, 5],
    keep: ({ boxes, sprites }) =>
      sprites.flatMap((sprite) => {
        const own = boxes.filter(
          (b) =>
            b.cls === sprite.cls &&
            iou(b.box, sprite.box) >= 0.3 &&
            sprites.every((s) => s.cls !== b.cls || iou(b.box, s.box) <= iou(b.box, sprite.box)),
        );
        return own.length === 0 ? [] : [best(own).id];
      }),
  },
  {
    misconception: "always-half",
    levels: [5],
    keep: (instance) => traceOf(instance, "each class", 0.5).map((round) => instance.boxes[round.picked].id),
  },
];

const answer = (keep: readonly string[]): Answer => ({ keep: [...new Set(keep)].sort() });

/** The boxes that score best, two in five of all. */
export const bestFew = ({ boxes }: Instance): Answer => answer(ids(byScore(boxes).slice(0, Math.ceil(0.4 * boxes.length))));

/** The same letters in every picture. */
export function constants({ boxes }: Instance): Answer[] {
  const all = ids(boxes).sort();
  return [all, all.slice(0, Math.ceil(all.length / 2)), all.filter((_, i) => i % 2 === 0), all.slice(0, 2), all.slice(0, 3)].map(answer);
}

export const rivals = defineRivals<Instance, Answer>({
  beliefs: PROCEDURES.map(({ misconception, levels, keep }) => ({
    misconception,
    levels,
    play: (view) => {
      const kept = keep(view);
      return kept.length === 0 ? null : answer(kept);
    },
  })),
  blind: {
    constants,
    commonest: { notPlayable: "most boxes fall, and an answer without a box cannot be sent" },
    quota: bestFew,
    startingValues: ({ boxes }) => answer([boxes[0].id]),
  },
});
