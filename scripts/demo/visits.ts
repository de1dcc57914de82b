/** When the class's learners sit down to what they are given, and whether they try again: for the class in a database, and for one that is only counted. */
import type { Random } from "../../lib/engine/random";
import type { Learner } from "./learner";
import { DAYS, type PlannedWork } from "./plan";

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
/** The hour at which the class's day begins in these rows, and at which work is due. */
const DUE_HOUR = 18;

/** Midnight of the first day, so that the last one is today. */
export const beginOf = (now: number): number => now - (now % DAY) - DAYS * DAY;

/** When work opens and is due (ms). */
export const termsOf = ({ opens, due }: PlannedWork, begin: number) => ({
  opensAt: begin + opens * DAY,
  dueAt: begin + due * DAY + (DUE_HOUR - 9) * HOUR,
});

/** One learner's sitting at one piece of work, by their places in the lists. */
export interface Visit {
  readonly at: number;
  readonly learner: number;
  readonly work: number;
}

/** All of them, in order of time. */
export function visitsOf(
  works: readonly PlannedWork[],
  learners: readonly Pick<Learner, "diligence">[],
  { begin, now }: { readonly begin: number; readonly now: number },
  random: Random,
): Visit[] {
  const visits: Visit[] = [];
  for (const [work, planned] of works.entries()) {
    const { opensAt, dueAt } = termsOf(planned, begin);
    for (const [learner, { diligence }] of learners.entries()) {
      if (!random.chance(0.25 + 0.75 * diligence)) continue;
      // The diligent come early; some come late.
      const late = random.chance(0.12 * (1.4 - diligence));
      const at = late ? dueAt + random.between(HOUR, 2.5 * DAY) : random.between(opensAt + 8 * HOUR, dueAt - HOUR);
      if (at < now) visits.push({ at: Math.floor(at), learner, work });
    }
  }
  return visits.sort((a, b) => a.at - b.at);
}

/** How long somebody looks at what they are asked before they answer (ms). */
export const thinking = (random: Random): number => Math.floor(random.between(20_000, 150_000));
/** From an answer to what comes next (ms). */
export const PAUSE = 5_000;

/** Whether they try once more: where the first was not enough, tries are left and they care to. @param nth of the try, from 1 */
export const triesAgain = ({ diligence }: Pick<Learner, "diligence">, score: number, left: number, nth: number, random: Random): boolean =>
  score < 100 && left > 0 && nth === 1 && random.chance(diligence * 0.6);
