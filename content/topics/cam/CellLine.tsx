"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { cellName, letter, num, signed } from "@/lib/words";
import { MAP_SIDE, mapOf, weightAt, type Desk, type Setting } from "./desk";

const WORDS = {
  how: {
    ko: "칸을 가리키거나 눌러 보세요. 모든 맵에서 그 칸의 합이 열려요.",
    en: "Point at a cell or tap it: every map opens the sum there.",
  },
  others: { ko: "나머지", en: "others" },
} satisfies Record<string, Text>;

export interface CellLineProps {
  readonly desk: Desk;
  readonly setting: Setting;
  /** The map as it is shown: with a ReLU, where one was asked for. */
  readonly map: Float64Array;
  /** The cell that is read; null: how to read one. */
  readonly cell: number | null;
  readonly locale: Locale;
}

/** What a cell's sum comes to, in a sentence. @example "Row 7, column 7: 17.84" */
export function cellSaid({ desk, setting, map, locale }: Omit<CellLineProps, "cell">, cell: number): string {
  const sum = mapOf(desk, setting)[cell];
  return `${cellName(cell, MAP_SIDE)[locale]}: ${num(sum, 2)}${map[cell] === sum ? "" : ` → ${num(map[cell], 2)}`}`;
}

/** One cell of the map as the sum of what each fader has there, in as many lines while there is none. */
export function CellLine(props: CellLineProps) {
  const { desk, setting, map, cell, locale } = props;
  if (cell === null) return <p className="m-0 min-h-12 text-xs text-ink-2 @xl:min-h-8">{WORDS.how[locale]}</p>;
  const sum = mapOf(desk, setting)[cell];
  const terms = desk.strips.map(({ map: values }, k) => ({ name: letter(k), value: weightAt(desk, setting, k) * values[cell] }));
  const rest = { name: WORDS.others[locale], value: setting.others ? desk.rest[cell] : 0 };
  return (
    <p className="m-0 min-h-12 text-xs tabular-nums text-ink-2 @xl:min-h-8" data-testid="cell-line">
      <span className="font-semibold text-ink">{cellName(cell, MAP_SIDE)[locale]}</span>{" "}
      {[...terms, rest].map(({ name, value }) => (
        <span key={name} className="mr-1.5 inline-block whitespace-nowrap">
          {name} <span className="font-mono text-ink">{signed(value, 2)}</span>
        </span>
      ))}
      <b className="whitespace-nowrap font-mono text-ink">
        = {num(sum, 2)}
        {map[cell] === sum ? "" : ` → ${num(map[cell], 2)}`}
      </b>
    </p>
  );
}
