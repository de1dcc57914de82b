"use client";

import { Ban, Check, CheckCheck, CircleDashed, CircleDot, Clock, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/lib/ui/components";
import type { WorkStanding } from "@/lib/wire/assignmentParts";

const MARKS = {
  nothing: Ban,
  answered: CheckCheck,
  "not-open": Clock,
  "not-begun": CircleDashed,
  open: CircleDot,
  late: Clock,
  "handed-in": Check,
  closed: Lock,
} as const;

/** How somebody's work stands, by sign and word. Who has answered everything is told of no date that has passed. */
export function StateMark({ standing }: { readonly standing: Pick<WorkStanding, "state" | "done" | "slots"> }) {
  const whole = standing.slots > 0 && standing.done === standing.slots;
  const state =
    standing.slots === 0 && standing.state !== "not-open"
      ? "nothing"
      : whole && (standing.state === "open" || standing.state === "late")
        ? "answered"
        : standing.state;
  const t = useTranslations("work");
  const Mark = MARKS[state];
  return (
    <span
      data-state={state}
      className={classNames(
        "inline-flex items-center gap-1.5 align-middle whitespace-nowrap text-sm font-semibold",
        state === "handed-in" || state === "answered" ? "text-good" : state === "late" ? "text-warn" : "text-ink-2",
      )}
    >
      <Mark aria-hidden className="size-4 shrink-0" />
      {t(`state.${state}`)}
    </span>
  );
}
