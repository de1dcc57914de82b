"use client";

import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import useSWR from "swr";
import { ApiError, call } from "@/lib/client/api";
import { download } from "@/lib/client/api/download";
import type { When } from "@/lib/gradebook";
import { Button, Segmented } from "@/lib/ui/components";
import { exportGrades, readGrades } from "@/lib/wire/grades";
import { BackLink } from "../../../shell/BackLink";
import { Nothing } from "../../../shell/Nothing";
import { Problem } from "../../../shell/Problem";
import { Waiting } from "../../../shell/Waiting";
import { useViewer } from "../../../shell/useViewer";
import { GradeTable, type Chosen } from "./GradeTable";
import { HowComputed } from "./HowComputed";
import { OverrideForm } from "./OverrideForm";
import { Weights } from "./Weights";

/** The gradebook of a class: who has what, why, and what counts how much. */
export function Grades({ id }: { readonly id: string }) {
  const t = useTranslations("grades");
  const locale = useLocale();
  const who = useViewer();
  const { data, error, mutate } = useSWR(who && ["grades", who, id], () => call(readGrades, { params: { id } }), {
    shouldRetryOnError: (failure: unknown) => !(failure instanceof ApiError && failure.status < 500),
  });
  const [when, setWhen] = useState<When>("now");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  if (error instanceof ApiError && [401, 403, 404].includes(error.status))
    return <Nothing title={t("notHere")} text={t("notHereNote")} href="/teach" way={t("toCohorts")} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const { cohort, assignments, students } = data;
  const student = students.find(({ member }) => member === chosen?.member);
  const at = assignments.findIndex((assignment) => assignment.id === chosen?.assignment);
  const keep = () => download(exportGrades, { id }).then(() => setRefused(null), setRefused);
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-end justify-between gap-x-4">
        <div className="w-full">
          <BackLink href={`/teach/${id}`}>{cohort.name}</BackLink>
        </div>
        <h1 className="m-0 text-3xl font-extrabold text-ink">{t("title")}</h1>
        <Button variant="secondary" className="print:hidden" disabled={students.length === 0} onClick={() => void keep()}>
          <Download aria-hidden className="size-4" />
          {t("download")}
        </Button>
      </header>
      <Problem error={refused} />
      {assignments.length === 0 || students.length === 0 ? (
        <p className="m-0 text-ink-2">{t(assignments.length === 0 ? "noAssignments" : "noStudents")}</p>
      ) : (
        <>
          <div className="max-w-sm print:hidden">
            <Segmented
              label={t("which")}
              value={when}
              onChange={setWhen}
              options={[
                { value: "now", label: t("now") },
                { value: "atDue", label: t("atDue") },
              ]}
            />
          </div>
          <GradeTable book={data} when={when} locale={locale} chosen={chosen} onChoose={setChosen} />
          {student && at >= 0 && (
            <OverrideForm
              key={`${chosen?.member} ${chosen?.assignment}`}
              cohort={cohort.id}
              archived={cohort.archived}
              student={student}
              assignment={assignments[at]}
              cell={student.cells[at]}
              onDone={() => {
                setChosen(null);
                void mutate();
              }}
              onLeave={() => setChosen(null)}
            />
          )}
          <HowComputed book={data} when={when} locale={locale} />
          {!cohort.archived && <Weights cohort={cohort.id} assignments={assignments} onSaved={() => void mutate()} />}
        </>
      )}
    </div>
  );
}
