"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { num } from "@/lib/words";
import type { Insight } from "@/lib/wire/insight";
import { useMore } from "../../../shell/useMore";
import { How } from "./Figure";
import { SaveTable } from "./SaveTable";
import { queryOf } from "./useView";
import { Way } from "./Way";
import { useWords } from "./words";

type Student = Insight["students"][number];

const cellOf = (student: Student, topic: string) => student.cells.find((cell) => cell.topic === topic);

/** The wash of a score: its number stands in it, so that the colour says nothing alone. */
const wash = (score: number) => ({ background: `color-mix(in oklab, var(--good-wash) ${score}%, var(--bad-wash))` });

/** Students that a phone shows at a time. */
const AT_A_TIME = 20;

/** How each student does in each topic: a table where there is room; on a phone a list of names, each with its weakest topic, to be unfolded. */
export function HeatMap({ insight }: { readonly insight: Insight }) {
  const t = useTranslations("insight");
  const { say } = useWords();
  const { students, topics } = insight;
  const { most, more } = useMore(students.length, AT_A_TIME);
  if (topics.length === 0) return <p className="m-0 text-ink-2">{t("noAnswers")}</p>;
  return (
    <section className="flex flex-col gap-4">
      <h2 id="heat" className="m-0 text-xl font-bold text-ink">
        {t("heat")}
      </h2>
      <p className="m-0 text-sm text-ink-2">{t("heatNote")}</p>
      <div
        role="region"
        aria-labelledby="heat"
        tabIndex={0}
        className="hidden max-h-[70vh] overflow-auto rounded-(--radius) border border-line sm:block print:block print:max-h-none"
      >
        <table className="w-full border-collapse bg-sheet text-sm" data-testid="heat">
          <thead>
            <tr>
              <th scope="col" className="sticky left-0 top-0 z-20 !bg-sheet px-3 py-2 text-left align-bottom font-medium text-ink-2">
                {t("student")}
              </th>
              {topics.map(({ id, title, score }) => (
                <th key={id} scope="col" className="sticky top-0 z-10 !bg-sheet px-2 py-2 text-left align-bottom font-medium text-ink">
                  <span className="block">{say(title)}</span>
                  <span className="flex items-center font-mono text-ink-2">
                    {score.value === null ? "–" : num(score.value)}
                    <How label={say(title)} how={score.how} />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {students.map((student) => (
              <tr key={student.id} className="border-t border-line">
                <th scope="row" className="sticky left-0 z-10 !bg-sheet px-3 py-1 text-left font-medium text-ink">
                  {student.name}
                </th>
                {topics.map(({ id, title }) => {
                  const cell = cellOf(student, id);
                  if (cell === undefined)
                    return (
                      <td key={id} className="px-2 py-1 text-center text-ink-3">
                        –
                      </td>
                    );
                  return (
                    <td key={id} className="p-0 text-center" style={wash(cell.score)}>
                      <Way
                        href={queryOf("topics", { answers: "", member: student.id, topic: id })}
                        aria-label={t("cell", { name: student.name, topic: say(title), score: num(cell.score), n: cell.n })}
                        className="block min-h-9 px-2 py-2 font-mono tabular-nums text-ink no-underline hover:underline"
                      >
                        {num(cell.score)}
                      </Way>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-col gap-3 sm:hidden print:hidden">
        <p className="m-0 text-sm text-ink-2">{t("weakestNote")}</p>
        <ul className="m-0 flex list-none flex-col divide-y divide-line p-0" data-testid="heat-list">
          {students.slice(0, most).map((student) => (
            <li key={student.id}>
              <OneStudent student={student} topics={topics} />
            </li>
          ))}
        </ul>
        {more}
      </div>
      <SaveTable
        name={t("heat")}
        rows={() => [
          [t("student"), ...topics.map(({ title }) => say(title))],
          ...students.map((student) => [student.name, ...topics.map(({ id }) => cellOf(student, id)?.score ?? null)]),
        ]}
      />
    </section>
  );
}

/** A student on a phone: the topic that needs them most, and all of them once it is asked for. */
function OneStudent({ student, topics }: { readonly student: Student; readonly topics: Insight["topics"] }) {
  const t = useTranslations("insight");
  const { say } = useWords();
  const met = topics.flatMap(({ id, title }) => {
    const cell = cellOf(student, id);
    return cell === undefined ? [] : [{ id, title: say(title), score: cell.score }];
  });
  if (met.length === 0)
    return (
      <p className="m-0 flex min-h-12 flex-wrap items-center justify-between gap-x-3 py-1">
        <span className="font-semibold text-ink">{student.name}</span>
        <span className="text-sm text-ink-2">{t("noAnswer")}</span>
      </p>
    );
  const weakest = met.reduce((least, each) => (each.score < least.score ? each : least));
  return (
    <details className="group">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-3 py-1 text-ink [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 grow break-words font-semibold">{student.name}</span>
        <span
          className="flex min-w-0 items-center gap-2 rounded-(--radius) px-2.5 py-1 text-sm group-open:invisible"
          style={wash(weakest.score)}
        >
          <span className="truncate">{weakest.title}</span>
          <span className="font-mono font-semibold tabular-nums">{num(weakest.score)}</span>
        </span>
        <ChevronDown aria-hidden="true" className="size-5 shrink-0 text-ink-2 transition-transform group-open:rotate-180" />
      </summary>
      <span className="flex flex-wrap gap-2 pb-4 pt-1">
        {met.map(({ id, title, score }) => (
          <Way
            key={id}
            href={queryOf("topics", { answers: "", member: student.id, topic: id })}
            className="inline-flex min-h-11 items-center gap-2 rounded-(--radius) px-3 text-sm text-ink no-underline"
            style={wash(score)}
          >
            {title} <span className="font-mono font-semibold">{num(score)}</span>
          </Way>
        ))}
      </span>
    </details>
  );
}
