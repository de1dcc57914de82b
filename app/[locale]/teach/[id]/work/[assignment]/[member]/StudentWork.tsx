"use client";

import { Clock, EyeOff, Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import useSWR from "swr";
import { call } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { readItem, type StudentWorkSeen } from "@/lib/wire/assignments";
import { AnswerReplay } from "../../../../../assignments/AnswerReplay";
import { useNames } from "../../../../../assignments/Catalogued";
import { pointsText } from "../../../../../assignments/points";
import { StateMark } from "../../../../../assignments/StateMark";
import { useMoments } from "../../../../../assignments/useMoments";
import { BackLink } from "../../../../../shell/BackLink";
import { Problem } from "../../../../../shell/Problem";
import { Unfold } from "../../../../../shell/Unfold";
import { Waiting } from "../../../../../shell/Waiting";
import { useAssignment, useStudentWork } from "../../data";
import { Gone } from "../../Gone";
import { Recheck } from "../Recheck";

interface Props {
  readonly id: string;
  readonly assignment: string;
  readonly member: string;
}

/** What a student did, slot by slot; each answer on its board as they saw it. Without the name for the projector. */
export function StudentWork({ id, assignment, member }: Props) {
  const t = useTranslations("assign");
  const names = useNames();
  const home = useAssignment(id, assignment);
  const { data, error, mutate, gone } = useStudentWork(id, assignment, member);
  const [nameless, setNameless] = useState(false);
  if (gone || home.gone) return <Gone />;
  if (!data || !home.data) return <Waiting error={error ?? home.error} onRetry={() => void mutate()} />;
  const { standing } = data;
  const parts = home.data.parts.map((part) => ({ ...part, items: data.items.filter((item) => item.part === part.id) }));
  const others = data.items.filter((item) => !parts.some((part) => part.id === item.part));
  const shared = { cohort: id, assignment, timeZone: home.data.cohort.timeZone, onChanged: () => void mutate() };
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <BackLink href={`/teach/${id}/work/${assignment}`}>{home.data.terms.title}</BackLink>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h1 className="m-0 min-w-0 wrap-anywhere text-3xl font-extrabold text-ink">
            {nameless ? t("someStudent") : (data.name ?? t("someStudent"))}
          </h1>
          <Button variant="secondary" aria-pressed={nameless} onClick={() => setNameless(!nameless)}>
            {nameless ? <Eye aria-hidden className="size-5" /> : <EyeOff aria-hidden className="size-5" />}
            {t(nameless ? "withName" : "withoutName")}
          </Button>
        </div>
        <p className="m-0 flex flex-wrap items-center gap-x-5 gap-y-1">
          <StateMark standing={standing} />
          <span className="text-sm tabular-nums text-ink-2">
            {t("list.done", { done: standing.done, slots: standing.slots })}
            {standing.now !== null && ` · ${t("list.now", { points: pointsText(standing.now), of: standing.points })}`}
          </span>
        </p>
      </header>
      {parts.map((part) => (
        <PartItems key={part.id} {...shared} title={names.part(part.settings)} items={part.items} />
      ))}
      {others.length > 0 && <PartItems {...shared} title={t("takenOut")} items={others} />}
    </div>
  );
}

type Item = StudentWorkSeen["items"][number];

interface Shared {
  readonly cohort: string;
  readonly assignment: string;
  readonly timeZone: string;
  readonly onChanged: () => void;
}

function PartItems({ title, items, ...shared }: Shared & { readonly title: string; readonly items: readonly Item[] }) {
  const t = useTranslations("assign");
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h2 className="m-0 text-lg font-bold text-ink">{title}</h2>
      {items.length === 0 && <p className="m-0 text-ink-2">{t("notAnswered")}</p>}
      <ul className="m-0 flex list-none flex-col gap-2 p-0 empty:hidden">
        {items.map((item) => (
          <OneItem key={item.id} item={item} {...shared} />
        ))}
      </ul>
    </section>
  );
}

function OneItem({ cohort, assignment, item, timeZone, onChanged }: Shared & { readonly item: Item }) {
  const t = useTranslations("assign");
  const names = useNames();
  const moments = useMoments(timeZone);
  const [open, setOpen] = useState(false);
  const { data, error } = useSWR(open ? ["item", cohort, item.id] : null, () => call(readItem, { params: { id: cohort, item: item.id } }));
  const answered = item.answeredAt !== null;
  const facts = [
    t("itemTry", { slot: item.slot + 1, try: item.try }),
    answered && item.answeredAt !== null ? moments.short(item.answeredAt) : t("stillOpen"),
    ...(item.score === null ? [] : [t("score", { score: item.score })]),
    ...(item.lateDays > 0 ? [t("list.late", { days: item.lateDays })] : []),
    ...(item.voided ? [t("voided")] : []),
  ];
  return (
    <li className="rounded-(--radius) border border-line bg-sheet" data-item={item.id}>
      <button
        type="button"
        aria-expanded={open}
        disabled={!answered}
        onClick={() => setOpen(!open)}
        className="flex min-h-14 w-full cursor-pointer flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2 text-left disabled:cursor-default"
      >
        <span className="font-semibold text-ink">{names.item(item.item)}</span>
        <span className="text-sm tabular-nums text-ink-2">{facts.join(" · ")}</span>
        {item.arrivedLate && item.arrivedAt !== null && (
          <span className="flex w-full items-center gap-1 text-sm text-ink">
            <Clock aria-hidden className="size-4 shrink-0" />
            {t("arrivedLate", { when: moments.short(item.arrivedAt) })}
          </span>
        )}
        {answered && (
          <span className="w-full text-sm text-ink-2 underline underline-offset-4">{t(open ? "hideReplay" : "showReplay")}</span>
        )}
      </button>
      {open && (
        <div className="flex flex-col gap-4 border-t border-line p-4">
          <div data-testid="replay">
            <Problem error={error} />
            {data ? <AnswerReplay answered={data} /> : error === undefined && <p role="status">{t("loading")}</p>}
          </div>
          {item.score !== null && (
            <Unfold title={t("recheck.title")}>
              <Recheck
                cohort={cohort}
                assignment={assignment}
                item={item.item}
                answer={item.id}
                voided={item.voided}
                onChanged={onChanged}
              />
            </Unfold>
          )}
        </div>
      )}
    </li>
  );
}
