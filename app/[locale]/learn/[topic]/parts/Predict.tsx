"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode } from "react";
import { optionOrder } from "@/lib/challenges/order";
import { Boki } from "@/lib/ui/brand";
import { classNames } from "@/lib/ui/components";
import { unbroken } from "@/lib/words";

export interface PredictProps {
  readonly question: string;
  readonly options: readonly string[];
  /** Place of the right option as written; the page draws them in another order. */
  readonly answer: number;
  /** Why it is right; shown once the reader has chosen. */
  readonly children: ReactNode;
}

/**
 * Predict, reveal, explain: one tap, then the reason. The options are shuffled, the first choice stands. What stands right behind it and
 * would tell the answer (`data-after-answer`) is out of sight until then (lesson.css).
 */
export function Predict({ question, options, answer, children }: PredictProps) {
  const t = useTranslations("lesson");
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const open = chosen !== null;
  const right = chosen === answer;
  return (
    <section
      aria-labelledby={id}
      data-unanswered={open ? undefined : ""}
      className="not-prose my-6 rounded-[var(--radius-lg)] border border-line bg-sheet p-5 shadow-1"
    >
      <div className="mb-3 flex flex-wrap items-start gap-4">
        <p className="grow basis-0">
          <span className="block text-sm font-semibold text-brand">{t("predict")}</span>
          <span id={id} className="text-lg font-semibold text-ink">
            {unbroken(question)}
          </span>
        </p>
        <Boki mood={open ? (right ? "delighted" : "thinking") : "curious"} className="-mt-2 size-16 shrink-0" />
      </div>
      <div role="group" aria-labelledby={id} className="flex flex-col gap-2">
        {optionOrder(question, options.length).map((i) => (
          <button
            key={options[i]}
            type="button"
            aria-disabled={open}
            aria-pressed={chosen === i}
            onClick={() => setChosen((before) => before ?? i)}
            className={classNames(
              "flex min-h-11 items-center justify-between gap-3 rounded-[var(--radius)] border px-4 py-2 text-left text-ink transition-colors duration-150",
              !open && "cursor-pointer border-line-strong hover:bg-paper-2",
              open && i === answer && "border-good bg-good-wash font-semibold",
              open && i === chosen && !right && "border-bad bg-bad-wash",
              open && i !== answer && i !== chosen && "border-line text-ink-2",
            )}
          >
            {unbroken(options[i])}
            {open && i === answer ? <Check aria-hidden="true" className="size-5 shrink-0 text-good" /> : null}
            {open && i === chosen && !right ? <X aria-hidden="true" className="size-5 shrink-0 text-bad" /> : null}
          </button>
        ))}
      </div>
      <div aria-live="polite" className="mt-3">
        {open ? (
          <div className="animate-rise text-ink [&>p+p]:mt-2">
            <b className={classNames("block", right ? "text-good" : "text-bad")}>
              {right ? t("predictRight") : t("predictWrong", { answer: unbroken(options[answer]) })}
            </b>
            {children}
          </div>
        ) : (
          <p className="text-sm text-ink-2">{t("predictHint")}</p>
        )}
      </div>
    </section>
  );
}
