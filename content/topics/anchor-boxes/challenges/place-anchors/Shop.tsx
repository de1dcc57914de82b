"use client";

import type { ReactNode } from "react";
import type { Text } from "@/lib/challenges";
import { classNames, ToggleChip } from "@/lib/ui/components";
import { toneColor } from "@/lib/ui/stage";
import { ShapeIcon } from "../../ShapeIcon";
import { ratioName, shapesOf } from "./challenge";
import { ShapeGrid, type ShapeGridProps } from "./ShapeGrid";

const WORDS = {
  scales: { ko: "크기 s (√넓이, px)", en: "Scales s (√area, px)" },
  ratios: { ko: "비율 h:w", en: "Ratios h:w" },
  budget: { ko: "자리마다 앵커", en: "Anchors per location" },
} satisfies Record<string, Text>;

const toggled = (list: readonly number[], index: number) =>
  list.includes(index) ? list.filter((i) => i !== index) : [...list, index].sort((a, b) => a - b);

/** Scales and ratios to switch on and off, or single shapes, with the budget they use. */
export function Shop({ view, answer, onChange, locale, locked }: ShapeGridProps) {
  const largest = Math.max(...view.scales);
  const ratio = (r: number) => view.ratios[r][0] / view.ratios[r][1];
  const square = view.ratios.findIndex(([h, w]) => h === w);
  if (view.mode === "shapes") {
    return (
      <div className="flex flex-col gap-3">
        <Budget view={view} answer={answer} locale={locale} />
        <ShapeGrid view={view} answer={answer} onChange={onChange} locale={locale} locked={locked} />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Budget view={view} answer={answer} locale={locale} />
      <Group label={WORDS.scales[locale]}>
        {view.scales.map((scale, s) => (
          <ToggleChip
            key={scale}
            locked={locked}
            on={answer.scales.includes(s)}
            label={`${scale} px`}
            color={toneColor(s)}
            onToggle={() => onChange({ ...answer, scales: toggled(answer.scales, s) })}
          >
            <ShapeIcon scale={scale} largest={largest} ratio={square < 0 ? 1 : ratio(square)} />
            <span className="font-mono">{scale}</span>
          </ToggleChip>
        ))}
      </Group>
      <Group label={WORDS.ratios[locale]}>
        {view.ratios.map((pair, r) => (
          <ToggleChip
            key={ratioName(pair)}
            locked={locked}
            on={answer.ratios.includes(r)}
            label={`${WORDS.ratios[locale]} ${ratioName(pair)}`}
            onToggle={() => onChange({ ...answer, ratios: toggled(answer.ratios, r) })}
          >
            <ShapeIcon scale={largest} largest={largest} ratio={ratio(r)} />
            <span className="font-mono">{ratioName(pair)}</span>
          </ToggleChip>
        ))}
      </Group>
    </div>
  );
}

/** How many anchors stand at every location, as a sum and as a row of beads. */
function Budget({ view, answer, locale }: Pick<ShapeGridProps, "view" | "answer" | "locale">) {
  const used = shapesOf(view, answer).length;
  const over = used > view.budget;
  const sum = view.mode === "product" ? `${answer.scales.length} × ${answer.ratios.length} = ${used}` : String(used);
  return (
    <div
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-[var(--radius)] border border-line bg-paper-2 px-3 py-2"
      role="status"
    >
      <span className="text-sm font-medium text-ink">{WORDS.budget[locale]}</span>
      <b className={classNames("font-mono text-lg tabular-nums", over ? "text-bad" : "text-ink")}>{`k = ${sum} / ${view.budget}`}</b>
      <span aria-hidden="true" className="flex gap-1">
        {Array.from({ length: Math.max(used, view.budget) }, (_, i) => (
          <span
            key={i}
            className={classNames(
              "size-3 rounded-[3px] border-2",
              i >= view.budget ? "border-bad bg-bad" : i < used ? "border-brand bg-brand" : "border-line-strong",
            )}
          />
        ))}
      </span>
    </div>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1.5">
      <span className="text-sm font-medium text-ink">{label}</span>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
