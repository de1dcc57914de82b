"use client";

import { Table2 } from "lucide-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { Button } from "../components/Button";
import { LiveRegion } from "../components/LiveRegion";
import { DataTable, type DataTableProps } from "./DataTable";
import { layAxis, type Axis, type AxisLayout } from "./layout";
import { nextReading, readingAt, type Mark, type Reading } from "./reading";

/** A line across the plot: a threshold, where a knob stands. */
export interface Guide {
  readonly axis: "x" | "y";
  readonly at: number;
  readonly label: string;
}

/** What all plots take. */
export interface PlotProps {
  /** What the plot shows, above it. */
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly guides?: readonly Guide[];
  readonly locale: Locale;
  /** CSS pixels. Default 240. */
  readonly height?: number;
}

/** Where a plot's drawing goes. */
export interface Field {
  readonly x: AxisLayout;
  readonly y: AxisLayout;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlotFrameProps extends PlotProps {
  /** All values of each axis, from which its ends are taken. */
  readonly values: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly draw: (field: Field) => ReactNode;
  /** What can be read, row by row. */
  readonly marks: (field: Field) => readonly (readonly Mark[])[];
  readonly legend?: ReactNode;
  readonly table: Omit<DataTableProps, "caption" | "locale">;
}

const WORDS = {
  plot: { ko: "그래프", en: "plot" },
  table: { ko: "표로 보기", en: "Show as a table" },
  hide: { ko: "표 닫기", en: "Hide the table" },
  how: {
    ko: "화살표 키로 값을 하나씩 읽어요. 같은 값이 표로도 있어요.",
    en: "Arrow keys read it value by value. The same values are in a table.",
  },
} satisfies Record<string, Text>;

/** Width until the page has measured the plot. */
const FIRST_WIDTH = 480;
/** How near, in CSS pixels, a pointer must be to what it reads. */
const REACH = 40;
const LETTER = 7;

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const target = box.current;
    if (!target) return;
    const observer = new ResizeObserver(([entry]) => entry.contentRect.width > 0 && setWidth(Math.round(entry.contentRect.width)));
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}

/**
 * Title, axes, guides, legend, a reading below and the same numbers as a table on demand. The plot is one Tab stop: arrow keys walk
 * through its marks and a screen reader hears each; a pointer reads what is nearest. Nothing moves by itself.
 */
export function PlotFrame({ title, x, y, guides = [], locale, height = 240, values, draw, marks, legend, table }: PlotFrameProps) {
  const id = useId();
  const [box, width] = useWidth();
  const [at, setAt] = useState<Reading | null>(null);
  const [spoken, setSpoken] = useState("");
  const [open, setOpen] = useState(false);

  const [top, bottom] = [26, height - 40];
  const yAxis = layAxis(y, values.y, [bottom, top]);
  const left = 12 + LETTER * Math.max(2, ...yAxis.ticks.map(({ label }) => label.length));
  const right = width - 14;
  const xAxis = layAxis(x, values.x, [left, right]);
  const field: Field = { x: xAxis, y: yAxis, left, right, top, bottom };
  const rows = marks(field);
  const read = at === null ? null : (rows[at.row]?.[at.mark] ?? null);

  const keys = (event: KeyboardEvent) => {
    const next = nextReading(rows, at, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    setSpoken(rows[next.row][next.mark].text);
  };
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const rect = event.currentTarget.getBoundingClientRect();
    setAt(readingAt(rows, event.clientX - rect.left, event.clientY - rect.top, REACH));
  };

  return (
    <figure aria-labelledby={`${id}-t`} className="m-0 flex min-w-0 flex-col gap-1.5">
      <figcaption id={`${id}-t`} className="text-sm font-medium text-ink">
        {title}
      </figcaption>
      {legend}
      <div
        ref={box}
        role="group"
        tabIndex={0}
        aria-roledescription={WORDS.plot[locale]}
        aria-label={title}
        aria-describedby={`${id}-d`}
        onKeyDown={keys}
        onPointerMove={point}
        onPointerLeave={() => setAt(null)}
        className="w-full"
      >
        <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width="100%" height={height} className="block overflow-visible">
          <g fontSize={12} fill="var(--ink-2)" stroke="none">
            {yAxis.ticks.map((tick) => (
              <g key={tick.at}>
                <line x1={left} x2={right} y1={tick.at} y2={tick.at} stroke="var(--line)" />
                <text x={left - 6} y={tick.at + 4} textAnchor="end">
                  {tick.label}
                </text>
              </g>
            ))}
            {xAxis.ticks.map((tick) => (
              <g key={tick.at}>
                <line x1={tick.at} x2={tick.at} y1={bottom} y2={bottom + 4} stroke="var(--line-strong)" />
                <text x={tick.at} y={bottom + 17} textAnchor="middle">
                  {tick.label}
                </text>
              </g>
            ))}
            <text x={left} y={12}>
              {y.label}
            </text>
            <text x={right} y={height - 4} textAnchor="end">
              {x.label}
            </text>
          </g>
          <path d={`M${left} ${top}V${bottom}H${right}`} fill="none" stroke="var(--line-strong)" />
          {draw(field)}
          {guides.map((guide) => (
            <GuideLine key={`${guide.axis}${guide.label}`} guide={guide} field={field} />
          ))}
          {read ? <circle cx={read.x} cy={read.y} r={8} fill="none" stroke="var(--brand)" strokeWidth={3} /> : null}
        </svg>
      </div>
      <p id={`${id}-d`} className="sr-only">
        {WORDS.how[locale]}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p aria-hidden="true" className="m-0 min-h-6 min-w-0 grow font-mono text-sm tabular-nums text-ink">
          {read?.text ?? ""}
        </p>
        <Button variant="ghost" size="sm" aria-expanded={open} aria-controls={`${id}-v`} onClick={() => setOpen(!open)}>
          <Table2 aria-hidden="true" className="size-4" />
          {WORDS[open ? "hide" : "table"][locale]}
        </Button>
      </div>
      <div id={`${id}-v`} hidden={!open}>
        {open ? <DataTable {...table} caption={title} locale={locale} /> : null}
      </div>
      <LiveRegion message={spoken} />
    </figure>
  );
}

function GuideLine({ guide, field }: { readonly guide: Guide; readonly field: Field }) {
  const at = field[guide.axis].place(guide.at);
  if (at === null) return null;
  const vertical = guide.axis === "x";
  const late = at > (field.left + field.right) / 2;
  return (
    <g>
      <path
        d={vertical ? `M${at} ${field.top}V${field.bottom}` : `M${field.left} ${at}H${field.right}`}
        stroke="var(--ink-2)"
        strokeWidth={1.5}
        strokeDasharray="5 4"
      />
      <text
        x={vertical ? at + (late ? -5 : 5) : field.right}
        y={vertical ? field.top + 10 : at - 5}
        textAnchor={vertical && !late ? "start" : "end"}
        fontSize={12}
        fontWeight={600}
        fill="var(--ink)"
        stroke="var(--sheet)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {guide.label}
      </text>
    </g>
  );
}
