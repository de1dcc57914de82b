"use client";

import { Check, ChevronRight, Circle, CircleDot } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { pointsText } from "../../../assignments/points";
import { isAnswered, type Part, type Slot } from "../slots";

interface Props {
  readonly assignment: string;
  readonly part: Part;
  readonly slot: Slot;
  /** The work has begun: what stands here can be gone to. */
  readonly open: boolean;
}

/** One thing to answer, and how it stands. */
export function SlotRow({ assignment, part, slot, open }: Props) {
  const t = useTranslations("work");
  const answered = isAnswered(slot);
  const begun = slot.tries.length > 0;
  const Mark = answered ? Check : begun ? CircleDot : Circle;
  const scores = slot.tries.flatMap(({ score, voided }) => (score === null || voided ? [] : [score]));
  const late = slot.tries.find(({ answeredAt, lateDays }) => answeredAt !== null && lateDays > 0);
  const out = slot.of === 0;
  const facts = out
    ? [t("slot.voided")]
    : [
        answered
          ? scores.length > 0
            ? t("slot.best", { score: Math.max(...scores) })
            : t("slot.answered")
          : t(begun ? "slot.begun" : "slot.waiting"),
        ...(late ? [t("slot.late", { days: late.lateDays })] : []),
        ...(slot.earned !== null && answered ? [t("pointsOf", { earned: pointsText(slot.earned), points: pointsText(slot.of) })] : []),
        ...(part.settings.type === "challenge" || part.settings.type === "quiz" ? [t("slot.left", { count: slot.triesLeft })] : []),
      ];
  const inside = (
    <>
      <Mark aria-hidden className={answered ? "size-5 shrink-0 text-good" : "size-5 shrink-0 text-ink-3"} />
      <span className="min-w-0 grow">
        <span className="block font-semibold text-ink">{t(`slot.${part.settings.type}`, { number: slot.slot + 1 })}</span>
        <span className="block text-sm tabular-nums text-ink-2">{facts.join(" · ")}</span>
      </span>
    </>
  );
  const row = "flex min-h-14 items-center gap-3 px-4 py-2";
  return (
    <li data-slot={`${part.id}/${slot.slot}`} data-answered={answered}>
      {open ? (
        <Link href={`/classes/work/${assignment}/${part.id}/${slot.slot}`} className={`${row} no-underline hover:bg-paper-2`}>
          {inside}
          <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
        </Link>
      ) : (
        <div className={row}>{inside}</div>
      )}
    </li>
  );
}
