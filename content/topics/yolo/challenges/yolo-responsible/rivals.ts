import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import { iou } from "@/lib/engine/boxes";
import {
  answered,
  areaOf,
  bestBy,
  holdersOf,
  openOne,
  PAPER,
  targetsAsked,
  truthOf,
  type Answer,
  type One,
  type Reading,
  type View,
} from "./instance";

const by =
  (change: Partial<Reading>) =>
  (view: View): Answer => ({ answers: answered(view, { ...PAPER, ...change }) });

/** Whoever is left without a box takes the best one that its cell still has, beside what is right for all others. */
function everybody(view: View): Answer {
  const holders = holdersOf(view);
  const asked = targetsAsked(view);
  const answers = truthOf(view).map((right, i): One => {
    if (holders[i] === i) return right;
    const taken = truthOf(view)[holders[i]].box;
    const box = bestBy((each, object) => (view.predicted[i].indexOf(each) === taken ? -1 : iou(each.box, object)))(
      view.predicted[i],
      view.objects[i].box,
    );
    return { ...right, box, targets: Array.from({ length: asked }, (_, b) => (b === box ? "iou" : "zero")) };
  });
  return { answers };
}

export const beliefs: readonly Belief<View, Answer>[] = [
  { misconception: "corner-decides", levels: LEVELS, play: by({ point: ([x1, y1]) => [x1, y1] }) },
  { misconception: "foot-decides", levels: LEVELS, play: by({ point: ([x1, , x2, y2]) => [(x1 + x2) / 2, y2] }) },
  { misconception: "confidence-decides", levels: [2, 3, 4, 5], play: by({ box: bestBy(({ confidence }) => confidence) }) },
  { misconception: "larger-box-decides", levels: [2, 3, 4, 5], play: by({ box: bestBy(({ box }) => areaOf(box)) }) },
  { misconception: "first-box-answers", levels: [2, 3, 4, 5], play: by({ box: () => 0 }) },
  { misconception: "target-is-one", levels: [3, 4, 5], play: by({ target: (answers) => (answers ? "one" : "zero") }) },
  { misconception: "every-box-its-iou", levels: [3, 4, 5], play: by({ target: () => "iou" }) },
  { misconception: "everybody-has-a-box", levels: [4, 5], play: everybody },
  { misconception: "larger-object-stays", levels: [4, 5], play: by({ takes: (later, earlier) => areaOf(later) > areaOf(earlier) }) },
];

/** The opposites of what misleads: were they always right, whoever has seen a few pictures would need no IoU. */
export const mirrors: readonly ((view: View) => Answer)[] = [
  by({ box: bestBy(({ confidence }) => -confidence) }),
  by({ box: bestBy(({ box }) => -areaOf(box)) }),
  by({ box: (predicted) => predicted.length - 1 }),
  by({ takes: (later, earlier) => areaOf(later) < areaOf(earlier) }),
  by({ takes: () => true }),
];

const everywhere = (view: View, of: (object: number) => Pick<One, "cell" | "box">): Answer => ({
  answers: view.objects.map((_, i) => {
    const { cell, box } = of(i);
    if (view.stage === 1) return { ...openOne(0), cell };
    const targets = Array.from({ length: targetsAsked(view) }, (_, b) =>
      box === "none" ? null : b === box ? ("iou" as const) : ("zero" as const),
    );
    return { cell, box, targets };
  }),
});

const middleCell = ({ grid }: View) => Math.floor(grid / 2) * grid + Math.floor(grid / 2);

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants: (view) =>
      [0, 1, view.grid + 1, middleCell(view), view.grid * view.grid - 1].flatMap((cell) => [
        everywhere(view, () => ({ cell, box: 0 })),
        everywhere(view, () => ({ cell, box: 1 })),
      ]),
    commonest: (view) => everywhere(view, () => ({ cell: middleCell(view), box: 0 })),
    /** A row of the grid for each object, the boxes in turn. */
    quota: (view) => everywhere(view, (i) => ({ cell: (i % view.grid) * view.grid + Math.floor(view.grid / 2), box: i % 2 })),
    startingValues: { notPlayable: "every cell is open at first, and open ones cannot be sent" },
  },
});
