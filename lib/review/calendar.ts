/** Which calendar a learner's days are counted in. */
import { DAY_MS, type Calendar } from "./days";

/** What is known of a learner's calendar. */
export interface Calendars {
  /** What the learner asked for last. */
  readonly chosen: Calendar;
  /** What their days were counted in before, and until when (ms); null where they never asked for another. */
  readonly former: { readonly calendar: Calendar; readonly until: number } | null;
}

/** The calendar that days are counted in at `instant`. */
export const calendarAt = ({ chosen, former }: Calendars, instant: number): Calendar =>
  former !== null && instant < former.until ? former.calendar : chosen;

/**
 * The calendars of a learner who asks for `wish` at `now`. The one that days are counted in changes at most once in 24 hours of the
 * server's time, whatever the browser says: otherwise a day could be lived twice by naming another zone, or another hour for it to begin
 * at. What is asked for sooner counts as soon as it may, and what is asked for after that takes its place.
 */
export function asked(calendars: Calendars, wish: Calendar, now: number): Calendars {
  const { chosen, former } = calendars;
  if (wish.timeZone === chosen.timeZone && wish.dayStart === chosen.dayStart) return calendars;
  if (former === null) return { chosen: wish, former: { calendar: chosen, until: now } };
  if (now < former.until) return { chosen: wish, former };
  return { chosen: wish, former: { calendar: chosen, until: Math.max(now, former.until + DAY_MS) } };
}
