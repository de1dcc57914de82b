/** A learner's calendars, as their row keeps them. */
import { asked, calendarAt, isTimeZone, type Calendar, type Calendars } from "@/lib/review";

export interface CalendarRow {
  readonly timeZone: string;
  readonly dayStart: number;
  readonly formerZone: string | null;
  readonly formerStart: number | null;
  readonly formerUntil: Date | null;
}

/** For a query that reads them. */
export const CALENDAR_COLUMNS = { timeZone: true, dayStart: true, formerZone: true, formerStart: true, formerUntil: true } as const;

/** A zone that this system does not know counts as UTC. */
const calendar = (timeZone: string, dayStart: number): Calendar => ({ timeZone: isTimeZone(timeZone) ? timeZone : "UTC", dayStart });

function calendarsOf({ timeZone, dayStart, formerZone, formerStart, formerUntil }: CalendarRow): Calendars {
  const former =
    formerZone === null || formerStart === null || formerUntil === null
      ? null
      : { calendar: calendar(formerZone, formerStart), until: formerUntil.getTime() };
  return { chosen: calendar(timeZone, dayStart), former };
}

/** The calendar that the learner's days are counted in at `instant`. */
export const countedAt = (row: CalendarRow, instant: number): Calendar => calendarAt(calendarsOf(row), instant);

/** The columns of a learner who asks for `wish` at `now`; what it leaves out stays. */
export function askedColumns(row: CalendarRow, wish: Partial<Calendar>, now: number): CalendarRow {
  const calendars = calendarsOf(row);
  const { chosen, former } = asked(calendars, { ...calendars.chosen, ...wish }, now);
  return {
    ...chosen,
    formerZone: former?.calendar.timeZone ?? null,
    formerStart: former?.calendar.dayStart ?? null,
    formerUntil: former === null ? null : new Date(former.until),
  };
}
