/** Weeks and months of a group, in its own calendar. A week begins on Monday. */
import { DAY_MS, dayNumber, localDate, type Calendar } from "../review/days";

/** The day `days` after `date`. @example shifted("2026-02-27", 2) → "2026-03-01" */
export const shifted = (date: string, days: number): string => new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);

/** 0 for Monday, 6 for Sunday. @example weekday("2026-11-26") → 3 */
export const weekday = (date: string): number => (((dayNumber(date) + 3) % 7) + 7) % 7;

/** The Monday of the week that `date` lies in. @example mondayOf("2026-11-26") → "2026-11-23" */
export const mondayOf = (date: string): string => shifted(date, -weekday(date));

/** The first instant of `date` in `calendar` (ms); of a date that the zone skipped, the first of the next. */
export function startOf(date: string, calendar: Calendar): number {
  // Every zone lies within 15 hours of UTC, and a day begins at most 6 hours after midnight.
  let low = dayNumber(date) * DAY_MS - DAY_MS;
  let high = low + 3 * DAY_MS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (localDate(middle, calendar) >= date) high = middle;
    else low = middle;
  }
  return high;
}

/** The week that `now` lies in, for the quest: its first day, its last, and the instants it begins and ends at (ms). */
export interface Week {
  readonly monday: string;
  readonly sunday: string;
  readonly from: number;
  readonly until: number;
}

export function questWeek(now: number, calendar: Calendar): Week {
  const monday = mondayOf(localDate(now, calendar));
  return { monday, sunday: shifted(monday, 6), from: startOf(monday, calendar), until: startOf(shifted(monday, 7), calendar) };
}

/** A month as text. @example monthOf("2026-11-26") → "2026-11" */
export const monthOf = (date: string): string => date.slice(0, 7);

/** @example shiftedMonth("2026-11", 2) → "2027-01" */
export function shiftedMonth(month: string, months: number): string {
  const [year, number] = month.split("-").map(Number);
  return monthOf(new Date(Date.UTC(year, number - 1 + months, 1)).toISOString());
}

/** The days of a month in rows of a week, Monday first; days of the months beside it fill the first row and the last. */
export function monthRows(month: string): readonly (readonly string[])[] {
  const first = mondayOf(`${month}-01`);
  const rows = Math.ceil((dayNumber(`${shiftedMonth(month, 1)}-01`) - dayNumber(first)) / 7);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: 7 }, (_day, i) => shifted(first, row * 7 + i)));
}
