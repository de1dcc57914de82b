import type { CSSProperties } from "react";

export interface FlightProps {
  /** Cells along a side of the map. */
  readonly side: number;
  /** The cell that the number leaves; as the element's key it lets every further cell send its own. */
  readonly cell: number;
  /** The number, as the formula writes it. */
  readonly text: string;
  /** Where the formula stands, seen from the map's upper left corner: lengths of CSS, percentages of the map. */
  readonly to: readonly [x: string, y: string];
}

/**
 * The number that leaves a map's cell for the formula it stands in. Lies in the map's positioned frame, which lets it out. Gone once it has
 * arrived, and never seen where motion is reduced: the formula says the same.
 */
export function Flight({ side, cell, text, to: [x, y] }: FlightProps) {
  const middle = (at: number) => `${((at + 0.5) / side) * 100}%`;
  return (
    <span
      aria-hidden="true"
      data-flight={cell}
      className="pointer-events-none absolute z-[2] -translate-1/2 animate-fly whitespace-nowrap rounded-full bg-ink px-1.5 font-mono text-xs font-bold tabular-nums text-paper"
      style={{ "--x": middle(cell % side), "--y": middle(Math.floor(cell / side)), "--to-x": x, "--to-y": y } as CSSProperties}
    >
      {text}
    </span>
  );
}
