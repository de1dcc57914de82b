"use client";

import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { gradeOf, meanShare, percentOf, shareOf, type When } from "@/lib/gradebook";
import { classNames } from "@/lib/ui/components";
import type { GradeCell, Gradebook } from "@/lib/wire/grades";
import { num } from "@/lib/words";

export interface Chosen {
  readonly member: string;
  readonly assignment: string;
}

interface Props {
  readonly book: Gradebook;
  readonly when: When;
  readonly locale: Locale;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen) => void;
}

/** A share as the table shows it. */
export const shown = (share: number | null, none: string): string => (share === null ? none : num(percentOf(share), 1).replace(/\.0$/, ""));

const NAME = "sticky left-0 z-10 min-w-24 max-w-32 wrap-anywhere bg-sheet px-3 py-1.5 text-left font-medium sm:max-w-56";

/** Students down, assignments across; each cell opens what an instructor can say of it. Names stay in view while it is scrolled. */
export function GradeTable({ book: { assignments, students, cohort }, when, locale, chosen, onChoose }: Props) {
  const t = useTranslations("grades");
  const day = (at: string) => new Date(at).toLocaleDateString(locale, { month: "short", day: "numeric", timeZone: cohort.timeZone });
  const totals = students.map(({ cells }) => gradeOf(assignments, cells, when).share);
  const means = assignments.map((_, i) => meanShare(students.map(({ cells }) => shareOf(cells[i], when))).mean);
  return (
    <div
      className="max-h-[70svh] overflow-auto rounded-(--radius) border border-line bg-sheet print:max-h-none"
      tabIndex={0}
      role="region"
      aria-label={t("table")}
    >
      <table className="w-full border-separate border-spacing-0 text-sm text-ink" data-testid="grades">
        <thead className="text-ink-2">
          <tr>
            <th scope="col" className={classNames(NAME, "top-0 z-20 border-b border-line")}>
              {t("student")}
            </th>
            <th scope="col" className="sticky top-0 border-b border-line bg-sheet px-3 py-2 text-right font-semibold">
              {t("total")}
            </th>
            {assignments.map(({ id, title, weight, dueAt }) => (
              <th
                key={id}
                scope="col"
                className="sticky top-0 min-w-24 max-w-40 border-b border-line bg-sheet px-3 py-2 text-right align-bottom font-semibold"
              >
                <span className="line-clamp-3 break-words text-ink" title={title}>
                  {title}
                </span>
                <span className="block text-xs font-normal">{t("counts", { weight })}</span>
                <span className="block text-xs font-normal">{dueAt === null ? t("noDue") : t("due", { date: day(dueAt) })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {students.map(({ member, name, cells }, row) => (
            <tr key={member}>
              <th scope="row" className={classNames(NAME, "border-b border-line")}>
                {name}
              </th>
              <td className="border-b border-line px-3 py-1.5 text-right font-semibold tabular-nums">{shown(totals[row], "–")}</td>
              {cells.map((cell, i) => (
                <Cell
                  key={assignments[i].id}
                  cell={cell}
                  when={when}
                  chosen={chosen?.member === member && chosen.assignment === assignments[i].id}
                  label={t("open", { student: name, title: assignments[i].title })}
                  onChoose={() => onChoose({ member, assignment: assignments[i].id })}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot className="text-ink-2">
          <tr>
            <th scope="row" className={NAME}>
              {t("mean")}
            </th>
            <td className="px-3 py-2 text-right tabular-nums">{shown(meanShare(totals).mean, "–")}</td>
            {means.map((mean, i) => (
              <td key={assignments[i].id} className="px-3 py-2 text-right tabular-nums">
                {shown(mean, "–")}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface CellProps {
  readonly cell: GradeCell;
  readonly when: When;
  readonly chosen: boolean;
  readonly label: string;
  readonly onChoose: () => void;
}

function Cell({ cell, when, chosen, label, onChoose }: CellProps) {
  const t = useTranslations("grades");
  const share = shareOf(cell, when);
  const { override } = cell;
  // What does not count yet is said in a word, so that an empty cell is never taken for a zero.
  const words =
    override !== null && override.percent === null
      ? t("excused")
      : cell.atDue === null && override === null
        ? t("spared")
        : share === null
          ? t(cell.begun ? "underWay" : "notYet")
          : shown(share, "");
  return (
    <td className="border-b border-line p-0 text-right">
      <button
        type="button"
        aria-label={`${label}: ${words}${override === null ? "" : `, ${t("overridden")}`}`}
        aria-haspopup="dialog"
        aria-expanded={chosen}
        onClick={onChoose}
        className={classNames(
          "flex min-h-11 w-full cursor-pointer items-center justify-end gap-1.5 px-3 tabular-nums hover:bg-paper-2 sm:min-h-9",
          share === null && "text-xs text-ink-2",
          chosen && "bg-brand-wash inset-ring-2 inset-ring-brand",
        )}
      >
        {override !== null && <Flag aria-hidden className="size-3.5 shrink-0" />}
        {words}
      </button>
    </td>
  );
}
