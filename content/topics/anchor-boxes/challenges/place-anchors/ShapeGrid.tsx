"use client";

import { useRef, useState, type KeyboardEvent } from "react";
import type { Locale } from "@/lib/challenges";
import { nextCell } from "@/lib/ui/boards";
import { ToggleChip } from "@/lib/ui/components";
import { toneColor } from "@/lib/ui/stage";
import { ShapeIcon } from "../../ShapeIcon";
import { ratioName, SHAPES_LABEL, shapeName, type Answer, type Shape, type View } from "./challenge";

export interface ShapeGridProps {
  readonly view: View;
  readonly answer: Answer;
  readonly onChange: (answer: Answer) => void;
  readonly locale: Locale;
  readonly locked: boolean;
}

const same = ([s, r]: Shape, [t, q]: Shape) => s === t && r === q;

/** Single anchors to switch on and off: a row a scale, a column a ratio. One Tab stop; arrows, Home and End move, space switches. */
export function ShapeGrid({ view, answer, onChange, locale, locked }: ShapeGridProps) {
  const [at, setAt] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const [rows, columns] = [view.scales.length, view.ratios.length];
  const largest = Math.max(...view.scales);
  const has = (shape: Shape) => answer.pairs.some((pair) => same(pair, shape));
  const toggle = (shape: Shape) =>
    onChange({ ...answer, pairs: has(shape) ? answer.pairs.filter((pair) => !same(pair, shape)) : [...answer.pairs, shape] });
  const move = (event: KeyboardEvent, cell: number) => {
    const next = nextCell(cell, event.key, rows, columns, event.ctrlKey || event.metaKey);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLButtonElement>(`[data-cell="${next}"]`)?.focus();
  };
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden="true" className="text-sm font-medium text-ink">
        {SHAPES_LABEL[locale]}
      </span>
      <div
        ref={grid}
        role="grid"
        aria-label={SHAPES_LABEL[locale]}
        className="grid w-full gap-1.5"
        style={{ gridTemplateColumns: `auto repeat(${columns}, minmax(0, 1fr))` }}
      >
        <span aria-hidden="true" />
        {view.ratios.map((pair) => (
          <span key={ratioName(pair)} aria-hidden="true" className="text-center font-mono text-sm text-ink-2">
            {ratioName(pair)}
          </span>
        ))}
        {view.scales.map((scale, s) => (
          <div key={scale} role="row" className="contents">
            <span aria-hidden="true" className="self-center pr-1 text-right font-mono text-sm text-ink-2">
              {scale}
            </span>
            {view.ratios.map(([h, w], r) => {
              const number = s * columns + r;
              return (
                <div key={r} role="gridcell" className="contents">
                  <ToggleChip
                    locked={locked}
                    on={has([s, r])}
                    label={shapeName(view, [s, r])}
                    color={toneColor(s)}
                    onToggle={() => toggle([s, r])}
                    cell={{
                      number,
                      stop: number === at,
                      onFocus: () => setAt(number),
                      onKeyDown: (event) => move(event, number),
                    }}
                  >
                    <ShapeIcon scale={scale} largest={largest} ratio={h / w} size={26} />
                  </ToggleChip>
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
