"use client";

import { Check, CircleDashed, CircleDot, Clock, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/lib/ui/components";
import type { WorkStanding } from "@/lib/wire/assignmentParts";

const MARKS = { "not-open": Clock, "not-begun": CircleDashed, open: CircleDot, late: Clock, "handed-in": Check, closed: Lock } as const;

/** How somebody's work stands, by sign and word. */
export function StateMark({ state }: { readonly state: WorkStanding["state"] }) {
  const t = useTranslations("work");
  const Mark = MARKS[state];
  return (
    <span
      data-state={state}
      className={classNames(
        "inline-flex items-center gap-1.5 whitespace-nowrap text-sm font-semibold",
        state === "handed-in" ? "text-good" : state === "late" ? "text-warn" : "text-ink-2",
      )}
    >
      <Mark aria-hidden className="size-4 shrink-0" />
      {t(`state.${state}`)}
    </span>
  );
}
