"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReviewQueue } from "@/lib/wire/review";

/** How many cards the learner expects today, and how many of them are behind them. */
export function DayCount({ queue }: { readonly queue: Pick<ReviewQueue, "seenToday" | "dueToday" | "againToday"> }) {
  const t = useTranslations("review");
  const { seenToday, dueToday, againToday } = queue;
  const all = seenToday + dueToday - againToday;
  // What was there when the page was opened stays the measure; what comes later is said in words.
  const [expected] = useState(all);
  const total = expected === 0 ? all : Math.min(expected, all);
  const seen = Math.min(seenToday, total);
  const more = all - total;
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
      <div
        role="progressbar"
        aria-label={t("progress")}
        aria-valuemin={0}
        aria-valuemax={Math.max(total, 1)}
        aria-valuenow={seen}
        aria-valuetext={t("count", { done: seen, total })}
        className="h-3 min-w-24 flex-1 overflow-hidden rounded-full bg-paper-3"
      >
        <div
          className="h-full rounded-full bg-brand transition-[width] duration-200 motion-reduce:transition-none"
          style={{ width: `${total === 0 ? 0 : (100 * seen) / total}%` }}
        />
      </div>
      <span className="text-sm tabular-nums text-ink-2" data-testid="due-count">
        {t("count", { done: seen, total })}
      </span>
      {againToday + more > 0 && (
        <span className="w-full text-sm tabular-nums text-ink-2" data-testid="due-more">
          {[...(more > 0 ? [t("more", { count: more })] : []), ...(againToday > 0 ? [t("comesAgain", { count: againToday })] : [])].join(
            " · ",
          )}
        </span>
      )}
    </div>
  );
}
