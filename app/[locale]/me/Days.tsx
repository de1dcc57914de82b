"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { browserTimeZone, sameZone } from "@/lib/client/browser/zone";
import { Button, Select } from "@/lib/ui/components";
import type { Me, Settings } from "@/lib/wire/account";
import { LATEST_DAY_START } from "@/lib/wire/scalars";
import { particle } from "@/lib/words";

/** An hour of the day as a clock shows it, in the page's language. @example hourIn("en", 4) → "4 AM" */
const hourIn = (locale: Locale, hour: number): string =>
  new Intl.DateTimeFormat(locale, { timeZone: "UTC", hour: "numeric" }).format(Date.UTC(2026, 0, 1, hour));

interface Props {
  readonly me: Pick<Me, "timeZone" | "dayStart" | "counted">;
  readonly locale: Locale;
  readonly onChange: (wish: Pick<Settings, "timeZone" | "dayStart">) => void;
}

/** Where and when the learner's days begin. Offers the device's own zone where the two differ, for instance after a journey. */
export function Days({ me: { timeZone, dayStart, counted }, locale, onChange }: Props) {
  const t = useTranslations("me");
  const here = browserTimeZone();
  const hours = Array.from({ length: LATEST_DAY_START + 1 }, (_, hour) => ({ value: hour, label: hourIn(locale, hour) }));
  return (
    <section aria-label={t("days")} className="flex flex-col gap-3 text-sm text-ink-2">
      <p className="m-0 flex flex-wrap items-center gap-3">
        {t("zone", { zone: timeZone })}
        {here && !sameZone(here, timeZone) && (
          <Button size="sm" variant="secondary" onClick={() => onChange({ timeZone: here })}>
            {t("useZone", { zone: here, josa: particle(here, "으로/로") })}
          </Button>
        )}
      </p>
      <div className="w-fit">
        <Select label={t("dayStart")} value={dayStart} options={hours} onChange={(hour) => onChange({ dayStart: hour })} />
      </div>
      {counted && (
        <p className="m-0" role="status">
          {t("counted", {
            zone: counted.timeZone,
            hour: hourIn(locale, counted.dayStart),
            until: new Date(counted.until).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" }),
          })}
        </p>
      )}
    </section>
  );
}
