"use client";

import { Fragment } from "react";
import type { Text } from "@/lib/challenges";
import type { BoardProps } from "@/lib/challenges/play";
import { Beside, CellGrid, NumberGrid } from "@/lib/ui/boards";
import { RULE_NAMES, type Answer, type View } from "./challenge";

const WORDS = {
  signal: { ko: "위에서 온 신호", en: "Signal from above" },
  weights: { ko: "두 ReLU 사이의 가중치", en: "Weights between the ReLUs" },
  adds: {
    ko: "아래 ReLU에 도착하는 신호 = 바로 위 칸의 신호 × 가중치 + 그 오른쪽 칸의 신호. 갈라졌던 길의 신호는 돌아올 때 더해져요.",
    en: "What arrives at the lower ReLU = the signal of the cell above × its weight + the signal of that cell's right neighbour. Paths that forked add up on the way back.",
  },
} satisfies Record<string, Text>;

const FORWARD: Text = { ko: "순전파 입력", en: "Forward input" };
const FORWARD_OF_TWO: readonly Text[] = [
  { ko: "위 ReLU의 순전파 입력", en: "Forward input, upper ReLU" },
  { ko: "아래 ReLU의 순전파 입력", en: "Forward input, lower ReLU" },
];

/** The numbers of the way, kept in sight, and for each rule a grid of cells to mark. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const { side, signal, gates, rules } = view;
  return (
    <Beside
      picture={
        <div className="grid grid-cols-[auto_auto] items-end justify-start gap-x-4 gap-y-2 bg-paper pb-1">
          <NumberGrid compact columns={side} values={signal} title={WORDS.signal[locale]} />
          {gates.map(({ forward, weights }, gate) => (
            <Fragment key={gate}>
              <NumberGrid compact columns={side} values={forward} title={(gates.length === 1 ? FORWARD : FORWARD_OF_TWO[gate])[locale]} />
              {weights ? <NumberGrid compact columns={side} values={weights} title={WORDS.weights[locale]} /> : null}
            </Fragment>
          ))}
        </div>
      }
    >
      {gates[0].adds ? <p className="m-0 text-sm text-ink-2">{WORDS.adds[locale]}</p> : null}
      <div className="flex flex-wrap gap-x-3 gap-y-4">
        {rules.map((rule, r) => (
          <CellGrid
            key={rule}
            rows={side}
            columns={side}
            marked={answer.cells[r]}
            onChange={(marked) => onChange({ cells: answer.cells.map((cells, other) => (other === r ? marked : cells)) })}
            label={RULE_NAMES[rule][locale]}
            locale={locale}
            locked={locked}
          />
        ))}
      </div>
    </Beside>
  );
}
