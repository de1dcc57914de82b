"use client";

import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { nextCell } from "@/lib/ui/boards";
import { toneColor } from "@/lib/ui/stage";

/** What has become of a pair of query and object. */
export type CellState = "open" | "chosen" | "right" | "wrong" | "wished" | "looked";

const LOOK: Readonly<Record<CellState, string>> = {
  open: "border-line-strong bg-sheet text-ink",
  chosen: "border-brand bg-brand-wash font-bold text-ink",
  right: "border-good bg-good-wash font-bold text-ink",
  wrong: "border-bad bg-sheet text-ink",
  wished: "border-warn border-dashed bg-warn-wash text-ink",
  looked: "border-brand bg-sheet font-bold text-ink",
};
const MARK: Readonly<Record<CellState, string>> = { open: "", chosen: "✓", right: "✓", wrong: "✗", wished: "?", looked: "" };
const SAID: Readonly<Record<CellState, Text>> = {
  open: { ko: "", en: "" },
  chosen: { ko: "", en: "" },
  right: { ko: "짝", en: "matched" },
  wrong: { ko: "이었지만 짝이 아님", en: "joined, but no pair" },
  wished: { ko: "가장 싼 질의", en: "wanted" },
  looked: { ko: "보고 있는 짝", en: "looked at" },
};
const WORDS = {
  query: { ko: "질의", en: "Query" },
} satisfies Record<string, Text>;

export interface CostTableProps {
  readonly label: string;
  readonly locale: Locale;
  /** A column each: the object's letter, and its class. */
  readonly objects: readonly { readonly letter: string; readonly name: string }[];
  /** A row each: the query's number as it is drawn, with its tone. `note`: its price, what it says. */
  readonly queries: readonly { readonly tag: string; readonly tone: number; readonly note?: string; readonly said?: string }[];
  /** What stands in a cell, and what is said of it. */
  readonly content: (query: number, object: number) => ReactNode;
  readonly say?: (query: number, object: number) => string;
  readonly stateOf: (query: number, object: number) => CellState;
  /** Absent: the table is only looked at. */
  readonly onToggle?: (query: number, object: number) => void;
  readonly locked?: boolean;
  /** A query to bring out. */
  readonly lit?: number | null;
  readonly onRow?: (query: number | null) => void;
  /** The head of the row's notes: "price". */
  readonly noteHead?: string;
  readonly tall?: boolean;
}

/** A row for each query, a column for each object, in each cell what the pair costs. One Tab stop: arrow keys move, Space and Enter join. */
export function CostTable(props: CostTableProps) {
  const {
    label,
    locale,
    objects,
    queries,
    content,
    say,
    stateOf,
    onToggle,
    locked = false,
    lit = null,
    onRow,
    noteHead,
    tall = false,
  } = props;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState(0);
  const columns = objects.length;
  const keys = (event: KeyboardEvent, cell: number) => {
    const next = nextCell(cell, event.key, queries.length, columns, event.ctrlKey || event.metaKey);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  };
  return (
    <table
      ref={table}
      role={onToggle ? "grid" : undefined}
      aria-label={label}
      aria-readonly={onToggle && locked ? true : undefined}
      className="w-full table-fixed border-separate border-spacing-1"
    >
      <thead>
        <tr>
          <th
            scope="col"
            className={`${noteHead ? "w-[5.75rem]" : "w-[3.25rem]"} !border-0 !bg-transparent !p-0 text-left text-xs font-medium text-ink-2`}
          >
            {WORDS.query[locale]}
            {noteHead ? <span className="font-normal"> · {noteHead}</span> : null}
          </th>
          {objects.map(({ letter, name }) => (
            <th
              key={letter}
              scope="col"
              className="truncate !border-0 !bg-transparent !p-0 text-center text-sm font-semibold text-ink"
              title={name}
            >
              {letter} <span className="text-xs font-normal text-ink-2">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {queries.map(({ tag, tone, note, said }, query) => (
          <tr key={tag} onPointerEnter={(event) => event.pointerType === "mouse" && onRow?.(query)} onPointerLeave={() => onRow?.(null)}>
            <th scope="row" className="!border-0 !bg-transparent !p-0 text-left font-normal">
              <span className="flex items-center gap-1.5">
                <span
                  className={`inline-flex size-8 shrink-0 items-center justify-center rounded-[8px] border-2 font-mono font-bold text-ink ${lit === query ? "bg-brand-wash" : ""}`}
                  style={{ borderColor: toneColor(tone) }}
                >
                  {tag}
                </span>
                {note ? <span className="font-mono text-xs tabular-nums text-ink-2">{note}</span> : null}
                {said ? <span className="sr-only">{said}</span> : null}
              </span>
            </th>
            {objects.map(({ letter, name }, object) => {
              const cell = query * columns + object;
              const state = stateOf(query, object);
              const look = `relative flex w-full flex-col items-center justify-center rounded-[8px] border-2 px-0.5 font-mono leading-tight tabular-nums ${tall ? "min-h-[3.75rem] text-xs" : "h-11 text-sm"} ${LOOK[state]}`;
              const mark =
                MARK[state] === "" ? null : (
                  <span aria-hidden="true" className="absolute right-0.5 top-0 text-xs font-bold">
                    {MARK[state]}
                  </span>
                );
              return (
                <td key={letter} role={onToggle ? "gridcell" : undefined} className="!border-0 !p-0">
                  {onToggle ? (
                    <button
                      type="button"
                      data-cell={cell}
                      tabIndex={cell === at ? 0 : -1}
                      aria-pressed={state === "chosen"}
                      aria-disabled={locked}
                      aria-label={`${WORDS.query[locale]} ${tag}, ${letter} ${name}, ${say?.(query, object) ?? ""}`}
                      onClick={() => !locked && onToggle(query, object)}
                      onFocus={(event) => {
                        setAt(cell);
                        // A tap has chosen already: the others would stay faded.
                        if (event.target.matches(":focus-visible")) onRow?.(query);
                      }}
                      onBlur={() => onRow?.(null)}
                      onKeyDown={(event) => keys(event, cell)}
                      className={`${look} ${locked ? "cursor-default" : "cursor-pointer hover:border-brand"}`}
                    >
                      {content(query, object)}
                      {mark}
                    </button>
                  ) : (
                    <span className={look}>
                      {content(query, object)}
                      {mark}
                      {SAID[state][locale] ? <span className="sr-only">{SAID[state][locale]}</span> : null}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
