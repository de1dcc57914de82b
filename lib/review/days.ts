/**
 * Calendar days in a learner's own time zone. A day is text, YYYY-MM-DD: comparable as it is, and free of any clock.
 * Instants are milliseconds since 1970-01-01T00:00Z; `now` is always an argument.
 */

export const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  // Stryker disable next-line ConditionalExpression: a format made anew says the same, only slower
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Whether `name` is a time zone that this system knows by its IANA name (offsets such as "+09:00" are not names). */
export function isTimeZone(name: string): boolean {
  // Stryker disable next-line ConditionalExpression,Regex: Node 20 knows no zone by its offset anyway, newer ones do
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The calendar day that `instant` falls on in `timeZone`.
 * @example localDate(Date.UTC(2026, 0, 1, 16, 30), "Asia/Seoul") → "2026-01-02"
 */
export function localDate(instant: number, timeZone: string): string {
  const part = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map((p) => [p.type, p.value]),
  );
  return `${part.year.padStart(4, "0")}-${part.month}-${part.day}`;
}

/** Days since 1970-01-01 of a calendar day. @example dayNumber("1970-01-02") → 1 */
export function dayNumber(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** The first instant after `now` that falls on a later calendar day in `timeZone`: when "today" ends. To the second. */
export function endOfDay(now: number, timeZone: string): number {
  const today = localDate(now, timeZone);
  let low = now;
  // A day lasts at most 26 hours in any zone on record; one day skipped (Samoa, 2011) only makes it end sooner.
  let high = now + 27 * 3_600_000;
  // Stryker disable next-line EqualityOperator: a finer search ends in the same second
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2);
    if (localDate(middle, timeZone) > today) high = middle;
    else low = middle;
  }
  return Math.floor(high / 1000) * 1000;
}
