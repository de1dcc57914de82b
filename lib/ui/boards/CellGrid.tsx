"use client";

import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import type { Locale } from "@/lib/challenges/text";
import { cellName } from "@/lib/words";
import { classNames } from "../components/classNames";
import { useReducedMotion } from "../components/motion";
import { cellUnder, nextCell } from "./gridKeys";

export interface CellGridProps {
  readonly rows: number;
  readonly columns: number;
  /** The cells that are marked, numbered row by row. */
  readonly marked: readonly number[];
  readonly onChange: (marked: readonly number[]) => void;
  /** The grid's name, shown above it. */
  readonly label: string;
  readonly locale: Locale;
  readonly locked?: boolean;
  /** What stands in a cell: a number, a mark of the verdict. A tick for marked cells where absent. */
  readonly content?: (cell: number) => ReactNode;
  /** Added to the cell's spoken name: its number. */
  readonly say?: (cell: number) => string;
  /** A picture under the cells; they then fill its width and let it through. Lines are light and dark: seen on any picture. */
  readonly picture?: ReactNode;
  /** Small cells on a phone, for a grid without a picture that stays in sight there. */
  readonly compact?: boolean;
  /** Width over height of the picture. Default columns / rows. */
  readonly aspect?: number;
}

/**
 * Cells to mark, with or without a picture under them. One Tab stop: arrow keys, Home and End move, space and Enter mark. A pointer
 * marks by tapping or by drawing over cells: all of one stroke become what the first one became.
 */
export function CellGrid(props: CellGridProps) {
  const {
    rows,
    columns,
    marked,
    onChange,
    label,
    locale,
    locked = false,
    content,
    say,
    picture,
    compact = false,
    aspect = columns / rows,
  } = props;
  const over = picture !== undefined;
  const still = useReducedMotion();
  const [at, setAt] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const stroke = useRef<{ readonly on: boolean; cells: readonly number[] } | null>(null);
  const set = new Set(marked);
  const home = Math.min(at, rows * columns - 1);

  const put = (cells: readonly number[], cell: number, on: boolean) =>
    on === cells.includes(cell) ? cells : on ? [...cells, cell].sort((a, b) => a - b) : cells.filter((other) => other !== cell);
  const keys = (event: KeyboardEvent<HTMLButtonElement>, cell: number) => {
    const next = nextCell(cell, event.key, rows, columns, event.ctrlKey || event.metaKey);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLButtonElement>(`[data-cell="${next}"]`)?.focus();
  };
  const under = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return cellUnder((event.clientX - left) / width, (event.clientY - top) / height, rows, columns);
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    const cell = under(event);
    if (locked || event.button !== 0 || cell === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    stroke.current = { on: !set.has(cell), cells: put(marked, cell, !set.has(cell)) };
    onChange(stroke.current.cells);
  };
  const draw = (event: PointerEvent<HTMLDivElement>) => {
    const cell = under(event);
    if (!stroke.current || cell === null) return;
    const cells = put(stroke.current.cells, cell, stroke.current.on);
    if (cells === stroke.current.cells) return;
    stroke.current.cells = cells;
    onChange(cells);
  };
  const up = () => {
    // What a stroke begins, a bar that comes over the page's end may cover: the whole grid comes clear of it, once.
    if (stroke.current) grid.current?.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
    stroke.current = null;
  };

  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="m-0 text-sm font-medium text-ink" aria-hidden="true">
        {label}
      </p>
      <div
        className={classNames("relative", over ? "w-full overflow-hidden rounded-[var(--radius)]" : "w-fit")}
        style={over ? { aspectRatio: aspect } : undefined}
      >
        {over ? <div className="absolute inset-0">{picture}</div> : null}
        <div
          ref={grid}
          role="grid"
          aria-label={label}
          aria-readonly={locked || undefined}
          onPointerDown={down}
          onPointerMove={draw}
          onPointerUp={up}
          onPointerCancel={up}
          // In a picture that stays in sight it is its own cover, and never under it.
          className={classNames(
            "grid scroll-mt-[calc(-1*var(--pinned))] select-none",
            over ? "absolute inset-0" : compact ? "gap-0.5 md:tall:gap-1" : "gap-1",
            locked ? "" : "touch-none",
          )}
          style={{
            // With large text no wider than a phone lets it be.
            gridTemplateColumns: `repeat(${columns}, minmax(${over ? 0 : `min(${compact ? "1.75rem" : "2.5rem"}, (100vw - 64px) / ${columns})`}, 1fr))`,
            gridTemplateRows: over ? `repeat(${rows}, minmax(0, 1fr))` : undefined,
          }}
        >
          {Array.from({ length: rows }, (_, row) => (
            <div key={row} role="row" className="contents">
              {Array.from({ length: columns }, (_, column) => {
                const cell = row * columns + column;
                const on = set.has(cell);
                return (
                  <div key={cell} role="gridcell" className="contents">
                    <button
                      type="button"
                      data-cell={cell}
                      tabIndex={cell === home ? 0 : -1}
                      aria-pressed={on}
                      aria-disabled={locked}
                      aria-label={[cellName(cell, columns)[locale], say?.(cell)].filter(Boolean).join(", ")}
                      onKeyDown={(event) => keys(event, cell)}
                      onFocus={() => setAt(cell)}
                      // A press of the keyboard: those of the pointer are the stroke's.
                      onClick={(event) => event.detail === 0 && !locked && onChange(put(marked, cell, !on))}
                      className={classNames(
                        "relative flex items-center justify-center font-bold focus-visible:z-10",
                        locked ? "cursor-default" : "cursor-pointer",
                        over ? "border" : "whitespace-nowrap border-2",
                        !over &&
                          (compact
                            ? "h-7 min-w-7 rounded-[6px] text-xs md:tall:h-10 md:tall:min-w-10 md:tall:rounded-[8px] md:tall:text-base"
                            : "h-10 min-w-10 rounded-[8px] px-1"),
                        over &&
                          (on
                            ? "border-brand bg-[color-mix(in_oklab,var(--brand-glow)_55%,transparent)]"
                            : "border-white/60 shadow-[inset_0_0_0_1px_rgb(0_0_0/0.35)]"),
                        !over && (on ? "border-brand bg-brand-wash text-ink" : "border-line-strong bg-sheet text-ink-3"),
                        !over && !on && !locked && "hover:border-brand",
                      )}
                    >
                      {content ? content(cell) : on && !over ? "✓" : ""}
                    </button>
                  </div>
                );
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
