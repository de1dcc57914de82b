/** Moments as a class's clock shows them, whatever the browser's own clock shows. */

const PARTS = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** A moment as a field of date and time takes it: "2026-12-04T18:00". @param instant as `toISOString` writes it */
export function wallOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", { ...PARTS, timeZone }).formatToParts(new Date(instant));
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The moment at which the clock of a zone shows this; null for what is no time. An hour that the clock leaves out is read as the one
 * after it; of an hour that it shows twice it is the second, so that nobody who reads the clock comes late.
 * @example instantOf("2026-12-04T18:00", "Asia/Seoul") → "2026-12-04T09:00:00.000Z"
 */
export function instantOf(wall: string, timeZone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall)) return null;
  const wanted = Date.parse(`${wall}Z`);
  if (isNaN(wanted)) return null;
  const shownAt = (instant: number): number => Date.parse(`${wallOf(new Date(instant).toISOString(), timeZone)}Z`);
  // The second step mends what lies on the other side of a change of the clock.
  const first = wanted - (shownAt(wanted) - wanted);
  const instant = first - (shownAt(first) - wanted);
  const again = SET_BACK_MS.map((back) => instant + back).find((later) => shownAt(later) === wanted);
  return new Date(again ?? instant).toISOString();
}

/** By how much clocks are set back: an hour, on Lord Howe Island half of one. */
const SET_BACK_MS = [3_600_000, 1_800_000] as const;
