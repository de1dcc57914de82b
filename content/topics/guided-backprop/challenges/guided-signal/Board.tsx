"use client";

import type { BoardProps } from "@/lib/challenges/play";
import { classNames } from "@/lib/ui/components";
import { cellName, RULE_NAMES, type Answer, type View } from "./challenge";
import { Grid } from "./Grid";

const COLUMNS = ["", "", "", "grid-cols-3", "grid-cols-4"] as const;

/** The numbers of the way, and for each rule a grid of cells to mark. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const ko = locale === "ko";
  const { side, signal, gates, rules } = view;
  const toggle = (rule: number, cell: number) =>
    onChange({
      cells: answer.cells.map((cells, r) =>
        r !== rule ? cells : cells.includes(cell) ? cells.filter((other) => other !== cell) : [...cells, cell].sort((a, b) => a - b),
      ),
    });
  const nameOf = (gate: number) => {
    if (gates.length === 1) return ko ? "순전파 입력" : "Forward input";
    if (gate === 0) return ko ? "위 ReLU의 순전파 입력" : "Forward input, upper ReLU";
    return ko ? "아래 ReLU의 순전파 입력" : "Forward input, lower ReLU";
  };
  return (
    <div className="flex flex-col gap-4">
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
      </div>
      {gates[0].adds ? (
        <p className="m-0 text-sm text-ink-2">
          {ko
            ? "아래 ReLU에 도착하는 신호 = 바로 위 칸의 신호 × 가중치 + 그 오른쪽 칸의 신호. 갈라졌던 길의 신호는 돌아올 때 더해져요."
            : "What arrives at the lower ReLU = the signal of the cell above × its weight + the signal of that cell's right neighbour. Paths that forked add up on the way back."}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-x-3 gap-y-4 sm:gap-x-6">
        {rules.map((rule, r) => (
          <fieldset key={rule} disabled={locked} className="m-0 border-0 p-0">
            <legend className="pb-1 text-sm font-semibold text-ink">{RULE_NAMES[rule][locale]}</legend>
            <div className={classNames("mt-1 grid w-fit gap-1", COLUMNS[side])}>
              {signal.map((_, cell) => {
                const marked = answer.cells[r].includes(cell);
                return (
                  <button
                    key={cell}
                    type="button"
                    aria-pressed={marked}
                    aria-label={`${cellName(side, cell)[locale]}, ${RULE_NAMES[rule][locale]}`}
                    onClick={() => toggle(r, cell)}
                    className={classNames(
                      "size-10 cursor-pointer rounded-[8px] border-2 font-bold disabled:cursor-default",
                      marked ? "border-brand bg-brand-wash text-ink" : "border-line-strong bg-sheet text-ink-3 hover:border-brand",
                    )}
                  >
                    {marked ? "✓" : ""}
                  </button>
                );
              })}
            </div>
          </fieldset>
        ))}
      </div>
    </div>
  );
}
