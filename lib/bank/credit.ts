/** Points of a question with several right options, shared out evenly. */

/** To as many digits as question banks elsewhere keep: a third is 33.33333. */
const share = (of: number): number => Number((100 / of).toFixed(5));

/** Right options share 100; wrong ones take as much as would undo them all, so that choosing everything earns nothing. */
export function evenCredits(right: readonly boolean[]): number[] {
  const count = right.filter(Boolean).length;
  const wrong = right.length - count;
  return right.map((each) => (each ? share(count) : count === 0 ? 0 : -share(wrong)));
}

/** Whether points are as they are shared out evenly. */
export const isEven = (credits: readonly number[]): boolean => {
  const even = evenCredits(credits.map((credit) => credit > 0));
  return even.every((credit, i) => Math.abs(credit - credits[i]) < 0.01);
};
