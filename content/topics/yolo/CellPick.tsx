"use client";

import type { ReactNode } from "react";
import { CellPointer } from "@/lib/ui/simulation";

export interface CellPickProps {
  readonly grid: number;
  readonly cell: number | null;
  readonly onCell: (cell: number | null) => void;
  readonly label: string;
  /** The cell that is chosen, in words. */
  readonly said: string;
  readonly locked?: boolean;
  /** A `Stage`, which fills the place. */
  readonly children: ReactNode;
}

const nothing = () => undefined;

/** A picture whose cells are chosen by a tap or the arrow keys. */
export function CellPick({ grid, cell, onCell, label, said, locked = false, children }: CellPickProps) {
  if (locked) return <div className="[--stage:100vmax]">{children}</div>;
  return (
    <div className="[--stage:100vmax]">
      <CellPointer side={grid} cell={cell} label={label} said={said} onPoint={nothing} onChoose={onCell}>
        {children}
      </CellPointer>
    </div>
  );
}
