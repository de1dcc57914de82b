"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/lib/client/api";
import { Button, copyText, Note } from "@/lib/ui/components";
import { calendarAddress } from "@/lib/wire/work";
import { BASE } from "@/lib/wire/route";
import { Confirm } from "../../shell/Confirm";
import { Problem } from "../../shell/Problem";
import { Unfold } from "../../shell/Unfold";

/** The address at which a calendar finds what is due: drawn when it is asked for, shown so that it can be copied by hand, and drawn anew. */
export function CalendarAddress() {
  const t = useTranslations("work");
  const [address, setAddress] = useState<string | null>(null);
  const [said, setSaid] = useState<"copied" | "drawn" | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const ask = async (fresh: boolean) => {
    setRefused(null);
    setSaid(null);
    try {
      const { path } = await call(calendarAddress, { body: { fresh } });
      setAddress(`${window.location.origin}${path.startsWith(BASE) ? "" : BASE}${path}`);
      if (fresh) setSaid("drawn");
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <Unfold title={t("calendar.title")}>
      <div className="flex flex-col items-start gap-3">
        <p className="m-0 text-ink-2">{t("calendar.lead")}</p>
        {address === null ? (
          <Button variant="secondary" onClick={() => void ask(false)}>
            {t("calendar.show")}
          </Button>
        ) : (
          <>
            <code
              tabIndex={0}
              data-testid="calendar"
              className="w-full select-all break-all rounded-(--radius) border border-line-strong bg-paper p-3 text-sm text-ink"
            >
              {address}
            </code>
            <div className="flex flex-wrap items-center gap-3">
              <Button
                variant="secondary"
                onClick={() =>
                  void copyText(address).then((copied) => {
                    setSaid(copied ? "copied" : null);
                  })
                }
              >
                {t("calendar.copy")}
              </Button>
              <Confirm label={t("calendar.fresh")} sure={t("calendar.freshSure")} onSure={() => void ask(true)} />
            </div>
          </>
        )}
        <Problem error={refused} />
        <Note>{said !== null && t(`calendar.${said}`)}</Note>
      </div>
    </Unfold>
  );
}
