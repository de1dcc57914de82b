"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "@/i18n/navigation";
import { call, refreshLearner } from "@/lib/client/api";
import { endCohortPlace, type CohortHome } from "@/lib/wire/cohorts";
import { Confirm } from "../../shell/Confirm";
import { Problem } from "../../shell/Problem";

/** Who teaches the class. Each may be removed by the others, and leaves where another one stays. */
export function Instructors({ cohort, onChanged }: { readonly cohort: CohortHome; readonly onChanged: () => void }) {
  const t = useTranslations("teach");
  const router = useRouter();
  const [refused, setRefused] = useState<unknown>(null);
  const end = async (member: string) => {
    setRefused(null);
    try {
      await call(endCohortPlace, { params: { id: cohort.id, member } });
      if (member !== cohort.me) return onChanged();
      await refreshLearner();
      router.replace("/teach");
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <section aria-labelledby="instructors" className="flex flex-col gap-3">
      <h2 id="instructors" className="m-0 text-xl font-bold text-ink">
        {t("instructors")}
      </h2>
      <Problem error={refused} />
      <ul className="m-0 list-none divide-y divide-line p-0" data-testid="instructors">
        {cohort.instructors.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="min-h-9 min-w-0 grow content-center break-words font-semibold text-ink">
              {name ?? t("nameless")} {id === cohort.me && <span className="text-sm font-normal text-ink-2">{t("you")}</span>}
            </span>
            {cohort.instructors.length > 1 && (
              <Confirm
                label={t(id === cohort.me ? "leave" : "remove")}
                sure={id === cohort.me ? t("leaveSure") : t("removeSure", { name: name ?? t("nameless") })}
                onSure={() => void end(id)}
              />
            )}
          </li>
        ))}
      </ul>
      {cohort.instructors.length === 1 && <p className="m-0 text-sm text-ink-2">{t("lastNote")}</p>}
    </section>
  );
}
