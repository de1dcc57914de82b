"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { ScrollFrame } from "@/lib/ui/components";
import { cellName, letter, num, signed } from "@/lib/words";
import { MAP_SIDE, mapOf, mean, restShare, scoreOf, weightAt, type Desk, type Setting } from "./desk";
import { Product } from "./Product";

const WORDS = {
  caption: { ko: "한 칸의 합과 점수의 합", en: "One cell's sum, and the score's" },
  others: { ko: "나머지 채널 120개", en: "120 other channels" },
  bias: { ko: "편향 b", en: "bias b" },
  none: { ko: "없음", en: "none" },
  score: { ko: "점수", en: "score" },
  mean: { ko: "맵의 평균 + b", en: "map's mean + b" },
} satisfies Record<string, Text>;

/** The arithmetic of one cell, and beside it the same sum for the score: products of means instead of cells, and the bias. */
export function SumTable({
  desk,
  setting,
  map,
  cell,
  locale,
}: {
  readonly desk: Desk;
  readonly setting: Setting;
  /** The map as it is shown: with a ReLU, where one was asked for. */
  readonly map: Float64Array;
  readonly cell: number;
  readonly locale: Locale;
}) {
  const sum = mapOf(desk, setting)[cell];
  const rows = desk.strips.map(({ map: values }, k) => {
    const weight = weightAt(desk, setting, k);
    return {
      name: letter(k),
      here: <Product weight={weight} value={values[cell]} />,
      all: <Product weight={weight} value={mean(values)} />,
    };
  });
  const rest = { here: setting.others ? signed(desk.rest[cell], 2) : "0", all: signed(restShare(desk, setting), 2) };
  const byMap = num(mean(map) + desk.bias, 4);
  const equal = byMap === num(scoreOf(desk, setting), 4);
  const td = "!min-w-0 !border-0 !border-t !border-line !px-1 !py-1 text-right";
  const th = `${td} !bg-transparent !text-left font-medium text-ink-2`;
  return (
    <ScrollFrame label={WORDS.caption[locale]}>
      <table className="!m-0 w-full font-mono text-xs tabular-nums text-ink" data-testid="sums">
        <caption className="sr-only">{WORDS.caption[locale]}</caption>
        <thead>
          <tr>
            <th className={th} aria-hidden="true" />
            <th scope="col" className={`${td} !bg-transparent font-sans font-semibold`}>
              M = Σ w·f
              <br />
              <span className="font-normal text-ink-2">{cellName(cell, MAP_SIDE)[locale]}</span>
            </th>
            <th scope="col" className={`${td} !bg-transparent font-sans font-semibold`}>
              S = Σ w·F + b
              <br />
              <span className="font-normal text-ink-2">{WORDS.score[locale]}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, here, all }) => (
            <tr key={name}>
              <th scope="row" className={th}>
                {name}
              </th>
              <td className={td}>{here}</td>
              <td className={td}>{all}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className={`${th} font-sans`}>
              {WORDS.others[locale]}
            </th>
            <td className={td}>{rest.here}</td>
            <td className={td}>{rest.all}</td>
          </tr>
          <tr>
            <th scope="row" className={`${th} font-sans`}>
              {WORDS.bias[locale]}
            </th>
            <td className={`${td} font-sans text-ink-2`}>{WORDS.none[locale]}</td>
            <td className={td}>{signed(desk.bias, 2)}</td>
          </tr>
          <tr className="font-bold">
            <th scope="row" className={th}>
              =
            </th>
            <td className={td}>{map[cell] === sum ? num(sum, 4) : `${num(sum, 4)} → ${num(map[cell], 4)}`}</td>
            <td className={td}>{num(scoreOf(desk, setting), 4)}</td>
          </tr>
          <tr className="font-bold">
            <th scope="row" className={`${th} font-sans`}>
              {WORDS.mean[locale]}
            </th>
            <td className={td} />
            <td className={`${td} ${equal ? "text-good" : "text-bad"}`}>
              {equal ? "=" : "≠"} {byMap}
            </td>
          </tr>
        </tbody>
      </table>
    </ScrollFrame>
  );
}
