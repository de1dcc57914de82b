"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { gradeOf, percentOf, shareOf, type When } from "@/lib/gradebook";
import type { Gradebook } from "@/lib/wire/grades";
import { num } from "@/lib/words";
import { Unfold } from "../../../shell/Unfold";
import { shown } from "./GradeTable";

/** How a total comes about, with the numbers of the first student who has one. */
export function HowComputed({
  book: { assignments, students },
  when,
}: {
  readonly book: Gradebook;
  readonly when: When;
  readonly locale: Locale;
}) {
  const t = useTranslations("grades");
  const example = students.find(({ cells }) => gradeOf(assignments, cells, when).share !== null);
  return (
    <div className="print:hidden">
      <Unfold title={t("how")}>
        <div className="flex flex-col gap-3 text-ink">
          <p className="m-0">{t("howRule")}</p>
          <ul className="m-0 flex flex-col gap-1 pl-5">
            {(["howOverdue", "howOpen", "howWord", "howTwo"] as const).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
          {example && <Example student={example} assignments={assignments} when={when} />}
        </div>
      </Unfold>
    </div>
  );
}

function Example({
  student,
  assignments,
  when,
}: {
  readonly student: Gradebook["students"][number];
  readonly assignments: Gradebook["assignments"];
  readonly when: When;
}) {
  const t = useTranslations("grades");
  const { share, weights } = gradeOf(assignments, student.cells, when);
  const terms = assignments.flatMap(({ weight }, i) => {
    const own = shareOf(student.cells[i], when);
    return own === null ? [] : [`${weight} × ${num(percentOf(own), 1)}`];
  });
  return (
    <p className="m-0 break-words rounded-(--radius) bg-paper-2 p-3 text-sm">
      {t("howExample", { student: student.name })}{" "}
      <span className="font-mono tabular-nums">
        ({terms.join(" + ")}) ÷ {weights} = {shown(share, "–")}%
      </span>
    </p>
  );
}
