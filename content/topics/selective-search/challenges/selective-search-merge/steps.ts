import type { BoxXYXY } from "@/lib/engine/boxes";
import {
  afterMerge,
  joined,
  momentsOf,
  ratedPairs,
  rightMerges,
  samePair,
  tableOf,
  truthOf,
  type Answer,
  type Rated,
  type View,
} from "./instance";

/** One moment of the replay: which regions there are, and what happens to two of them. */
export type Step =
  /** One of the best pairs, ranked 1 … 3. */
  | { readonly type: "pair"; readonly merge: number; readonly names: readonly string[]; readonly rated: Rated; readonly rank: number }
  /** What the learner took instead of the best pair. */
  | { readonly type: "yours"; readonly merge: number; readonly names: readonly string[]; readonly rated: Rated; readonly best: Rated }
  /** The best pair has become one region. */
  | { readonly type: "merge"; readonly merge: number; readonly names: readonly string[]; readonly made: string; readonly box: BoxXYXY };

/** Pairs that light up before one merges. */
const SHOWN = 3;

/** The merge at which an answer leaves the right way, with the pair it took there; null where it does not, or took no pair. */
export function firstWrong(view: View, answer: Answer): { readonly merge: number; readonly rated: Rated; readonly best: Rated } | null {
  const merge = rightMerges(truthOf(view), answer);
  const moment = momentsOf(view).at(merge);
  const taken = answer.merges.at(merge);
  if (!moment || !taken) return null;
  const rated = ratedPairs(view, moment.names).find(({ pair }) => samePair(pair, taken));
  return rated ? { merge, rated, best: moment.pairs[0] } : null;
}

export function stepsOf(view: View, answer: Answer): Step[] {
  const wrong = firstWrong(view, answer);
  return momentsOf(view).flatMap(({ names, pairs }, merge): Step[] => {
    const { pair } = pairs[0];
    const made = joined(...pair);
    const after = afterMerge(names, pair);
    const { boxes } = tableOf(view, after);
    const [x1, y1, x2, y2] = boxes.subarray(4 * after.indexOf(made));
    const shown = pairs.slice(0, SHOWN).map((rated, i): Step => ({ type: "pair", merge, names, rated, rank: i + 1 }));
    return [
      ...shown.reverse(),
      ...(wrong?.merge === merge ? [{ type: "yours", merge, names, rated: wrong.rated, best: wrong.best } as const] : []),
      { type: "merge", merge, names: after, made, box: [x1, y1, x2, y2] },
    ];
  });
}
