import { DAY_MS, dayNumber, localDate } from "./days";

/** A calendar day on which the learner did something, with its first and last instant (ms). Read in the zone of that time. */
export interface ActiveDay {
  readonly date: string;
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface Streak {
  /** Days in a row, up to today or yesterday. */
  readonly length: number;
  /** Whether today already counts. */
  readonly today: boolean;
}

/** A day of 24 hours less the widest change of clocks on record (2 hours): two more days never come sooner than this. */
const TWO_MORE_DAYS_MS = 22 * 3_600_000;

/**
 * The streak from the set of active days.
 *
 * Rules, in the order of the first instants:
 * 1. A day follows the one before it when it is the next calendar day, or when less than 24 hours passed without play: flying
 *    east skips a date but loses nothing.
 * 2. A date at or before the last one adds nothing: flying west repeats a date.
 * 3. Three days never fit into 22 hours: hopping between zones gains nothing.
 *
 * The order in which days arrive does not matter, and the days of two devices may be joined in any order.
 * @example active on 1, 2 and 3 March, seen on 4 March → { length: 3, today: false }; seen on 5 March → { length: 0, today: false }
 */
export function streakOf(days: readonly ActiveDay[], now: number, timeZone: string): Streak {
  const sorted = [...days].sort((a, b) => a.firstAt - b.firstAt || dayNumber(a.date) - dayNumber(b.date));
  let length = 0;
  let lastDate = Number.NEGATIVE_INFINITY;
  let lastAt = Number.NEGATIVE_INFINITY;
  /** When the day before the last one began. */
  let beganBefore = Number.NEGATIVE_INFINITY;
  let began = Number.NEGATIVE_INFINITY;
  for (const day of sorted) {
    const date = dayNumber(day.date);
    if (date > lastDate) {
      const follows = date === lastDate + 1 || day.firstAt - lastAt < DAY_MS;
      const earnedAt = Math.max(day.firstAt, beganBefore + TWO_MORE_DAYS_MS);
      if (!follows) {
        length = 1;
        beganBefore = Number.NEGATIVE_INFINITY;
        began = day.firstAt;
      } else if (earnedAt <= day.lastAt) {
        length += 1;
        beganBefore = began;
        began = earnedAt;
      }
      // A hop that came too soon takes the date without adding a day: nothing is gained, and nothing breaks later.
      lastDate = date;
    }
    lastAt = Math.max(lastAt, day.lastAt);
  }
  const today = dayNumber(localDate(now, timeZone));
  if (today <= lastDate) return { length, today: true };
  if (today === lastDate + 1 || now - lastAt < DAY_MS) return { length, today: false };
  return { length: 0, today: false };
}

/** Joins the days of two records of the same learner. */
export function joinDays(a: readonly ActiveDay[], b: readonly ActiveDay[]): ActiveDay[] {
  const byDate = new Map<string, ActiveDay>();
  for (const day of [...a, ...b]) {
    const known = byDate.get(day.date);
    byDate.set(
      day.date,
      known
        ? { date: day.date, firstAt: Math.min(known.firstAt, day.firstAt), lastAt: Math.max(known.lastAt, day.lastAt) }
        : { date: day.date, firstAt: day.firstAt, lastAt: day.lastAt },
    );
  }
  return [...byDate.values()].sort((x, y) => x.firstAt - y.firstAt || dayNumber(x.date) - dayNumber(y.date));
}
