"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { Beside, NumberGrid } from "@/lib/ui/boards";
import { NumberField } from "@/lib/ui/components";
import type { Answer, View } from "./challenge";
import { isBack } from "./instance";
import { MapMarks } from "./MapMarks";
import { binName, cellAt, roiAt, roiName, WORDS } from "./words";

const TEXTS = {
  grid: { ko: "풀링한 결과", en: "The pooled grid" },
  received: { ko: "고른 칸이 받는 기울기", en: "What each marked cell receives" },
  none: { ko: "지도에서 칸을 누르면 여기에 적을 곳이 생겨요.", en: "Tap cells of the map; each gets a place here." },
  arrived: { ko: "도착한 기울기", en: "Gradients that arrived" },
} satisfies Record<string, Text>;

/** The map, whose cells can be marked, and the numbers that are asked for. Where a grid is asked for, marks are notes for oneself. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [notes, setNotes] = useState<readonly number[]>([]);
  const back = isBack(view);
  const mark = (cells: readonly number[]) =>
    onChange({ ...answer, marks: cells.map((cell) => answer.marks.find((own) => own.cell === cell) ?? { cell, sum: null }) });
  return (
    <Beside
      picture={
        <MapMarks
          view={view}
          marked={back ? answer.marks.map(({ cell }) => cell) : notes}
          onMark={back ? mark : setNotes}
          label={(back ? WORDS.map : WORDS.notes)[locale]}
          locale={locale}
          locked={locked}
        />
      }
    >
      <BinRule view={view} locale={locale} />
      {back ? (
        <>
          <div className="flex flex-wrap gap-x-6 gap-y-3">
            {view.rois.map((roi, r) => (
              <NumberGrid
                key={r}
                compact
                columns={view.bins}
                values={view.gradients[r]}
                title={`${roiName(view, r)[locale]} ${roiAt(roi)}`}
                format={(value) => String(value)}
              />
            ))}
          </div>
          <fieldset className="m-0 flex min-w-0 flex-col gap-2 border-0 p-0">
            <legend className="p-0 text-sm font-medium text-ink">{TEXTS.received[locale]}</legend>
            {answer.marks.length === 0 ? <p className="m-0 text-sm text-ink-2">{TEXTS.none[locale]}</p> : null}
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
              {answer.marks.map(({ cell, sum }) => (
                <div key={cell} data-sum={cell}>
                  <NumberField
                    label={`${cellAt(cell, view.columns)} (${view.values[cell]})`}
                    value={sum}
                    min={0}
                    max={99}
                    step={1}
                    onChange={(typed) =>
                      onChange({
                        ...answer,
                        marks: answer.marks.map((own) => (own.cell === cell ? { cell, sum: Math.round(typed) } : own)),
                      })
                    }
                    locale={locale}
                    disabled={locked}
                  />
                </div>
              ))}
            </div>
          </fieldset>
        </>
      ) : (
        <fieldset className="m-0 min-w-0 border-0 p-0">
          <legend className="p-0 pb-1 text-sm font-medium text-ink">{TEXTS.grid[locale]}</legend>
          <div className="grid max-w-72 gap-2" style={{ gridTemplateColumns: `repeat(${view.bins}, minmax(0, 1fr))` }}>
            {answer.grid.map((value, bin) => (
              <div key={bin} data-bin={bin}>
                <NumberField
                  compact
                  label={binName(view, 0, bin)[locale]}
                  value={value}
                  min={0}
                  max={99}
                  step={1}
                  onChange={(typed) => onChange({ ...answer, grid: answer.grid.map((old, i) => (i === bin ? Math.round(typed) : old)) })}
                  locale={locale}
                  disabled={locked}
                />
              </div>
            ))}
          </div>
        </fieldset>
      )}
    </Beside>
  );
}

/** The convention that decides which cells a bin has. */
function BinRule({ view, locale }: { readonly view: View; readonly locale: Locale }) {
  const { bins } = view;
  return (
    <div className="rounded-[var(--radius)] bg-paper-2 px-3 py-2 text-sm text-ink">
      <p className="m-0">
        {locale === "ko"
          ? "RoI의 한 변이 n칸일 때, p번째(0부터) 구획이 RoI의 앞에서부터 갖는 칸:"
          : "Where a side of the RoI has n cells, bin p (from 0) has these of them, counted from 0:"}
      </p>
      <p className="m-0 font-mono tabular-nums">{`⌊p · n ÷ ${bins}⌋ … ⌈(p + 1) · n ÷ ${bins}⌉ − 1`}</p>
    </div>
  );
}
