"use client";

import { useState } from "react";
import type { Locale, Text } from "@/lib/challenges";
import type { BoardProps } from "@/lib/challenges/play";
import { Beside } from "@/lib/ui/boards";
import { NumberField, Slider } from "@/lib/ui/components";
import { num } from "@/lib/words";
import { ArrowTiles } from "../../ArrowTiles";
import { binName, degreesOf, sum, WIDTH } from "../../bins";
import { Dial } from "../../Dial";
import type { Answer, View } from "./challenge";
import { MOST } from "./instance";
import { Patch } from "./Patch";

const WORDS = {
  dial: {
    ko: "방향 눈금판: 오른쪽이 0°, 시계 방향. 아래쪽 절반이 막대 아홉 개예요.",
    en: "Directions: 0° to the right, clockwise. The lower half holds the nine bins.",
  },
  bars: { ko: "막대의 높이", en: "Heights of the bars" },
  cells: { ko: "블록의 네 칸: 막대의 높이와 제곱의 합(Σ²)", en: "The block's four cells: bars, and sums of squares (Σ²)" },
  mine: { ko: "이 칸", en: "This cell" },
  squares: { ko: "제곱의 합", en: "Sum of squares" },
  largest: { ko: "L2-Hys 뒤에 가장 큰 수", en: "Largest number after L2-Hys" },
  tool: { ko: "gx와 gy를 넣어 보는 눈금판 (답은 바뀌지 않아요)", en: "A dial to put gx and gy on (your answer stays as it is)" },
} satisfies Record<string, Text>;

/** Name, line and value of a slider in one row, as high as a finger is wide. */
const BAR =
  "[&>div>div]:contents [&>div]:grid [&>div]:min-h-11 [&>div]:grid-cols-[5rem_minmax(0,1fr)_2rem] [&>div]:items-center [&>div]:gap-3 [&_output]:order-last [&_output]:text-right";

/** The cell on one side, a slider a bar on the other; a dial shows what direction and size a gx and gy make. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const set = (bin: number, bar: number) => onChange({ ...answer, bars: answer.bars.map((old, i) => (i === bin ? bar : old)) });
  return (
    <Beside
      picture={
        view.pixels ? (
          <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-3">
            <Patch pixels={view.pixels} locale={locale} />
            <GradientDial locale={locale} locked={locked} />
          </div>
        ) : (
          <div className="flex flex-col gap-2">
            <ArrowTiles arrows={view.arrows} locale={locale} />
            <Dial degrees={null} label={WORDS.dial[locale]} className="mx-auto hidden w-44 md:tall:block" />
          </div>
        )
      }
    >
      <fieldset className="m-0 min-w-0 border-0 p-0">
        <legend className="p-0 text-sm font-medium text-ink">{WORDS.bars[locale]}</legend>
        {answer.bars.map((bar, bin) => (
          <div key={bin} data-bin={bin} className={BAR}>
            <Slider
              label={binName(bin)}
              value={bar}
              min={0}
              max={MOST}
              step={1}
              onChange={(next) => set(bin, next)}
              locale={locale}
              disabled={locked}
            />
          </div>
        ))}
      </fieldset>
      {view.block ? (
        <div className="flex flex-col gap-3">
          <BlockCells bars={answer.bars} block={view.block} locale={locale} />
          <div className="w-full max-w-72" data-largest>
            <NumberField
              label={WORDS.largest[locale]}
              value={answer.largest === null ? null : answer.largest / 100}
              min={0}
              max={1}
              step={0.01}
              onChange={(typed) => onChange({ ...answer, largest: Math.round(100 * typed) })}
              locale={locale}
              disabled={locked}
            />
          </div>
        </div>
      ) : null}
    </Beside>
  );
}

/** The bars of the block's cells as numbers, the learner's own first, with their sums of squares. */
function BlockCells({
  bars,
  block,
  locale,
}: {
  readonly bars: readonly number[];
  readonly block: NonNullable<View["block"]>;
  readonly locale: Locale;
}) {
  return (
    <table className="w-full table-fixed border-collapse text-center text-sm tabular-nums text-ink">
      <caption className="pb-1 text-left text-sm font-medium text-ink">{WORDS.cells[locale]}</caption>
      <thead>
        <tr>
          <td className="w-11 !min-w-0 !p-0" />
          {bars.map((_, bin) => (
            <th key={bin} scope="col" className="!min-w-0 !p-0" aria-label={binName(bin)}>
              <Slope bin={bin} />
            </th>
          ))}
          <th scope="col" className="w-12 !min-w-0 !p-0 text-right text-xs font-medium text-ink-2" aria-label={WORDS.squares[locale]}>
            Σ²
          </th>
        </tr>
      </thead>
      <tbody>
        {[bars, ...block].map((cell, i) => (
          <tr key={i} className={i === 0 ? "bg-brand-wash" : ""}>
            <th scope="row" className="!min-w-0 whitespace-nowrap !p-0 text-left text-xs font-medium">
              {i === 0 ? WORDS.mine[locale] : num(i + 1)}
            </th>
            {cell.map((value, bin) => (
              <td
                key={bin}
                className={`!min-w-0 border-t border-line !p-0 !py-1.5 font-mono ${value === 0 ? "text-ink-3" : "font-semibold"}`}
              >
                {num(value)}
              </td>
            ))}
            <td className="!min-w-0 border-t border-line !p-0 text-right font-mono">{num(sum(cell.map((v) => v * v)))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The gradient direction in the middle of a bin. */
function Slope({ bin }: { readonly bin: number }) {
  return (
    <svg viewBox="-8 -8 16 16" aria-hidden="true" className="mx-auto block size-4">
      <path d="M-7 0H7" transform={`rotate(${WIDTH * (bin + 0.5)})`} stroke="var(--ink-2)" strokeWidth={1.6} />
    </svg>
  );
}

/** What gx and gy make: direction and size. It computes with the learner's numbers and folds nothing. */
function GradientDial({ locale, locked }: { readonly locale: Locale; readonly locked: boolean }) {
  const [{ x, y }, put] = useState({ x: 0, y: 0 });
  const still = x === 0 && y === 0;
  const size = num(Math.sqrt(x * x + y * y), 1);
  const degrees = still ? null : degreesOf(x, y);
  const said =
    degrees === null ? "–" : locale === "ko" ? `크기 ${size}, 방향 ${num(degrees)}°` : `size ${size}, direction ${num(degrees)}°`;
  const field = (name: "x" | "y") => (
    <NumberField
      label={`g${name}`}
      value={name === "x" ? x : y}
      min={-99}
      max={99}
      step={1}
      onChange={(value) => put({ x, y, [name]: Math.round(value) })}
      locale={locale}
      disabled={locked}
    />
  );
  return (
    <div role="group" aria-label={WORDS.tool[locale]} className="flex min-w-0 flex-col gap-1">
      <Dial degrees={degrees} label={WORDS.dial[locale]} className="w-full" />
      <div className="grid grid-cols-2 gap-1">
        {field("x")}
        {field("y")}
      </div>
      <output className="text-center text-xs tabular-nums text-ink" data-testid="reading">
        {said}
      </output>
    </div>
  );
}
