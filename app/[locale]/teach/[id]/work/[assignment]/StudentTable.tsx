"use client";

import { ArrowDown, ArrowUp, CalendarClock, Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/i18n/navigation";
import { Button, Select } from "@/lib/ui/components";
import type { AssignmentHome } from "@/lib/wire/assignments";
import { pointsText } from "../../../../assignments/points";
import { StateMark } from "../../../../assignments/StateMark";
import { useMoments } from "../../../../assignments/useMoments";
import { useMore } from "../../../../shell/useMore";
import { OwnTerms } from "./OwnTerms";
import { COLUMNS, sortedBy, type Column, type Work } from "./sorted";

interface Props {
  readonly home: AssignmentHome;
  readonly onChanged: () => void;
}

const pointsOf = (value: number | null): string => (value === null ? "–" : pointsText(value));

/** Students that a phone shows at a time. */
const AT_A_TIME = 20;

/** How each student stands: a table to be sorted by any column; on a phone a list. */
export function StudentTable({ home, onChanged }: Props) {
  const t = useTranslations("assign");
  const locale = useLocale();
  const [order, setOrder] = useState<{ readonly column: Column; readonly down: boolean }>({ column: "name", down: false });
  const [opened, setOpened] = useState<string | null>(null);
  const works = sortedBy(home.works, order.column, order.down, locale);
  const { most, more } = useMore(works.length, AT_A_TIME);
  const chosen = home.works.find(({ member }) => member === opened);
  const row = (work: Work) => ({ work, home, onTerms: () => setOpened(work.member) });
  return (
    <>
      <div className="flex flex-col gap-3 md:hidden">
        <Select
          label={t("sortBy")}
          options={COLUMNS.map((column) => ({ value: column, label: t(`column.${column}`) }))}
          value={order.column}
          onChange={(column) => setOrder({ column, down: column !== "name" })}
        />
        <ul className="m-0 flex list-none flex-col divide-y divide-line p-0" data-testid="student-list">
          {works.slice(0, most).map((work) => (
            <ListRow key={work.member} {...row(work)} />
          ))}
        </ul>
        {more}
      </div>
      <table className="hidden w-full border-collapse text-left md:table" data-testid="student-table">
        <thead>
          <tr className="border-b border-line-strong">
            {COLUMNS.map((column) => {
              const sorted = order.column === column;
              return (
                <th
                  key={column}
                  scope="col"
                  aria-sort={sorted ? (order.down ? "descending" : "ascending") : "none"}
                  className="p-0 align-bottom"
                >
                  <button
                    type="button"
                    className="inline-flex min-h-11 cursor-pointer items-center gap-1 px-2 text-left text-sm font-semibold text-ink hover:underline"
                    onClick={() => setOrder({ column, down: sorted ? !order.down : column !== "name" })}
                  >
                    {t(`column.${column}`)}
                    {/* The place of the arrow is kept, so that no column moves. */}
                    <span aria-hidden className="size-4">
                      {sorted && (order.down ? <ArrowDown className="size-4" /> : <ArrowUp className="size-4" />)}
                    </span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {works.map((work) => (
            <TableRow key={work.member} {...row(work)} />
          ))}
        </tbody>
      </table>
      {chosen && (
        <OwnTerms
          key={chosen.member}
          home={home}
          work={chosen}
          onClose={() => setOpened(null)}
          onChanged={() => {
            setOpened(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly work: Work;
  readonly home: AssignmentHome;
  readonly onTerms: () => void;
}

/** The name leads to what the student did, once there is something. */
function Name({ work, home }: Pick<RowProps, "work" | "home">) {
  if (work.standing.startedAt === null) return <span className="min-w-0 wrap-anywhere font-semibold text-ink">{work.name}</span>;
  return (
    <Link
      href={`/teach/${home.cohort.id}/work/${home.id}/${work.member}`}
      className="inline-flex min-h-11 min-w-0 items-center wrap-anywhere font-semibold text-ink underline underline-offset-4"
    >
      {work.name}
    </Link>
  );
}

function TermsButton({ work, home, onTerms }: RowProps) {
  const t = useTranslations("assign");
  const moments = useMoments(home.cohort.timeZone);
  const { extension, timePercent } = work;
  const own = [
    ...(extension?.dueAt ? [t("own.until", { when: moments.short(extension.dueAt) })] : []),
    ...(extension?.closesAt && !extension.dueAt ? [t("own.until", { when: moments.short(extension.closesAt) })] : []),
    ...(extension && extension.extraTries > 0 ? [t("own.tries", { count: extension.extraTries })] : []),
    ...(timePercent > 100 ? [t("own.time", { percent: timePercent })] : []),
  ];
  return (
    <Button variant="ghost" className="-ml-2 text-left text-sm" onClick={onTerms} aria-label={t("own.open", { name: work.name })}>
      <CalendarClock aria-hidden className="size-4 shrink-0" />
      {own.length === 0 ? t("own.none") : own.join(" · ")}
    </Button>
  );
}

/** Answers that count as given before they were late, and arrived when they were: whose work shows each with both moments. */
function ArrivedLate({ count }: { readonly count: number }) {
  const t = useTranslations("assign");
  if (count === 0) return null;
  return (
    <span className="flex items-center gap-1 text-sm text-ink-2">
      <Clock aria-hidden className="size-4 shrink-0" />
      {t("arrivedCount", { count })}
    </span>
  );
}

function TableRow(props: RowProps) {
  const { standing, member, arrivedLate } = props.work;
  const cell = "px-2 py-1 align-middle tabular-nums text-ink";
  return (
    <tr className="border-b border-line" data-member={member}>
      <th scope="row" className="min-w-28 px-2 py-1 text-left font-normal">
        <Name {...props} />
      </th>
      <td className={cell}>
        <StateMark standing={standing} />
      </td>
      <td className={cell}>
        {standing.done} / {standing.slots}
      </td>
      <td className={cell}>{pointsOf(standing.atDue)}</td>
      <td className={cell}>{pointsOf(standing.now)}</td>
      <td className={cell}>
        {standing.lateDays === 0 ? "–" : standing.lateDays}
        <ArrivedLate count={arrivedLate} />
      </td>
      <td className="px-2 py-1">
        <TermsButton {...props} />
      </td>
    </tr>
  );
}

function ListRow(props: RowProps) {
  const t = useTranslations("assign");
  const { standing, member, arrivedLate } = props.work;
  const facts = [
    t("list.done", { done: standing.done, slots: standing.slots }),
    t("list.now", { points: pointsOf(standing.now), of: standing.points }),
    t("list.atDue", { points: pointsOf(standing.atDue) }),
    ...(standing.lateDays > 0 ? [t("list.late", { days: standing.lateDays })] : []),
  ];
  return (
    <li className="flex flex-col gap-1 py-3" data-member={member}>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <Name {...props} />
        <StateMark standing={standing} />
      </div>
      <p className="m-0 text-sm tabular-nums text-ink-2">{facts.join(" · ")}</p>
      <ArrivedLate count={arrivedLate} />
      <div>
        <TermsButton {...props} />
      </div>
    </li>
  );
}
