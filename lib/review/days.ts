/**
 * Days in a learner's own time zone. A day is text, YYYY-MM-DD: comparable as it is, and free of any clock. It begins at an hour of the
 * learner's choice, at 04:00 unless they say otherwise, so that what is done after midnight belongs to the evening it follows.
 * Instants are milliseconds since 1970-01-01T00:00Z; `now` is always an argument.
 */

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** When a learner's day begins unless they say otherwise, in hours after midnight. */
export const DAY_START = 4;

/** What decides which day an instant falls on. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string;
  /** Whole hours after midnight. */
  readonly dayStart: number;
}

/** Formats kept at once. A class needs a handful; each costs some 35 kB. */
export const MOST_FORMATS = 64;
/** By a zone's one name, the one that was used longest ago first. */
const formats = new Map<string, Intl.DateTimeFormat>();
/** The one name of each zone, by its name in small letters: as many as there are zones and second names of zones, however they are spelled. */
const names = new Map<string, string>();

/** How much is held in memory for zones now. */
export const zonesHeld = (): { formats: number; names: number } => ({ formats: formats.size, names: names.size });

/**
 * The one name of a time zone, however it is spelled; null for what is none. Offsets such as "+09:00" are not names.
 * @example canonicalTimeZone("asia/SEOUL") → "Asia/Seoul"
 */
export function canonicalTimeZone(name: string): string | null {
  // Stryker disable next-line ConditionalExpression,Regex: Node 20 knows no zone by its offset anyway, newer ones do
  if (!/^[A-Za-z]/.test(name)) return null;
  const small = name.toLowerCase();
  const known = names.get(small);
  if (known !== undefined) return known;
  try {
    // Small letters here too: the system keeps something of its own for every spelling that it is asked for.
    const { timeZone } = new Intl.DateTimeFormat("en-US", { timeZone: small }).resolvedOptions();
    names.set(small, timeZone);
    return timeZone;
  } catch {
    return null;
  }
}

/** Whether `name` is a time zone that this system knows by its IANA name. */
export const isTimeZone = (name: string): boolean => canonicalTimeZone(name) !== null;

/** @throws RangeError for what is no time zone */
function formatOf(name: string): Intl.DateTimeFormat {
  const timeZone = canonicalTimeZone(name);
  if (timeZone === null) throw new RangeError(`"${name}" is no time zone`);
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
  formats.delete(timeZone);
  formats.set(timeZone, format);
  const [oldest] = formats.keys();
  if (formats.size > MOST_FORMATS) formats.delete(oldest);
  return format;
}

/**
 * What the learner's clock shows at `instant`, set back by the hour their day begins at, read as if it were UTC (ms): the UTC date of it
 * is the learner's day. To the millisecond.
 */
export function dayClock(instant: number, { timeZone, dayStart }: Calendar): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const wall = new Date(0);
  wall.setUTCFullYear(parts.year, parts.month - 1, parts.day);
  wall.setUTCHours(parts.hour, parts.minute, parts.second);
  // Zones differ by whole seconds from UTC, so the milliseconds are the instant's own.
  return wall.getTime() + (((instant % 1000) + 1000) % 1000) - dayStart * HOUR_MS;
}

/**
 * The learner's day that `instant` falls on.
 * @example localDate(Date.UTC(2026, 0, 1, 16, 30), { timeZone: "Asia/Seoul", dayStart: 0 }) → "2026-01-02"; with dayStart 4 → "2026-01-01"
 */
export function localDate(instant: number, calendar: Calendar): string {
  return new Date(dayClock(instant, calendar)).toISOString().slice(0, 10);
}

/** Days since 1970-01-01 of a calendar day. @example dayNumber("1970-01-02") → 1 */
export function dayNumber(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** The first instant after `now` that falls on a later day of `calendar`: when "today" ends. To the second. */
export function endOfDay(now: number, calendar: Calendar): number {
  const today = localDate(now, calendar);
  let low = now;
  // A day lasts at most 26 hours in any zone on record; one day skipped (Samoa, 2011) only makes it end sooner.
  let high = now + 27 * HOUR_MS;
  // Stryker disable next-line EqualityOperator: a finer search ends in the same second
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2);
    if (localDate(middle, calendar) > today) high = middle;
    else low = middle;
  }
  return Math.floor(high / 1000) * 1000;
}
