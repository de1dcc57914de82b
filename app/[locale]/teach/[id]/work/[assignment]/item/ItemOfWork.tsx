"use client";

import { useLocale, useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import useSWR from "swr";
import { call } from "@/lib/client/api";
import { readItemFigures } from "@/lib/wire/insight";
import { BackLink } from "../../../../../shell/BackLink";
import { useViewer } from "../../../../../shell/useViewer";
import { Waiting } from "../../../../../shell/Waiting";
import { useAssignment } from "../../data";
import { Gone } from "../../Gone";
import { Recheck } from "../Recheck";

/** An item of an assignment: taken out of what counts for everybody, put back, or graded again. */
export function ItemOfWork({ id, assignment }: { readonly id: string; readonly assignment: string }) {
  const t = useTranslations("assign");
  const locale = useLocale();
  const who = useViewer();
  const item = useSearchParams().get("item") ?? "";
  const home = useAssignment(id, assignment);
  const { data, error, mutate } = useSWR(who && ["insight-item", who, id, item], () =>
    call(readItemFigures, { params: { id }, query: { item } }),
  );
  const work = data?.works.find((each) => each.id === assignment);
  if (home.gone || (data && !work)) return <Gone />;
  if (!work || !data || !home.data) return <Waiting error={error ?? home.error} onRetry={() => void mutate()} />;
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <BackLink href={`/teach/${id}/work/${assignment}`}>{home.data.terms.title}</BackLink>
        <h1 className="m-0 wrap-anywhere text-2xl font-extrabold text-ink">{data.title[locale]}</h1>
        {work.voided && <p className="m-0 text-ink">{t("countsForNobody")}</p>}
      </header>
      <section aria-labelledby="recheck" className="flex flex-col gap-3">
        <h2 id="recheck" className="m-0 text-lg font-bold text-ink">
          {t("recheck.title")}
        </h2>
        <Recheck cohort={id} assignment={assignment} item={item} voided={work.voided} onChanged={() => void mutate()} />
      </section>
    </div>
  );
}
