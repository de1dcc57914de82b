"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Segmented, Slider } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { OverlapLayer } from "@/lib/ui/stage/layers";
import { shown, sizeOf, type Measure } from "../../measures";
import type { Answer, Pair, View } from "./challenge";

const WORDS = {
  pictures: { ko: "그림 고르기", en: "Picture" },
  picture: { ko: "그림", en: "Picture" },
  grid: { ko: "모눈 한 칸은 20픽셀이에요.", en: "One grid cell is 20 pixels." },
  guess: { ko: "내 어림", en: "Your estimate" },
  union: { ko: "막대 전체: 합집합", en: "Whole bar: the union" },
  shared: { ko: "색칠한 만큼: 교집합", en: "Filled part: the intersection" },
  signed: { ko: "막대는 −1부터 1까지, 세로줄이 0이에요.", en: "The bar runs from −1 to 1; the line marks 0." },
  gauge: { ko: "합집합 가운데 교집합의 몫", en: "Share of the union that is intersection" },
} satisfies Record<string, Text>;
const NAME: Readonly<Record<Measure, string>> = { iou: "IoU", giou: "GIoU" };

const GAUGE_PARTS = [
  { name: "union", paint: "color-mix(in srgb, var(--box-4) 30%, transparent)" },
  { name: "shared", paint: "var(--brand-glow)" },
] as const;

/** A on the object, B over it: what a screen reader hears of a pair. */
function describe({ cls, a, b }: Pair, locale: Locale): string {
  const name = CLASS_NAMES[cls][locale];
  return locale === "ko"
    ? `A는 ${name}에 꼭 맞는 상자예요. 왼쪽 위 (${a[0]}, ${a[1]}), 크기 ${sizeOf(a)}. B는 왼쪽 위 (${b[0]}, ${b[1]}), 크기 ${sizeOf(b)}.`
    : `A fits the ${name}: top left (${a[0]}, ${a[1]}), size ${sizeOf(a)}. B: top left (${b[0]}, ${b[1]}), size ${sizeOf(b)}.`;
}

const boxesOf = ({ a, b }: Pair): StageBox[] => [
  { id: "a", box: a, label: "A", tone: 0, state: "idle", description: "A" },
  { id: "b", box: b, label: "B", tone: 1, state: "idle", description: "B" },
];

/** Three pictures, one at a time, each with its slider; the tabs say which are still open. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [at, setAt] = useState(0);
  const pair = view.pairs[at];
  const guess = answer.guesses[at] ?? null;
  const set = (value: number) => onChange({ guesses: answer.guesses.map((old, i) => (i === at ? value : old)) });
  const asksBoth = view.pairs.some(({ measure }) => measure === "giou");
  const label = (i: number) => {
    const value = answer.guesses[i] ?? null;
    return `${i + 1} · ${asksBoth ? `${NAME[view.pairs[i].measure]} ` : ""}${value === null ? "?" : shown(value)}`;
  };
  return (
    <div className="flex flex-col gap-3">
      <Segmented
        label={WORDS.pictures[locale]}
        value={at}
        onChange={setAt}
        options={view.pairs.map((_, i) => ({ value: i, label: label(i) }))}
      />
      <Stage
        width={view.width}
        height={view.height}
        sprites={[{ cls: pair.cls, box: pair.a, flip: pair.flip }]}
        boxes={boxesOf(pair)}
        label={`${WORDS.picture[locale]} ${at + 1}`}
        description={describe(pair, locale)}
        locale={locale}
        locked={locked}
        underlay={<OverlapLayer a={pair.a} b={pair.b} lit="areas" />}
      />
      <p className="m-0 text-sm text-ink-2">{WORDS.grid[locale]}</p>
      <div className="rounded-[var(--radius)] border border-line bg-paper-2 p-3">
        <Gauge guess={guess} measure={pair.measure} locale={locale} />
        <p className="mb-2 mt-0 flex flex-wrap gap-x-4 text-sm text-ink-2">
          {pair.measure === "iou"
            ? GAUGE_PARTS.map(({ name, paint }) => (
                <span key={name} className="inline-flex items-center gap-1.5">
                  <span aria-hidden="true" className="size-3 rounded-[3px]" style={{ background: paint }} />
                  {WORDS[name][locale]}
                </span>
              ))
            : WORDS.signed[locale]}
        </p>
        <Slider
          label={`${WORDS.guess[locale]}: ${NAME[pair.measure]}`}
          value={guess ?? (pair.measure === "iou" ? 50 : 0)}
          min={pair.measure === "iou" ? 0 : -100}
          max={100}
          step={1}
          onChange={set}
          format={(value) => (guess === null ? "?" : shown(value))}
          locale={locale}
          disabled={locked}
          open={guess === null}
        />
      </div>
    </div>
  );
}

/** The guess as a picture of its own: how much of the whole bar is lit. Below zero it grows to the left. */
function Gauge({ guess, measure, locale }: { readonly guess: number | null; readonly measure: Measure; readonly locale: Locale }) {
  const from = measure === "iou" ? 0 : -100;
  const place = (value: number) => (100 * (value - from)) / (100 - from);
  const value = guess ?? 0;
  const left = Math.min(place(0), place(value));
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="mb-2 block h-5 w-full" role="img" aria-label={WORDS.gauge[locale]}>
      <rect width={100} height={8} fill="var(--box-4)" fillOpacity={0.3} />
      {guess === null ? null : <rect x={left} width={Math.abs(place(value) - place(0))} height={8} fill="var(--brand-glow)" />}
      <rect x={place(0) - 0.2} width={0.4} height={8} fill="var(--ink)" />
    </svg>
  );
}
