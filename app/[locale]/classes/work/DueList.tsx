"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import type { WorkList } from "@/lib/wire/work";
import { StateMark } from "../../assignments/StateMark";
import { useMoments } from "../../assignments/useMoments";
import { Unfold } from "../../shell/Unfold";
import { CalendarAddress } from "./CalendarAddress";
import { countsNothing, useWorkList } from "./data";

type Given = WorkList["work"][number];
const isDone = (work: Given): boolean => work.standing.state === "handed-in" || work.standing.state === "closed" || countsNothing(work);

/** What one is given in all one's classes: what is due first in front, what is done behind. Nothing while nothing was ever given. */
export function DueList() {
  const t = useTranslations("work");
  const { data } = useWorkList();
  if (!data || data.work.length === 0) return null;
  const [open, done] = [data.work.filter((each) => !isDone(each)), data.work.filter(isDone)];
  return (
    <section aria-labelledby="due" className="flex flex-col gap-3">
      <h2 id="due" className="m-0 text-xl font-bold text-ink">
        {t("list.title")}
      </h2>
      {open.length === 0 && <p className="m-0 text-ink-2">{t("list.none")}</p>}
      <Rows work={open} testId="due" />
      {done.length > 0 && (
        <Unfold title={t("list.done", { count: done.length })}>
          <Rows work={done} testId="done" />
        </Unfold>
      )}
      <CalendarAddress />
    </section>
  );
}

function Rows({ work, testId }: { readonly work: readonly Given[]; readonly testId: string }) {
  return (
    <ul className="m-0 flex list-none flex-col gap-3 p-0 empty:hidden" data-testid={testId}>
      {work.map((given) => (
        <Row key={given.id} given={given} />
      ))}
    </ul>
  );
}

function Row({ given }: { readonly given: Given }) {
  const t = useTranslations("work");
  const moments = useMoments(given.cohort.timeZone);
  const { dueAt, done, slots } = given.standing;
  return (
    <li>
      <Link
        href={`/classes/work/${given.id}`}
        className="flex items-center gap-3 rounded-(--radius-lg) border border-line bg-sheet p-4 no-underline shadow-1 transition-colors duration-150 hover:border-line-strong hover:bg-paper-2"
      >
        <span className="min-w-0 grow">
          <span className="block break-words text-lg font-bold text-ink">{given.title}</span>
          <span className="block text-ink-2">
            {given.cohort.name} · {dueAt === null ? t("terms.noDue") : t("terms.due", { when: moments.full(dueAt) })}
          </span>
          <span className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            <StateMark standing={given.standing} />
            {slots > 0 && <span className="text-sm tabular-nums text-ink-2">{t("done", { done, slots })}</span>}
          </span>
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
      </Link>
    </li>
  );
}
