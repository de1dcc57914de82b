"use client";

import { useState } from "react";
import type { ReplayProps } from "@/lib/challenges/play";
import { Timeline } from "@/lib/ui/components";
import { RULE_NAMES, type Answer, type Step, type View } from "./challenge";
import { Grid } from "./Grid";

/** The signal's way down, rule after rule and ReLU by ReLU, and the learner's cells beside the open ones. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const [at, setAt] = useState(0);
  const ko = locale === "ko";
  const { side, gates, rules } = view;
  const count = (values: readonly number[]) => values.filter((v) => v !== 0).length;
  const captions = grade.steps.map(({ rule, gate, before, after }) => {
    if (gate === null)
      return ko ? `${RULE_NAMES[rules[rule]].ko}: 신호가 위에서 내려와요.` : `${RULE_NAMES[rules[rule]].en}: the signal comes from above.`;
    const which = gates.length === 1 ? "ReLU" : gate === 0 ? (ko ? "위 ReLU" : "the upper ReLU") : ko ? "아래 ReLU" : "the lower ReLU";
    return ko
      ? `${RULE_NAMES[rules[rule]].ko}: ${which}에서 ${count(before)}칸 가운데 ${count(after)}칸이 남아요.`
      : `${RULE_NAMES[rules[rule]].en}: ${count(after)} of ${count(before)} cells get through ${which}.`;
  });
  const step = grade.steps[Math.min(at, grade.steps.length - 1)];
  const closed = new Set(step.after.flatMap((v, i) => (v === 0 ? [i] : [])));
  const open = new Set(step.after.flatMap((v, i) => (v !== 0 ? [i] : [])));
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-x-3 gap-y-3 sm:gap-x-6">
        {step.gate === null ? null : <Grid side={side} values={gates[step.gate].forward} title={ko ? "순전파 입력" : "Forward input"} />}
        <Grid
          side={side}
          values={step.before}
          title={
            step.gate === null
              ? ko
                ? "위에서 온 신호"
                : "Signal from above"
              : ko
                ? "도착한 신호와 남는 칸"
                : "What arrives, and what stays"
          }
          open={step.gate === null ? undefined : open}
          closed={step.gate === null ? undefined : closed}
        />
        <table className="border-separate border-spacing-1">
          <caption className="pb-1 text-left text-sm font-medium text-ink">{`${ko ? "내 답" : "Your answer"}: ${RULE_NAMES[rules[step.rule]][locale]}`}</caption>
          <tbody>
            {Array.from({ length: side }, (_, row) => (
              <tr key={row}>
                {Array.from({ length: side }, (_, column) => {
                  const cell = row * side + column;
                  const { correct } = grade.parts[step.rule * side * side + cell];
                  return (
                    <td
                      key={column}
                      className={`size-9 rounded-[8px] border-2 text-center font-bold sm:size-11 ${correct ? "border-good text-good" : "border-bad text-bad"}`}
                    >
                      {answer.cells[step.rule].includes(cell) ? (correct ? "✓" : "✗") : correct ? "" : "○"}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Timeline step={at} count={grade.steps.length} onStep={setAt} locale={locale} captions={captions} />
    </div>
  );
}
