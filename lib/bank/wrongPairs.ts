import type { ContentOf } from "./content";

type Match = ContentOf<"match">;

/** Where each of `before` stands in `after`: by itself, or in its place where one was written anew; −1 where it is gone. */
function followed(before: readonly object[], after: readonly object[]): readonly number[] {
  return before.map((row, i) => {
    const at = after.indexOf(row);
    // Written anew: nothing of before stands in its place.
    return at >= 0 || after.length !== before.length || before.includes(after[i]) ? at : i;
  });
}

/**
 * Pairs and extra partners that were changed, moved, added or taken away, with the wrong pairs that name them by place: each goes along
 * with its two things, and goes with either. What did not change has to be the same object as before.
 */
export function withWrongPairs(before: Match, next: Partial<Pick<Match, "pairs" | "extra">>): Match {
  const after = { ...before, ...next };
  const pairs = followed(before.pairs, after.pairs);
  const extra = followed(before.extra, after.extra);
  const rightOf = (right: number): number => {
    if (right < before.pairs.length) return pairs[right] ?? -1;
    const at = extra[right - before.pairs.length] ?? -1;
    return at < 0 ? -1 : after.pairs.length + at;
  };
  const wrong = before.wrong.flatMap((each) => {
    const [left, right] = [pairs[each.left] ?? -1, rightOf(each.right)];
    return left < 0 || right < 0 || left === right ? [] : [{ ...each, left, right }];
  });
  return { ...after, wrong };
}
