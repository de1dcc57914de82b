"use client";

import { useLocale } from "next-intl";
import type { Locale, Text } from "@/lib/challenges";

/** How this page says texts, dates and times: in its language, and in the class's time zone. */
export function useWords(timeZone?: string) {
  const locale = useLocale() as Locale;
  return {
    locale,
    say: (text: Text): string => text[locale],
    day: (at: string): string => new Intl.DateTimeFormat(locale, { timeZone, month: "short", day: "numeric" }).format(new Date(at)),
    moment: (at: string): string =>
      new Intl.DateTimeFormat(locale, { timeZone, month: "short", day: "numeric", hour: "numeric", minute: "2-digit" }).format(
        new Date(at),
      ),
  };
}
