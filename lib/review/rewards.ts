/** XP for a question answered right in a review, once a card and day. A skill card's attempt brings its own. */
export const QUESTION_XP = 2;

/** The share of the daily goal that is reached, 0 to 1. @example goalShare(30, 50) → 0.6 */
export function goalShare(xpToday: number, goal: number): number {
  return goal <= 0 ? 1 : Math.min(1, xpToday / goal);
}
