"use client";

import { useTranslations } from "next-intl";
import useSWR from "swr";
import { call } from "@/lib/client/api";
import { readOwnItem } from "@/lib/wire/work";
import { AnswerReplay } from "../../../../../assignments/AnswerReplay";
import { useMoments } from "../../../../../assignments/useMoments";
import { Problem } from "../../../../../shell/Problem";
import type { Part, Slot } from "../../../slots";

type Try = Slot["tries"][number];

/** What came of the tries at a slot: each answer on its board, once its score may be seen. */
export function PastTries({
  slot,
  type,
  timeZone,
}: {
  readonly slot: Slot;
  readonly type: Part["settings"]["type"];
  readonly timeZone: string;
}) {
  const t = useTranslations("work");
  const tries = slot.tries.filter(({ answeredAt }) => answeredAt !== null);
  if (tries.length === 0) return <p className="m-0 text-ink-2">{t("slot.waiting")}</p>;
  return (
    <ol className="m-0 flex list-none flex-col gap-6 p-0" data-testid="tries">
      {[...tries].reverse().map((each) => (
        <PastTry key={each.id} tried={each} type={type} timeZone={timeZone} />
      ))}
    </ol>
  );
}

function PastTry({ tried, type, timeZone }: { readonly tried: Try; readonly type: Part["settings"]["type"]; readonly timeZone: string }) {
  const t = useTranslations("work");
  const moments = useMoments(timeZone);
  const told = tried.score !== null;
  const { data, error } = useSWR(tried.readable ? ["own-item", tried.id] : null, () => call(readOwnItem, { params: { item: tried.id } }));
  const facts = [
    t("try", { number: tried.try }),
    ...(tried.answeredAt === null ? [] : [moments.short(tried.answeredAt)]),
    ...(tried.score === null || type === "lesson" || type === "simulation" ? [] : [t("slot.score", { score: tried.score })]),
    ...(tried.lateDays > 0 ? [t("slot.late", { days: tried.lateDays })] : []),
    ...(tried.firstScore !== null && tried.firstScore !== tried.score ? [t("slot.first", { score: tried.firstScore })] : []),
    ...(tried.voided ? [t("slot.voided")] : []),
    ...(tried.voidReason ? [tried.voidReason] : []),
  ];
  return (
    <li className="flex flex-col gap-3 rounded-(--radius-lg) border border-line bg-sheet p-4">
      <p className="m-0 text-sm tabular-nums text-ink-2">{facts.join(" · ")}</p>
      {!tried.readable && <p className="m-0 text-ink">{t(told ? "question.keptBack" : "question.hidden")}</p>}
      <Problem error={error} />
      {data && <AnswerReplay answered={data} />}
    </li>
  );
}
