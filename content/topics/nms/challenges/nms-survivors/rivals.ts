import { iou } from "@/lib/engine/boxes";
import { traceOf, type CandidateBox, type Instance } from "./instance";

/**
 * Wrong procedures that learners follow, each under the id of its misconception. The generator draws pictures on which the
 * ones a level is about fail; the grader recognises a learner who followed one.
 */
export type RivalId =
  | "only-the-best"
  | "one-per-object"
  | "threshold-is-score"
  | "fallen-still-suppress"
  | "across-classes"
  | "overlap-survives"
  | "always-half";

const ids = (boxes: readonly CandidateBox[]) => boxes.map((b) => b.id);
const best = (boxes: readonly CandidateBox[]) => boxes.reduce((a, b) => (b.score > a.score ? b : a));
const classesOf = (boxes: readonly CandidateBox[]) => [...new Set(boxes.map((b) => b.cls))];

/** Every rival's answer to an instance: the ids it would keep. */
export const RIVALS: Readonly<Record<RivalId, (instance: Instance) => string[]>> = {
  "only-the-best": ({ boxes }) => [best(boxes).id],

  "one-per-object": ({ boxes, sprites }) =>
    sprites.flatMap((sprite) => {
      const own = boxes.filter(
        (b) =>
          b.cls === sprite.cls &&
          iou(b.box, sprite.box) >= 0.3 &&
          sprites.every((s) => s.cls !== b.cls || iou(b.box, s.box) <= iou(b.box, sprite.box)),
      );
      return own.length === 0 ? [] : [best(own).id];
    }),

  "threshold-is-score": ({ boxes, threshold }) => ids(boxes.filter((b) => b.score > threshold)),

  "fallen-still-suppress": ({ boxes, threshold }) =>
    ids(boxes.filter((b) => !boxes.some((o) => o.cls === b.cls && o.score > b.score && iou(o.box, b.box) > threshold))),

  "across-classes": (instance) => traceOf(instance, "all boxes").map((round) => instance.boxes[round.picked].id),

  "overlap-survives": ({ boxes, threshold }) =>
    classesOf(boxes).flatMap((cls) => {
      const own = boxes.filter((b) => b.cls === cls);
      const first = best(own);
      return ids(own.filter((b) => b === first || iou(b.box, first.box) > threshold));
    }),

  "always-half": (instance) => traceOf(instance, "each class", 0.5).map((round) => instance.boxes[round.picked].id),
};
