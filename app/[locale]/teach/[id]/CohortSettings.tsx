"use client";

import { useTranslations } from "next-intl";
import { call } from "@/lib/client/api";
import { browserTimeZone, sameZone } from "@/lib/client/browser/zone";
import { spacedCode } from "@/lib/groups/code";
import { Button, Note, TextField } from "@/lib/ui/components";
import { changeCohort, type CohortHome, type CohortSettings as Changes } from "@/lib/wire/cohorts";
import { particle } from "@/lib/words";
import { Confirm } from "../../shell/Confirm";
import { Problem } from "../../shell/Problem";
import { Unfold } from "../../shell/Unfold";
import { useSettings } from "../../shell/useSettings";

/** What the class is called, whose time its dates are in, its class code, and the archive. */
export function CohortSettings({ cohort, onChanged }: { readonly cohort: CohortHome; readonly onChanged: () => void }) {
  const t = useTranslations("teach");
  const { name, setName, wrong, saved, refused, change, rename } = useSettings<Changes>(
    cohort.name,
    (body) => call(changeCohort, { params: { id: cohort.id }, body }),
    onChanged,
  );
  const zone = browserTimeZone();
  return (
    <Unfold title={t("settings")}>
      <div className="flex flex-col gap-5">
        {cohort.archived ? (
          <p className="m-0 text-ink-2">{t("archivedNote")}</p>
        ) : (
          <>
            <form onSubmit={rename} noValidate className="flex flex-wrap items-end gap-3">
              <div className="min-w-0 grow basis-56">
                <TextField
                  label={t("name")}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                  problem={wrong ? t("nameRule") : undefined}
                />
              </div>
              <Button type="submit" variant="secondary">
                {t("rename")}
              </Button>
            </form>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <p className="m-0 text-ink">{t("zone", { zone: cohort.timeZone })}</p>
              {zone !== undefined && !sameZone(zone, cohort.timeZone) && (
                <Button size="sm" variant="secondary" onClick={() => void change({ timeZone: zone })}>
                  {t("useZone", { zone, josa: particle(zone, "으로/로") })}
                </Button>
              )}
            </div>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <p className="m-0 text-ink">
                {t("classCode")} <code className="font-mono font-semibold tracking-wider">{spacedCode(cohort.classCode)}</code>
              </p>
              <Confirm label={t("newClassCode")} sure={t("newClassCodeSure")} onSure={() => void change({ classCode: "new" })} />
            </div>
          </>
        )}
        <Problem error={refused} />
        <Note>{saved && t("saved")}</Note>
        <div>
          <Button variant="secondary" onClick={() => void change({ archived: !cohort.archived })}>
            {t(cohort.archived ? "unarchive" : "archive")}
          </Button>
          {!cohort.archived && <p className="m-0 mt-1 text-sm text-ink-2">{t("archiveNote")}</p>}
        </div>
      </div>
    </Unfold>
  );
}
