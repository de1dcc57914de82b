"use client";

import { useLocale, useTranslations } from "next-intl";
import useSWR from "swr";
import { ApiError, call } from "@/lib/client/api";
import { gradeOf, percentOf, shareOf } from "@/lib/gradebook";
import { readOwnGrades, type GradeCell, type OwnGrades as Own } from "@/lib/wire/grades";
import { num } from "@/lib/words";
import { BackLink } from "../../../shell/BackLink";
import { Nothing } from "../../../shell/Nothing";
import { Waiting } from "../../../shell/Waiting";
import { useViewer } from "../../../shell/useViewer";

const percent = (share: number): string => `${num(percentOf(share), 1)}%`;

/** One's own line of a class's gradebook, as its instructors see it. */
export function OwnGrades({ id }: { readonly id: string }) {
  const t = useTranslations("grades");
  const who = useViewer();
  const { data, error, mutate } = useSWR(who && ["own-grades", who, id], () => call(readOwnGrades, { params: { id } }), {
    shouldRetryOnError: (failure: unknown) => !(failure instanceof ApiError && failure.status < 500),
  });
  if (error instanceof ApiError && [401, 403, 404].includes(error.status))
    return <Nothing title={t("notMine")} text={t("notMineNote")} href="/classes" way={t("toClasses")} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const total = gradeOf(data.assignments, data.cells, "now");
  return (
    <div className="flex flex-col gap-6">
      <header>
        <BackLink href="/classes">{data.cohort.name}</BackLink>
        <h1 className="m-0 text-3xl font-extrabold text-ink">{t("own")}</h1>
      </header>
      {data.assignments.length === 0 ? (
        <p className="m-0 text-ink-2">{t("noneGiven")}</p>
      ) : (
        <>
          <p className="m-0 text-lg text-ink" data-testid="total">
            {total.share === null ? t("noTotal") : t("ownTotal", { percent: num(percentOf(total.share), 1), weights: total.weights })}
          </p>
          <ul className="m-0 flex list-none flex-col gap-3 p-0" data-testid="own-grades">
            {data.assignments.map((assignment, i) => (
              <Line key={assignment.id} assignment={assignment} cell={data.cells[i]} zone={data.cohort.timeZone} />
            ))}
          </ul>
          <p className="m-0 text-sm text-ink-2">{t("howRule")}</p>
        </>
      )}
    </div>
  );
}

interface LineProps {
  readonly assignment: Own["assignments"][number];
  readonly cell: GradeCell;
  readonly zone: string;
}

function Line({ assignment: { title, weight, dueAt, hidden }, cell, zone }: LineProps) {
  const t = useTranslations("grades");
  const locale = useLocale();
  const { override } = cell;
  const share = shareOf(cell, "now");
  const state = (): string => {
    if (override !== null && override.percent === null) return t("excused");
    if (hidden && override === null) return t("hidden");
    if (share === null) return t(cell.atDue === null ? "spared" : cell.begun ? "underWay" : "notYet");
    return percent(share);
  };
  const due = dueAt && new Date(dueAt).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 rounded-(--radius) border border-line bg-sheet p-4">
      <span className="min-w-0 break-words font-semibold text-ink">{title}</span>
      <span className="font-semibold tabular-nums text-ink">{state()}</span>
      <span className="w-full text-sm text-ink-2">
        {t("counts", { weight })} · {due ? t("due", { date: due }) : t("noDue")}
        {override === null &&
          cell.atDue !== null &&
          cell.now !== null &&
          cell.atDue !== cell.now &&
          ` · ${t("wasAtDue", { percent: num(percentOf(cell.atDue), 1) })}`}
      </span>
      {override !== null && <span className="w-full break-words text-sm text-ink-2">{t("wordIs", { reason: override.reason })}</span>}
    </li>
  );
}
