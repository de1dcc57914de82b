"use client";

import type { Locale } from "@/lib/challenges/text";
import type { Step } from "./challenge";

const lostAt = (step: Step) => step.perObject.filter((n) => n === 0).length;
const doubledAt = (step: Step) => step.perObject.filter((n) => n > 1).length;

/** All thresholds at a glance: how many objects each one loses (down), doubles (up), or keeps once (a tick). A picture for the eye; the timeline says the same in words. */
export function ThresholdStrip({
  steps,
  at,
  mine,
  locale,
}: {
  readonly steps: readonly Step[];
  readonly at: number;
  readonly mine: number;
  readonly locale: Locale;
}) {
  const ko = locale === "ko";
  const most = Math.max(1, ...steps.map((s) => Math.max(lostAt(s), doubledAt(s))));
  const bar = (n: number) => `${(n / most) * 1.1}rem`;
  return (
    <div aria-hidden="true" className="flex flex-col gap-1">
      <div className="grid" style={{ gridTemplateColumns: `repeat(${steps.length}, minmax(0, 1fr))` }}>
        {steps.map((step, i) => {
          const fine = lostAt(step) + doubledAt(step) === 0;
          return (
            <div
              key={step.hundredths}
              className={`flex flex-col items-center border-x border-transparent ${i === at ? "rounded-[6px] bg-paper-3" : ""}`}
            >
              <span className="flex h-[1.2rem] items-end">
                {doubledAt(step) > 0 ? <span className="w-2 rounded-t-[2px] bg-bad" style={{ height: bar(doubledAt(step)) }} /> : null}
              </span>
              <span
                className={`flex size-4 items-center justify-center text-xs font-bold ${fine ? "rounded-full bg-good text-paper" : "text-ink-3"}`}
              >
                {fine ? "✓" : "·"}
              </span>
              <span className="flex h-[1.2rem] items-start">
                {lostAt(step) > 0 ? <span className="w-2 rounded-b-[2px] bg-warn" style={{ height: bar(lostAt(step)) }} /> : null}
              </span>
              <span className={`h-4 text-xs leading-4 ${i === mine ? "font-bold text-brand" : "text-transparent"}`}>▲</span>
            </div>
          );
        })}
      </div>
      <p className="m-0 flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
        <span>{ko ? "↓ 사라진 물체 · ↑ 겹쳐 남은 물체 · ✓ 모두 한 번씩" : "↓ lost · ↑ doubled · ✓ all once"}</span>
        {mine >= 0 ? <span>{ko ? "▲ 내 답" : "▲ your answer"}</span> : null}
      </p>
    </div>
  );
}
