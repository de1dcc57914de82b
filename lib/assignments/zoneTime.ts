/** Moments as a class's clock shows them, whatever the machine's own clock shows. */

import { DAY_MS, dayClock } from "@/lib/review/days";

/** What a zone's clock shows at a moment, as that of UTC would show it: both in milliseconds. */
const shownAt = (instant: number, timeZone: string): number => dayClock(instant, { timeZone, dayStart: 0 });

/** By how much clocks are set back: an hour, on Lord Howe Island half of one. */
const SET_BACK_MS = [3_600_000, 1_800_000] as const;

/** The moment at which a zone's clock shows `wanted`, given as by `shownAt`. See `instantOf` for clocks that are changed. */
function momentOf(wanted: number, timeZone: string): number {
  // The second step mends what lies on the other side of a change of the clock.
  const first = wanted - (shownAt(wanted, timeZone) - wanted);
  const instant = first - (shownAt(first, timeZone) - wanted);
  return SET_BACK_MS.map((back) => instant + back).find((later) => shownAt(later, timeZone) === wanted) ?? instant;
}

/** A moment as a field of date and time takes it: "2026-12-04T18:00". @param instant as `toISOString` writes it */
export const wallOf = (instant: string, timeZone: string): string =>
  new Date(shownAt(Date.parse(instant), timeZone)).toISOString().slice(0, "2026-12-04T18:00".length);

/**
 * The moment at which the clock of a zone shows this; null for what is no time. An hour that the clock leaves out is read as the one
 * after it; of an hour that it shows twice it is the second, so that nobody who reads the clock comes late.
 * @example instantOf("2026-12-04T18:00", "Asia/Seoul") → "2026-12-04T09:00:00.000Z"
 */
export function instantOf(wall: string, timeZone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall)) return null;
  const wanted = Date.parse(`${wall}Z`);
  return isNaN(wanted) ? null : new Date(momentOf(wanted, timeZone)).toISOString();
}

/**
 * The moment some days later at which the clock of a zone shows the same time again: the days in between have 23, 24 or 25 hours.
 * @example daysAfter(Date.parse("2026-10-24T16:00Z"), 1, "Europe/Berlin") → 2026-10-25T17:00Z, 25 hours later: 18:00 on either day
 */
export const daysAfter = (instant: number, days: number, timeZone: string): number =>
  days === 0 ? instant : momentOf(shownAt(instant, timeZone) + days * DAY_MS, timeZone);
