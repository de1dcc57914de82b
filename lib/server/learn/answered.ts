/** When an answer was given: the browser's claim, as far as the server can vouch for it. */

/** How long after the server showed something a claim about it is believed: the life of an instance's token. */
export const VOUCHED_MS = 24 * 3_600_000;

/**
 * The moment that an answer counts for. Nobody answers before they were shown what they answer, and nobody tomorrow: so a claim
 * lies between two moments at which the learner was here, and no claim earns a day on which they were not.
 * @param claimed by the browser's clock, which may be wrong or forged
 * @param shown when the server showed it; null where nothing proves that
 */
export function answeredMoment(claimed: number, shown: number | null, now: number): number {
  if (shown === null || now - shown >= VOUCHED_MS) return now;
  return Math.min(now, Math.max(shown, claimed));
}
