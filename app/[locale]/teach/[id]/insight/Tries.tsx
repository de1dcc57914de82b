"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import useSWRInfinite from "swr/infinite";
import { call } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { listTries, type TryList } from "@/lib/wire/insight";
import { Waiting } from "../../../shell/Waiting";
import { useViewer } from "../../../shell/useViewer";
import { AnswerReplay } from "./AnswerReplay";
import { SaveTable } from "./SaveTable";
import { queryOf, type Narrowed, type View } from "./useView";
import { Way } from "./Way";
import { useWords } from "./words";

interface Props {
  readonly cohort: string;
  readonly narrowed: Narrowed;
  /** Where one came from. */
  readonly view: View;
  readonly timeZone: string;
}

/** The answers behind a figure, the latest first; each opens as its student saw it. */
export function Tries({ cohort, narrowed, view, timeZone }: Props) {
  const t = useTranslations("insight");
  const { say, moment } = useWords(timeZone);
  const who = useViewer();
  const { data, error, mutate, setSize, isLoading } = useSWRInfinite(
    (page: number, before: TryList | null) =>
      who === null || before?.next === null
        ? null
        : ["tries", who, cohort, JSON.stringify(narrowed), page === 0 ? undefined : (before?.next ?? undefined)],
    ([, , , , after]) => call(listTries, { params: { id: cohort }, query: { ...narrowed, after: after as string | undefined } }),
    { revalidateFirstPage: false },
  );
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const tries = data.flatMap((page) => page.tries);
  // Where all of them are one student's, the name stands once.
  const one = narrowed.member === undefined ? undefined : tries.at(0)?.name;
  return (
    <section aria-labelledby="answers" className="flex flex-col gap-4">
      <Way
        href={queryOf(view, view === "items" ? { item: narrowed.item } : {})}
        className="inline-flex min-h-11 items-center self-start text-ink-2 underline underline-offset-4"
      >
        {t("back")}
      </Way>
      <h2 id="answers" className="m-0 text-xl font-bold text-ink">
        {one === undefined ? t("answers") : t("answersOf", { name: one })}
      </h2>
      {tries.length === 0 && <p className="m-0 text-ink-2">{t("noAnswers")}</p>}
      <ul className="m-0 list-none divide-y divide-line p-0 empty:hidden" data-testid="answers">
        {tries.map((each) => (
          <Answer key={each.id} cohort={cohort} answer={each} named={one === undefined} when={moment(each.answeredAt)} />
        ))}
      </ul>
      {data[data.length - 1].next !== null && (
        <Button variant="secondary" className="self-start" disabled={isLoading} onClick={() => void setSize((size) => size + 1)}>
          {t("more")}
        </Button>
      )}
      <SaveTable
        name={t("answers")}
        rows={() => [
          [t("student"), t("item"), t("try"), t("score"), t("ideas"), t("answeredAt")],
          ...tries.map(({ name, title, try: nth, score, misconceptions, answeredAt }) => [
            name,
            say(title),
            nth,
            score,
            misconceptions.join(" "),
            answeredAt,
          ]),
        ]}
      />
    </section>
  );
}

interface AnswerProps {
  readonly cohort: string;
  readonly answer: TryList["tries"][number];
  readonly named: boolean;
  readonly when: string;
}

function Answer({ cohort, answer, named, when }: AnswerProps) {
  const t = useTranslations("insight");
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <li className="flex flex-col gap-2 py-3">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-11 w-full cursor-pointer flex-wrap content-center items-baseline gap-x-3 gap-y-0.5 rounded-(--radius) text-left hover:bg-paper-2"
      >
        {named && <span className="font-semibold text-ink">{answer.name}</span>}
        <span className="min-w-0 grow basis-48 truncate text-ink">{say(answer.title)}</span>
        <span className="font-mono tabular-nums text-ink">{t("points", { score: answer.score })}</span>
        <span className="text-sm text-ink-2">
          {t("nth", { nth: answer.try })} · {when}
        </span>
      </button>
      {open && <AnswerReplay cohort={cohort} id={answer.id} />}
    </li>
  );
}
