/** What figures of many students would be without one of them, for all of them at once: a class of thousands is not summed up thousands of times. */
import { ascending, mean, near, sum } from "./numbers";

/** Without each pair in turn, `efficiencyOf` of the others; null where nothing could go along. O(n log n). */
export function efficienciesWithout(x: readonly number[], rest: readonly number[]): (number | null)[] {
  const n = x.length - 1;
  const [a, b] = [sorted(x), sorted(rest)];
  const [sumX, sumRest] = [sum(a.centred), sum(b.centred)];
  // Products of the sorted lists, up to and without k: as they stand, and with either list moved on by one.
  const straight = running(a.centred.length, (k) => a.centred[k] * b.centred[k]);
  const later = running(n, (k) => a.centred[k + 1] * b.centred[k]);
  const sooner = running(n, (k) => a.centred[k] * b.centred[k + 1]);
  const together = sum(x.map((value, i) => (value - a.at) * (rest[i] - b.at)));
  return x.map((value, i) => {
    const [p, q] = [a.rankOf(value), b.rankOf(rest[i])];
    if (n < 2 || a.constantWithout(p) || b.constantWithout(q)) return null;
    const [low, high] = [Math.min(p, q), Math.max(p, q)];
    const between = p < q ? later[high] - later[low] : sooner[high] - sooner[low];
    const most = straight[low] + between + straight[n + 1] - straight[high + 1];
    const [ownX, ownRest] = [value - a.at, rest[i] - b.at];
    const chance = ((sumX - ownX) * (sumRest - ownRest)) / n;
    return (100 * (together - ownX * ownRest - chance)) / (most - chance);
  });
}

function sorted(values: readonly number[]) {
  const at = mean(values);
  const list = ascending(values);
  const ranks = new Map(list.map((value, k) => [value, k]));
  const last = list.length - 1;
  return {
    at,
    centred: list.map((value) => value - at),
    rankOf: (value: number): number => ranks.get(value) ?? 0,
    constantWithout: (k: number): boolean => list[k === 0 ? 1 : 0] === list[k === last ? last - 1 : last],
  };
}

function running(n: number, of: (k: number) => number): number[] {
  const sums = [0];
  for (let k = 0; k < n; k++) sums.push(sums[k] + of(k));
  return sums;
}

/** Without each student in turn, `weightOf` of an item among the others; null where it goes against the whole. O(n · items). */
export function weightsWithout(rows: readonly (readonly number[])[], column: number): (number | null)[] {
  const n = rows.length - 1;
  if (n < 2) return rows.map(() => null);
  // Whole numbers throughout, as in `coproduct`: what goes along with nothing is 0, not what rounding left over.
  const at = rows[0].map((_, item) => near(rows.map((row) => row[item])));
  const moved = rows.map((row) => row.map((mark, item) => mark - at[item]));
  const totals = moved.map(sum);
  const sums = at.map((_, item) => sum(moved.map((row) => row[item])));
  const all = sum(totals);
  const products = at.map((_, item) => sum(moved.map((row, i) => row[item] * totals[i])));
  return moved.map((row, i) => {
    const along = row.map((own, item) => n * (products[item] - own * totals[i]) - (sums[item] - own) * (all - totals[i]));
    const roots = sum(along.map((each) => Math.sqrt(Math.max(0, each))));
    return along[column] < 0 || roots === 0 ? null : (100 * Math.sqrt(along[column])) / roots;
  });
}
