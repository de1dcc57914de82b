"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { Beside, NumberGrid } from "@/lib/ui/boards";
import { NumberField } from "@/lib/ui/components";
import { letter, num } from "@/lib/words";
import type { Answer, View } from "./challenge";
import { GreyNote, KernelGrids, MapGrid, PatchGrids } from "./Grids";
import { BOUND, windowAt } from "./instance";
import { itemName, patchName } from "./words";

const WORDS = {
  pick: { ko: "반응이 가장 큰 조각을 눌러요", en: "Tap the patch with the largest response" },
  rank: {
    ko: "반응이 큰 조각부터 차례로 눌러요. 다시 누르면 빠져요.",
    en: "Tap the patches, the largest response first. A second tap takes one back.",
  },
  out: { ko: "나오는 3×3 (ReLU 뒤)", en: "What comes out, 3×3 (after the ReLU)" },
  patches: { ko: "조각과 반응", en: "Patches and responses" },
  response: { ko: "반응", en: "response" },
  place: { ko: "번째", en: "" },
} satisfies Record<string, Text>;

/** A tile that is chosen, or has its place in the order. */
function PatchTile({ view, patch, answer, onChange, locale, locked = false }: BoardProps<View, Answer> & { readonly patch: number }) {
  const at = answer.order.indexOf(patch);
  const name = itemName(view, patch)[locale];
  const rest = answer.order.filter((other) => other !== patch);
  const press = () => onChange({ ...answer, order: at >= 0 ? rest : view.task === "pick" ? [patch] : [...rest, patch] });
  const pixels = view.patches[patch].map((nine) => [0, 3, 6].map((row) => nine.slice(row, row + 3).join(" ")).join(", ")).join("; ");
  return (
    <button
      type="button"
      data-patch={letter(patch)}
      aria-pressed={at >= 0}
      aria-disabled={locked}
      aria-label={`${name}: ${pixels}${at >= 0 && view.task === "rank" ? ` (${at + 1}${WORDS.place[locale]})` : ""}`}
      onClick={() => !locked && press()}
      className={`relative flex min-h-11 justify-center rounded-[var(--radius)] border-2 p-1.5 text-left ${
        at >= 0 ? "border-brand bg-brand-wash" : "border-line-strong bg-sheet"
      } ${locked ? "cursor-default" : "cursor-pointer"}`}
    >
      <PatchGrids view={view} patch={patch} locale={locale} title={name} />
      {at >= 0 ? (
        <span
          aria-hidden="true"
          className="absolute -right-1.5 -top-1.5 flex size-6 items-center justify-center rounded-full bg-brand text-sm font-bold text-brand-ink"
        >
          {view.task === "rank" ? at + 1 : "✓"}
        </span>
      ) : null}
    </button>
  );
}

/** The kernel in sight; beside it patches to choose from, or fields for the numbers that are asked for. */
export function Board(props: BoardProps<View, Answer>) {
  const { view, answer, onChange, locale, locked } = props;
  const [at, setAt] = useState<number | null>(null);
  const compared = view.task === "pick" || view.task === "rank";
  const told = (i: number) => {
    const value = answer.values[i];
    return value === null ? letter(i) : num(value);
  };
  return (
    <Beside
      picture={
        <div className="flex flex-col gap-1.5">
          <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
            <KernelGrids view={view} locale={locale} known={told} />
            {view.task === "slide" ? <MapGrid view={view} locale={locale} under={at === null ? [] : windowAt(view.asked[at])} /> : null}
          </div>
          <GreyNote locale={locale} />
        </div>
      }
    >
      {compared ? (
        <>
          <span className="text-sm font-medium text-ink">{WORDS[view.task === "pick" ? "pick" : "rank"][locale]}</span>
          <div className={`grid gap-2.5 ${view.kernel.length > 1 ? "grid-cols-2" : "grid-cols-3 sm:grid-cols-4"}`} data-testid="patches">
            {view.patches.map((_, patch) => (
              <PatchTile key={patch} {...props} patch={patch} />
            ))}
          </div>
        </>
      ) : (
        <>
          {view.task === "slide" ? (
            <NumberGrid
              compact
              columns={3}
              // No value is handed on: a positive one would be drawn warm, which tells its sign.
              values={Array.from({ length: 9 }, () => 0)}
              title={WORDS.out[locale]}
              look={(cell) => (view.asked.indexOf(cell) < 0 ? "closed" : view.asked.indexOf(cell) === at ? "open" : "plain")}
              format={(_, cell) => (view.asked.includes(cell) ? told(view.asked.indexOf(cell)) : "")}
            />
          ) : (
            <div className="flex flex-col gap-1">
              <span className="text-sm font-medium text-ink">{WORDS.patches[locale]}</span>
              <div className="flex flex-wrap gap-3">
                {view.patches.map((_, i) => (
                  <div key={i} className="flex flex-col">
                    <PatchGrids view={view} patch={i} locale={locale} title={patchName(view, i)} />
                    <span className="text-sm text-ink">
                      {WORDS.response[locale]} <b className="font-mono">{num(view.responses[i])}</b>
                    </span>
                  </div>
                ))}
              </div>
            </div>
          )}
          <div className="grid grid-cols-2 gap-3 @lg:grid-cols-3">
            {view.asked.map((cell, i) => (
              <div key={cell} data-asked={letter(i)} onFocus={() => setAt(i)} onBlur={() => setAt(null)}>
                <NumberField
                  label={itemName(view, i)[locale]}
                  value={answer.values[i]}
                  min={-BOUND}
                  max={BOUND}
                  step={1}
                  onChange={(typed) =>
                    onChange({ ...answer, values: answer.values.map((old, other) => (other === i ? Math.round(typed) : old)) })
                  }
                  locale={locale}
                  disabled={locked}
                />
              </div>
            ))}
          </div>
        </>
      )}
    </Beside>
  );
}
