/**
 * The zone that this browser keeps, by its IANA name; undefined where it keeps none that the server could count days in: some report
 * "Etc/Unknown", an offset ("+09:00") or nothing.
 */
export function browserTimeZone(): string | undefined {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZone && timeZone !== "Etc/Unknown" && /^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(timeZone) ? timeZone : undefined;
}

/** Whether two names are of one zone: browsers and servers differ in which of Asia/Kolkata and Asia/Calcutta they call it. */
export function sameZone(one: string, other: string): boolean {
  const nameOf = (timeZone: string) => new Intl.DateTimeFormat("en-US", { timeZone }).resolvedOptions().timeZone;
  try {
    return nameOf(one) === nameOf(other);
  } catch {
    // A name that this browser does not know is not its own.
    return false;
  }
}

/** Zones whose clocks show what this browser's clock shows at `now`, for a choice by hand; all others follow. */
export function zonesToChoose(now: Date): { readonly likely: readonly string[]; readonly others: readonly string[] } {
  const here = now.getTimezoneOffset();
  const shows = (timeZone: string): number => {
    const parts = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", day: "numeric", hour: "numeric", minute: "numeric" });
    const { day, hour, minute } = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
    return (day * 24 + hour) * 60 + minute;
  };
  const utc = shows("UTC");
  const all = Intl.supportedValuesOf("timeZone");
  // Around the end of a month the days differ by some thirty: what counts is the time of day, within one day.
  const sameClock = (zone: string) => (((shows(zone) - utc + here) % 1440) + 1440) % 1440 === 0;
  return { likely: all.filter(sameClock), others: all.filter((zone) => !sameClock(zone)) };
}
