"use client";

import { useState, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode } from "react";
import { cellUnder, nextCell } from "../boards/gridKeys";
import { LiveRegion } from "../components/LiveRegion";

/** The cell of a square grid under a pointer. */
function cellOf({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>, side: number): number | null {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return cellUnder((clientX - left) / width, (clientY - top) / height, side, side);
}

export interface CellHands {
  /** A mouse or pen is over a cell; null: it has left. A finger points at nothing: it taps. */
  readonly onPoint: (cell: number | null) => void;
  /** A tap or an arrow key chose a cell, which stays read; null: Escape, none does. */
  readonly onChoose: (cell: number | null) => void;
}

/** What makes a picture of side × side cells one that is pointed at and tapped. */
export const overCells = (side: number, { onPoint, onChoose }: CellHands) => ({
  onPointerMove: (event: PointerEvent<HTMLElement>) => event.pointerType !== "touch" && onPoint(cellOf(event, side)),
  onPointerLeave: () => onPoint(null),
  onClick: (event: MouseEvent<HTMLElement>) => {
    const cell = cellOf(event, side);
    if (cell !== null) onChoose(cell);
  },
});

export interface CellPointerProps extends CellHands {
  /** Cells along a side. */
  readonly side: number;
  /** The cell that is read now. */
  readonly cell: number | null;
  /** What the picture is, and what its cells tell. */
  readonly label: string;
  /** What the cell that is read holds, for a screen reader; heard when keys have led to it. */
  readonly said: string;
  readonly children: ReactNode;
}

/** A map whose cells are read one by one: under a mouse as it moves, by a tap, or by arrow keys (one Tab stop; Escape ends it). */
export function CellPointer({ side, cell, label, said, onPoint, onChoose, children }: CellPointerProps) {
  const [keyed, setKeyed] = useState(false);
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") return onChoose(null);
    const middle = Math.floor(side / 2) * side + Math.floor(side / 2);
    const next = nextCell(cell ?? middle, event.key, side, side, event.ctrlKey || event.metaKey);
    if (next === null) return;
    event.preventDefault();
    // At an edge: a second tap of a cell may end its reading, a key does not.
    if (next === cell) return;
    setKeyed(true);
    // What a mouse left behind does not count any longer.
    onPoint(null);
    onChoose(next);
  };
  return (
    <>
      <div
        role="group"
        tabIndex={0}
        aria-label={label}
        onKeyDown={keys}
        onBlur={() => setKeyed(false)}
        {...overCells(side, { onPoint, onChoose })}
        data-testid="cell-pointer"
        data-cell-read={cell ?? undefined}
        className="relative cursor-crosshair overflow-hidden rounded-[var(--radius)]"
      >
        {children}
      </div>
      <LiveRegion message={keyed ? said : ""} />
    </>
  );
}

/** The ring around one cell of a square picture, light and dark: seen on any map. The picture's frame is positioned. */
export function CellRing({ side, cell }: { readonly side: number; readonly cell: number }) {
  return (
    <span
      aria-hidden="true"
      data-ring={cell}
      className="pointer-events-none absolute shadow-[0_0_0_1.5px_#ffe14d,0_0_0_3px_#14151a]"
      style={{
        left: `${((cell % side) / side) * 100}%`,
        top: `${(Math.floor(cell / side) / side) * 100}%`,
        width: `${100 / side}%`,
        height: `${100 / side}%`,
      }}
    />
  );
}
