"use client";

import { useTranslations } from "next-intl";
import { byNeed, isInNeed } from "@/lib/insight";
import { LinePlot } from "@/lib/ui/plots";
import { num } from "@/lib/words";
import type { Insight } from "@/lib/wire/insight";
import { useMore } from "../../../shell/useMore";
import { How } from "./Figure";
import { SaveTable } from "./SaveTable";
import { queryOf } from "./useView";
import { Way } from "./Way";
import { useWords } from "./words";

/** Students in need of help that are shown at a time. */
const AT_A_TIME = 12;
const BUCKETS = ["struggling", "on-track", "excelling", "not-enough-information"] as const;

/** Who needs help and why, and how the class does week by week. */
export function People({ insight }: { readonly insight: Insight }) {
  const t = useTranslations("insight");
  const { say, moment } = useWords(insight.timeZone);
  const students = insight.students.toSorted(byNeed);
  const inNeed = students.filter(isInNeed);
  // With a single reason, which does not weigh that much.
  const told = students.filter((student) => student.reasons.length > 0 && !isInNeed(student));
  const { most, more } = useMore(inNeed.length, AT_A_TIME);
  return (
    <div className="flex flex-col gap-8">
      <dl className="m-0 grid grid-cols-2 gap-3 sm:grid-cols-4">
        {BUCKETS.map((bucket) => (
          <div key={bucket} className="flex flex-col-reverse justify-end rounded-(--radius) border border-line bg-sheet p-3">
            <dt className="text-sm text-ink-2">{t(`bucket_${bucket}`)}</dt>
            <dd className="m-0 font-mono text-2xl font-semibold tabular-nums text-ink">
              {insight.students.filter((student) => student.bucket === bucket).length}
            </dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="help" className="flex flex-col gap-3">
        <h2 id="help" className="m-0 text-xl font-bold text-ink">
          {t("help")}
        </h2>
        {inNeed.length > 0 && <p className="m-0 text-sm text-ink-2">{t("helpNote")}</p>}
        {inNeed.length === 0 && <p className="m-0 text-ink-2">{t("nobodyInNeed")}</p>}
        <ul className="m-0 list-none divide-y divide-line p-0 empty:hidden" data-testid="in-need">
          {inNeed.map(({ id, name, bucket, reasons, lastAt }, place) => (
            // On paper all of them stand.
            <li key={id} className={`${place < most ? "flex" : "hidden print:flex"} flex-col gap-1 py-3`}>
              <span className="flex flex-wrap items-baseline gap-x-3">
                <Way href={queryOf("people", { answers: "", member: id })} className="font-semibold text-ink underline underline-offset-4">
                  {name}
                </Way>
                <span className="text-sm text-ink-2">
                  {t(`bucket_${bucket}`)} · {lastAt === null ? t("noAnswer") : t("lastAnswer", { moment: moment(lastAt) })}
                </span>
              </span>
              <ul className="m-0 pl-5 text-ink">
                {reasons.map(({ id: reason, text }, i) => (
                  <li key={`${reason}${i}`}>{say(text)}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        {more}
        {told.length > 0 && (
          <div>
            <p className="m-0 text-sm text-ink-2">{t("missedOne", { count: told.length })}</p>
            <ul className="m-0 flex list-none flex-wrap gap-x-4 p-0" data-testid="missed-one">
              {told.map(({ id, name }) => (
                <li key={id}>
                  <Way
                    href={queryOf("people", { answers: "", member: id })}
                    className="inline-flex min-h-11 items-center text-ink underline underline-offset-4"
                  >
                    {name}
                  </Way>
                </li>
              ))}
            </ul>
          </div>
        )}
        <SaveTable
          name={t("help")}
          rows={() => [
            [t("student"), t("standing"), t("reason"), t("basedOn")],
            ...students.flatMap(({ name, bucket, reasons }): (string | number | null)[][] =>
              (reasons.length === 0 ? [null] : reasons).map((each) => [
                name,
                t(`bucket_${bucket}`),
                each === null ? null : say(each.text),
                each?.n ?? null,
              ]),
            ),
          ]}
        />
      </section>
      {insight.weeks.length > 0 && <Weeks insight={insight} />}
    </div>
  );
}

function Weeks({ insight: { weeks } }: { readonly insight: Insight }) {
  const t = useTranslations("insight");
  const { locale } = useWords();
  const last = weeks[weeks.length - 1];
  return (
    <section aria-labelledby="weeks" className="flex flex-col gap-3">
      <h2 id="weeks" className="m-0 flex items-center gap-1 text-xl font-bold text-ink">
        {t("weeks")}
        <How label={t("weeks")} how={last.score.how} />
      </h2>
      <LinePlot
        title={t("weeksTitle")}
        locale={locale}
        x={{
          label: t("week"),
          domain: [0, Math.max(1, weeks.length - 1)],
          ticks: Math.min(5, weeks.length),
          format: (at) => (Number.isInteger(at) ? (weeks[at]?.week.slice(5) ?? "") : ""),
        }}
        y={{ label: t("score"), domain: [0, 100], format: (value) => num(value) }}
        series={[
          { id: "class", label: t("classMean"), tone: 0, points: weeks.map(({ score }, x) => ({ x, y: score.value ?? Number.NaN })) },
          {
            id: "low",
            label: t("low"),
            tone: 7,
            points: weeks.map(({ score }, x) => ({ x, y: score.interval?.[0] ?? Number.NaN })),
          },
          {
            id: "high",
            label: t("high"),
            tone: 5,
            points: weeks.map(({ score }, x) => ({ x, y: score.interval?.[1] ?? Number.NaN })),
          },
        ]}
      />
      <SaveTable
        name={t("weeks")}
        rows={() => [
          [t("week"), t("score"), t("low"), t("high"), t("students"), t("answers")],
          ...weeks.map(({ week, answers, score: { value, interval, n } }) => [
            week,
            value,
            interval?.[0] ?? null,
            interval?.[1] ?? null,
            n,
            answers,
          ]),
        ]}
      />
    </section>
  );
}
