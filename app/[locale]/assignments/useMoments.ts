"use client";

import { useLocale } from "next-intl";

/** How a class's moments are written: in its own zone, which is named where it matters. */
export function useMoments(timeZone: string) {
  const locale = useLocale();
  const written = (instant: string, options: Intl.DateTimeFormatOptions): string =>
    new Date(instant).toLocaleString(locale, { timeZone, ...options });
  const day = { weekday: "short", month: "short", day: "numeric" } as const;
  const time = { hour: "numeric", minute: "2-digit" } as const;
  return {
    /** "Fri, Dec 4, 6:00 PM South Korea Time" */
    full: (instant: string) => written(instant, { ...day, ...time, timeZoneName: "shortGeneric" }),
    /** Where the zone was said before. */
    short: (instant: string) => written(instant, { ...day, ...time }),
    zone: new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "shortGeneric" })
      .formatToParts(new Date())
      .find(({ type }) => type === "timeZoneName")?.value,
  };
}
