"use client";

import type { Text } from "@/lib/challenges";
import type { BoardProps } from "@/lib/challenges/play";
import { Beside } from "@/lib/ui/boards";
import { NumberField, ToggleChip } from "@/lib/ui/components";
import { TapLayer } from "@/lib/ui/stage/layers";
import { letter } from "@/lib/words";
import type { Answer, View } from "./challenge";
import { Border, Cloud, placeOf } from "./Cloud";
import { START } from "./instance";
import { LineEnds, NAMES } from "./LineEnds";
import { HIGH, LOW, normalOf, SIDE, spanOf, type Ends } from "./street";
import { KINDS, letterText } from "./words";

const WORDS = {
  ends: {
    ko: "선의 두 끝 (끌어서 옮겨도 돼요)",
    en: "Ends of the line (or drag them)",
  },
  support: {
    ko: "길에 닿는 점 (그림에서 눌러도 돼요)",
    en: "Points that touch the street (or tap them)",
  },
} satisfies Record<string, Text>;

/** How far off a point may be tapped, in the picture's units. */
const TAP = 7;

/** The clouds with the line on them, and its ends as numbers; where they are asked for, the points to choose. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const { points, touch } = view;
  const ends = answer.ends ?? START;
  const normal = normalOf(ends);
  const put = (next: Ends) => onChange({ ...answer, ends: next });
  const turn = (i: number) =>
    onChange({
      ...answer,
      support: points.flatMap((_, each) => (answer.support.includes(each) !== (each === i) ? [each] : [])),
    });
  const tap = (x: number, y: number) => {
    const off = points.map((point) => (point.x - x) ** 2 + (point.y - y) ** 2);
    const nearest = off.indexOf(Math.min(...off));
    if (off[nearest] <= TAP * TAP) turn(nearest);
  };
  return (
    <Beside
      picture={
        <div className="flex flex-col gap-1.5">
          <Cloud view={view} ringed={answer.support} locale={locale} locked={locked}>
            {spanOf(ends) === 0 ? null : <Border normal={normal} at={placeOf(normal, ends)} tone="mine" dashed={answer.ends === null} />}
            {touch ? <TapLayer width={SIDE} height={SIDE} onTap={tap} disabled={locked} /> : null}
            {locked ? null : <LineEnds ends={ends} onChange={put} locale={locale} />}
          </Cloud>
          <Legend locale={locale} />
        </div>
      }
    >
      <fieldset className="m-0 min-w-0 border-0 p-0">
        <legend className="p-0 pb-1 text-sm font-medium text-ink">{WORDS.ends[locale]}</legend>
        <div className="grid max-w-96 grid-cols-4 gap-2">
          {ends.map((value, i) => (
            <div key={i} data-number={i}>
              <NumberField
                label={`${NAMES[i < 2 ? 0 : 1]} ${i % 2 === 0 ? "x" : "y"}`}
                value={value}
                min={LOW}
                max={HIGH}
                step={1}
                onChange={(typed) => put(ends.map((old, each) => (each === i ? Math.round(typed) : old)) as unknown as Ends)}
                locale={locale}
                disabled={locked}
              />
            </div>
          ))}
        </div>
      </fieldset>
      {touch ? (
        <div role="group" aria-label={WORDS.support[locale]} className="flex flex-col gap-1.5">
          <span className="text-sm font-medium text-ink">{WORDS.support[locale]}</span>
          <div className="flex flex-wrap gap-2">
            {points.map((point, i) => (
              <span key={i} data-point={i}>
                <ToggleChip on={answer.support.includes(i)} label={letterText(i, point)[locale]} onToggle={() => turn(i)} locked={locked}>
                  <Sign object={point.object} />
                  {letter(i)}
                </ToggleChip>
              </span>
            ))}
          </div>
        </div>
      ) : null}
    </Beside>
  );
}

/** The sign of a cloud's points. */
function Sign({ object }: { readonly object: boolean }) {
  return (
    <svg viewBox="-8 -8 16 16" aria-hidden="true" className="size-3.5 shrink-0">
      {object ? <circle r={6} fill="var(--box-0)" /> : <path d="M0 -7.5L7.5 0L0 7.5L-7.5 0Z" fill="var(--box-1)" />}
    </svg>
  );
}

export function Legend({ locale }: Pick<BoardProps<View, Answer>, "locale">) {
  return (
    <p className="m-0 flex flex-wrap justify-center gap-4 text-sm text-ink-2">
      {[true, false].map((object) => (
        <span key={String(object)} className="inline-flex items-center gap-1.5">
          <Sign object={object} />
          {(object ? KINDS.object : KINDS.rest)[locale]}
        </span>
      ))}
    </p>
  );
}
