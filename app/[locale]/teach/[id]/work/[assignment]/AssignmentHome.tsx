"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Link, useRouter } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { Button, buttonStyle, Note } from "@/lib/ui/components";
import { changeAssignment, closeWorks, deleteAssignment, type AssignmentHome as Home } from "@/lib/wire/assignments";
import { useNames } from "../../../../assignments/Catalogued";
import { TermLines } from "../../../../assignments/TermLines";
import { NoteView } from "../../../../groups/noteView/NoteView";
import { BackLink } from "../../../../shell/BackLink";
import { Confirm } from "../../../../shell/Confirm";
import { Problem } from "../../../../shell/Problem";
import { Unfold } from "../../../../shell/Unfold";
import { Waiting } from "../../../../shell/Waiting";
import { useAssignment } from "../data";
import { Gone } from "../Gone";
import { StageMark, stageOf } from "../StageMark";
import { StudentTable } from "./StudentTable";

/** An assignment for those who teach: its terms, what becomes of it, and how each student stands. */
export function AssignmentHome({ id, assignment }: { readonly id: string; readonly assignment: string }) {
  const t = useTranslations("assign");
  const names = useNames();
  const locale = useLocale();
  const router = useRouter();
  const { data, error, mutate, gone } = useAssignment(id, assignment);
  const [refused, setRefused] = useState<unknown>(null);
  const [said, setSaid] = useState("");
  if (gone) return <Gone />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const stage = stageOf(data);
  const act = async (change: () => Promise<unknown>, done = "") => {
    setRefused(null);
    setSaid("");
    try {
      await change();
      setSaid(done);
      await mutate();
    } catch (failure) {
      setRefused(failure);
    }
  };
  const params = { id, assignment };
  const become = (state: "published" | "withdrawn") => () =>
    act(() => call(changeAssignment, { params, body: { ...wireOf(data), revision: data.revision, state } }));
  const begun = data.works.filter(({ standing }) => standing.startedAt !== null).length;
  const remove = () =>
    act(async () => {
      await call(deleteAssignment, { params });
      router.push(`/teach/${id}/work`);
    });
  const closeAll = () =>
    act(async () => {
      const { closed } = await call(closeWorks, { params, body: {} });
      setSaid(t("closedCount", { count: closed }));
    });
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <BackLink href={`/teach/${id}/work`}>{t("toList")}</BackLink>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="m-0 min-w-0 break-words text-3xl font-extrabold text-ink">{data.terms.title}</h1>
          <StageMark {...data} />
        </div>
        <p className="m-0 text-ink-2">{data.cohort.name}</p>
        <TermLines terms={data.terms} timeZone={data.cohort.timeZone} />
      </header>
      {!data.cohort.archived && (
        <div className="flex flex-wrap items-center gap-2">
          <Link href={`/teach/${id}/work/${assignment}/edit`} className={buttonStyle("secondary")}>
            {t("edit")}
          </Link>
          {stage !== "published" && (
            <Button disabled={data.parts.length === 0} onClick={() => void become("published")()}>
              {t("publish")}
            </Button>
          )}
          {stage === "published" && (
            <Confirm size="md" label={t("withdraw")} sure={t("withdrawSure")} onSure={() => void become("withdrawn")()} />
          )}
          {begun === 0 && <Confirm size="md" label={t("delete")} sure={t("deleteSure")} onSure={() => void remove()} />}
        </div>
      )}
      <Problem error={refused} />
      <Note>{said}</Note>
      <Unfold title={t("contents", { count: data.parts.length })}>
        <div className="flex flex-col gap-4">
          {data.terms.about.trim() !== "" && <NoteView text={data.terms.about} group="" note="" people={[]} />}
          <ol className="m-0 flex list-decimal flex-col gap-1 pl-6 text-ink">
            {data.parts.map((part) => (
              <li key={part.id}>
                {names.part(part.settings)} <span className="text-sm tabular-nums text-ink-2">{t("points", { count: part.points })}</span>
              </li>
            ))}
          </ol>
        </div>
      </Unfold>
      {data.voided.length > 0 && (
        <section aria-labelledby="voided" className="flex flex-col gap-3">
          <h2 id="voided" className="m-0 text-xl font-bold text-ink">
            {t("voidedItems", { count: data.voided.length })}
          </h2>
          <ul className="m-0 flex list-none flex-col p-0" data-testid="voided">
            {data.voided.map(({ item, title }) => (
              <li key={item}>
                <Link
                  href={`/teach/${id}/work/${assignment}/item?${new URLSearchParams({ item })}`}
                  className="inline-flex min-h-11 items-center wrap-anywhere text-ink underline underline-offset-4"
                >
                  {title[locale]}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {stage !== "draft" && (
        <section aria-labelledby="students" className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="students" className="m-0 text-xl font-bold text-ink">
              {t("students", { count: data.works.length })}
            </h2>
            {begun > 0 && <Confirm size="md" label={t("closeAll")} sure={t("closeAllSure")} onSure={() => void closeAll()} />}
          </div>
          {data.works.length === 0 ? (
            <p className="m-0 text-ink-2">{t("noStudents")}</p>
          ) : (
            <StudentTable home={data} onChanged={() => void mutate()} />
          )}
        </section>
      )}
    </div>
  );
}

const wireOf = ({ terms, parts }: Home) => ({ terms, parts: parts.map(({ id, points, settings }) => ({ id, points, settings })) });
