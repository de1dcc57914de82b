"use client";

import type { BoardProps } from "@/lib/challenges/play";
import { classNames } from "@/lib/ui/components";
import { RULE_NAMES, type Answer, type View } from "./challenge";
import { Grid } from "./Grid";

/** The numbers of the way, and a grid of cells to mark. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const ko = locale === "ko";
  const { side, signal, gates, rule } = view;
  const marked = new Set(answer.cells);
  const toggle = (cell: number) =>
    onChange({ cells: marked.has(cell) ? answer.cells.filter((other) => other !== cell) : [...answer.cells, cell].sort((a, b) => a - b) });
  const nameOf = (gate: number) =>
    gates.length === 1
      ? ko
        ? "순전파 입력"
        : "Forward input"
      : gate === 0
        ? ko
          ? "위 ReLU의 순전파 입력"
          : "Forward input, upper ReLU"
        : ko
          ? "아래 ReLU의 순전파 입력"
          : "Forward input, lower ReLU";
  return (
    <div className="flex flex-col gap-4">
      <p className="m-0 text-sm text-ink-2">
        {ko ? "규칙: " : "Rule: "}
        <b className="text-ink">{RULE_NAMES[rule][locale]}</b>
      </p>
      <div className="flex flex-wrap gap-x-3 gap-y-3 sm:gap-x-6">
        <Grid side={side} values={signal} title={ko ? "위에서 온 신호" : "Signal from above"} />
        {gates.flatMap(({ forward, weights }, gate) => [
          <Grid key={`gate-${gate}`} side={side} values={forward} title={nameOf(gate)} />,
          ...(weights
            ? [
                <Grid
                  key={`weights-${gate}`}
                  side={side}
                  values={weights}
                  title={ko ? "두 ReLU 사이의 가중치" : "Weights between the ReLUs"}
                />,
              ]
            : []),
        ])}
        <fieldset disabled={locked} className="m-0 border-0 p-0">
          <legend className="pb-1 text-sm font-medium text-ink">{ko ? "신호가 지나는 칸" : "Cells it passes"}</legend>
          <div className="mt-1 grid w-fit gap-1" style={{ gridTemplateColumns: `repeat(${side}, 2.5rem)` }}>
            {signal.map((_, cell) => (
              <button
                key={cell}
                type="button"
                aria-pressed={marked.has(cell)}
                aria-label={
                  ko
                    ? `${Math.floor(cell / side) + 1}행 ${(cell % side) + 1}열`
                    : `Row ${Math.floor(cell / side) + 1}, column ${(cell % side) + 1}`
                }
                onClick={() => toggle(cell)}
                className={classNames(
                  "size-10 cursor-pointer rounded-[8px] border-2 font-bold disabled:cursor-default",
                  marked.has(cell) ? "border-brand bg-brand-wash text-ink" : "border-line-strong bg-sheet text-ink-3 hover:border-brand",
                )}
              >
                {marked.has(cell) ? "✓" : ""}
              </button>
            ))}
          </div>
        </fieldset>
      </div>
    </div>
  );
}
