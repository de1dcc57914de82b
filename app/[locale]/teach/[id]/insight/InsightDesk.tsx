"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import useSWR from "swr";
import { ApiError, call } from "@/lib/client/api";
import { Segmented } from "@/lib/ui/components";
import { readInsight } from "@/lib/wire/insight";
import { BackLink } from "../../../shell/BackLink";
import { Nothing } from "../../../shell/Nothing";
import { Waiting } from "../../../shell/Waiting";
import { useViewer } from "../../../shell/useViewer";
import { HeatMap } from "./HeatMap";
import { Ideas } from "./Ideas";
import { Items } from "./Items";
import { OneRow } from "./OneRow";
import { People } from "./People";
import { Plan } from "./Plan";
import { Tries } from "./Tries";
import { queryOf, useView, VIEWS } from "./useView";
import { useWords } from "./words";

/** What a class's answers say: who needs help, how it does by topic, which wrong ideas it holds, its items, and the plan for the next class. */
export function InsightDesk({ id }: { readonly id: string }) {
  const t = useTranslations("insight");
  const teach = useTranslations("teach");
  const who = useViewer();
  const { view, tries } = useView();
  const router = useRouter();
  const { data, error, mutate } = useSWR(who && ["insight", who, id], () => call(readInsight, { params: { id } }), {
    shouldRetryOnError: (failure: unknown) => !(failure instanceof ApiError && failure.status < 500),
  });
  const { moment } = useWords(data?.timeZone);
  // Who does not teach it any more keeps nothing of it on the screen.
  if (error instanceof ApiError && [401, 403, 404].includes(error.status))
    return <Nothing title={teach("notHere")} text={teach("notHereNote")} href="/teach" way={teach("toCohorts")} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-1">
        <BackLink href={`/teach/${id}`}>{data.name}</BackLink>
        <h1 className="m-0 break-words text-3xl font-extrabold text-ink">{t("title")}</h1>
        <p className="m-0 text-sm text-ink-2">{t("asOf", { moment: moment(data.at) })}</p>
      </header>
      <OneRow chosen={view}>
        <Segmented
          label={t("show")}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(`view_${value}`) }))}
          onChange={(value) => router.push(queryOf(value), { scroll: false })}
        />
      </OneRow>
      {tries !== null ? (
        <Tries cohort={id} narrowed={tries} view={view} timeZone={data.timeZone} />
      ) : view === "people" ? (
        <People insight={data} />
      ) : view === "topics" ? (
        <HeatMap insight={data} />
      ) : view === "ideas" ? (
        <Ideas cohort={id} />
      ) : view === "items" ? (
        <Items cohort={id} />
      ) : (
        <Plan insight={data} />
      )}
    </div>
  );
}
