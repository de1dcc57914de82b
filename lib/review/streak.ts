import { DAY_MS, dayNumber, localDate, type Calendar } from "./days";

/** A day on which the learner did something, with its first and last instant (ms), and the calendar it was read in. */
export interface ActiveDay {
  readonly date: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly calendar: Calendar;
}

export interface Streak {
  /** Days in a row, up to today or yesterday. */
  readonly length: number;
  /** Whether today already counts. */
  readonly today: boolean;
}

/** A run of active days, as far as it has come: all that the next day needs to know. */
export interface Run {
  /** The first day of the run, and the calendar it was read in. */
  readonly from: string;
  readonly calendar: Calendar;
  /** Dates of the run, each later than the one before. */
  readonly dates: number;
  readonly lastDate: string;
  readonly lastAt: number;
}

/**
 * The run after `day`, which begins no earlier than the run's last instant.
 * 1. A day follows the one before it when it would be the next date if both were read in today's calendar, or when less than 24 hours
 *    passed without play: flying east skips a date but loses nothing. Dates that were read in two calendars are not compared: going east
 *    within a visit and west until the next would hide a day without play.
 * 2. A date at or before the last one adds nothing: flying west repeats a date.
 */
export function advanced(run: Run | null, day: ActiveDay): Run {
  const begun: Run = { from: day.date, calendar: day.calendar, dates: 1, lastDate: day.date, lastAt: day.lastAt };
  if (run === null) return begun;
  if (day.date <= run.lastDate) return { ...run, lastAt: Math.max(run.lastAt, day.lastAt) };
  return holds(run, day.date, day.firstAt, day.calendar)
    ? { ...run, dates: run.dates + 1, lastDate: day.date, lastAt: Math.max(run.lastAt, day.lastAt) }
    : begun;
}

/** Whether `run` reaches to `date`, read in `calendar`, or to the day before it. */
function holds({ lastAt }: Run, date: string, at: number, calendar: Calendar): boolean {
  return dayNumber(date) <= dayNumber(localDate(lastAt, calendar)) + 1 || at - lastAt < DAY_MS;
}

/**
 * The length of `run`: its dates, but never more than the days that have passed since it began, where it began, and one. Whoever moves
 * from zone to zone sees more dates than days; these count when the days have passed.
 */
export function lengthOf({ from, calendar, dates, lastAt }: Run): number {
  return Math.max(1, Math.min(dates, dayNumber(localDate(lastAt, calendar)) - dayNumber(from) + 1));
}

/** The streak that `run` is, seen at `now` by a learner whose days are those of `calendar`. */
export function streakAt(run: Run | null, now: number, calendar: Calendar): Streak {
  const today = localDate(now, calendar);
  if (run === null || !holds(run, today, now, calendar)) return { length: 0, today: false };
  // A date that comes again in the west is to be played again: it adds nothing, but keeps the run.
  return { length: lengthOf(run), today: today <= run.lastDate && today <= localDate(run.lastAt, calendar) };
}

/** The run that `days` end with; null without a day. The order in which they are given does not matter. */
export function runOf(days: readonly ActiveDay[]): Run | null {
  return [...days].sort(inOrder).reduce<Run | null>(advanced, null);
}

/**
 * The streak from the set of active days. The order in which days arrive does not matter, and the days of two devices may be joined in
 * any order.
 * @example active on 1, 2 and 3 March, seen on 4 March → { length: 3, today: false }; seen on 5 March → { length: 0, today: false }
 */
export const streakOf = (days: readonly ActiveDay[], now: number, calendar: Calendar): Streak => streakAt(runOf(days), now, calendar);

const inOrder = (a: ActiveDay, b: ActiveDay): number => a.firstAt - b.firstAt || dayNumber(a.date) - dayNumber(b.date);

/** Joins the days of two records of the same learner. A day that both have was read where it began. */
export function joinDays(a: readonly ActiveDay[], b: readonly ActiveDay[]): ActiveDay[] {
  const byDate = new Map<string, ActiveDay>();
  for (const day of [...a, ...b]) {
    const known = byDate.get(day.date);
    byDate.set(
      day.date,
      known
        ? {
            date: day.date,
            firstAt: Math.min(known.firstAt, day.firstAt),
            lastAt: Math.max(known.lastAt, day.lastAt),
            calendar: earlier(known, day).calendar,
          }
        : day,
    );
  }
  return [...byDate.values()].sort(inOrder);
}

/** Of two that began at once, always the same one. */
function earlier(a: ActiveDay, b: ActiveDay): ActiveDay {
  if (a.firstAt !== b.firstAt) return a.firstAt < b.firstAt ? a : b;
  return nameOf(a.calendar) <= nameOf(b.calendar) ? a : b;
}
const nameOf = ({ timeZone, dayStart }: Calendar): string => `${timeZone} ${dayStart}`;
