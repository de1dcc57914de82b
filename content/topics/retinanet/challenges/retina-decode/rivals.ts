import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import { decoded, pairId, pairIds, RULE, softmax, type Answer, type Rule, type View } from "./instance";

/** The order of the board, so that two who choose the same pairs give the same answer. */
const inOrder = (view: View, chosen: readonly string[]): Answer => ({ pairs: pairIds(view).filter((id) => chosen.includes(id)) });

const belief = (misconception: string, levels: readonly Level[], change: Partial<Rule>): Belief<View, Answer> => ({
  misconception,
  levels,
  play(view) {
    const pairs = decoded(view, { ...RULE, ...change });
    return pairs.length === 0 ? null : inOrder(view, pairs);
  },
});

export const beliefs: readonly Belief<View, Answer>[] = [
  belief("background-is-a-class", LEVELS, { score: softmax }),
  belief("positive-logit-is-yes", LEVELS, { stays: (_p, logit) => logit > 0 }),
  belief("one-class-an-anchor", [2, 3, 4, 5], { one: true }),
  belief("nms-within-a-level", [3, 4, 5], { among: "class and level" }),
  belief("classes-suppress", [3, 4, 5], { among: "all" }),
  belief("every-hot-pair-is-found", [3, 4, 5], { among: "none" }),
  belief("no-limit-a-level", [4, 5], { limited: false }),
];

/** The pairs with the highest logits of all, three of them: what somebody picks who reads no cut. */
export function highest(view: View, count = 3): Answer {
  const all = view.rows.flatMap(({ logits }, row) => logits.map((logit, k) => ({ logit, id: pairId(view, row, k) })));
  return inOrder(
    view,
    all
      .sort((a, b) => b.logit - a.logit || (a.id < b.id ? -1 : 1))
      .slice(0, count)
      .map(({ id }) => id),
  );
}

/** The same cells in every picture. */
export const constants = (view: View): Answer[] => {
  const ids = pairIds(view);
  const width = view.classes.length;
  return [
    ids,
    ids.filter((_, i) => i % width === 0),
    ids.filter((_, i) => i % 2 === 0),
    ids.filter((_, i) => i % (width + 1) === 0),
    ids.slice(0, width),
    ids.slice(0, 1),
  ].map((pairs) => ({ pairs }));
};

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants,
    commonest: { notPlayable: "most pairs are no detections, and an answer without a pair cannot be sent" },
    quota: (view) => highest(view),
    startingValues: (view) => ({ pairs: pairIds(view).slice(0, 1) }),
  },
});
