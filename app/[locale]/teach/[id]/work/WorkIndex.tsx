"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { buttonStyle } from "@/lib/ui/components";
import type { AssignmentList } from "@/lib/wire/assignments";
import { useMoments } from "../../../assignments/useMoments";
import { BackLink } from "../../../shell/BackLink";
import { Waiting } from "../../../shell/Waiting";
import { useAssignments } from "./data";
import { Gone } from "./Gone";
import { StageMark } from "./StageMark";

/** A class's assignments: what state each is in, by when, and how far the class is. */
export function WorkIndex({ id }: { readonly id: string }) {
  const t = useTranslations("assign");
  const { data, error, mutate, gone } = useAssignments(id);
  if (gone) return <Gone />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          <BackLink href={`/teach/${id}`}>{t("toCohort")}</BackLink>
          <h1 className="m-0 text-3xl font-extrabold text-ink">{t("title")}</h1>
        </div>
        <Link href={`/teach/${id}/work/new`} className={buttonStyle()}>
          {t("new")}
        </Link>
      </header>
      {data.assignments.length === 0 && <p className="m-0 text-ink-2">{t("none")}</p>}
      <ul className="m-0 flex list-none flex-col gap-3 p-0 empty:hidden" data-testid="assignments">
        {data.assignments.map((each) => (
          <Row key={each.id} cohort={id} each={each} students={data.students} timeZone={data.timeZone} />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly cohort: string;
  readonly each: AssignmentList["assignments"][number];
  readonly students: number;
  readonly timeZone: string;
}

function Row({ cohort, each, students, timeZone }: RowProps) {
  const t = useTranslations("assign");
  const moments = useMoments(timeZone);
  const facts = [
    each.dueAt === null ? t("noDue") : t("due", { when: moments.full(each.dueAt) }),
    t("partCount", { count: each.parts }),
    t("points", { count: each.points }),
  ];
  return (
    <li>
      <Link
        href={`/teach/${cohort}/work/${each.id}`}
        className="flex items-center gap-3 rounded-(--radius-lg) border border-line bg-sheet p-4 no-underline shadow-1 transition-colors duration-150 hover:border-line-strong hover:bg-paper-2"
      >
        <span className="min-w-0 grow">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="break-words text-lg font-bold text-ink">{each.title}</span>
            <StageMark {...each} />
          </span>
          <span className="block text-sm text-ink-2">{facts.join(" · ")}</span>
          {each.publishedAt !== null && (
            <span className="block text-sm tabular-nums text-ink-2">
              {t("progress", { begun: each.begun, finished: each.finished, students })}
            </span>
          )}
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
      </Link>
    </li>
  );
}
