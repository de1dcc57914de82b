"use client";

import { num } from "@/lib/words";
import { signedColour } from "./signedColour";

export interface SignedCellsProps {
  /** side × side, row by row, above and below 0. */
  readonly values: readonly number[];
  readonly side: number;
  /** The size that gets the full colour. */
  readonly most: number;
  /** Of the square they cover. */
  readonly width: number;
  /** What is written in the cells: sizes out of 99 at full colour, or the values themselves. Default nothing. */
  readonly numbers?: "outOf99" | "values";
  /** How much of the picture below shows through at full colour, 0 … 1. Default 0.2. */
  readonly through?: number;
}

/** A signed map over a picture: warm where it speaks for, blue where it speaks against. Stands in a `Stage`'s underlay. */
export function SignedCells({ values, side, most, width, numbers, through = 0.2 }: SignedCellsProps) {
  const cell = width / side;
  const share = (value: number) => (most > 0 ? Math.max(-1, Math.min(1, value / most)) : 0);
  const written = (value: number) => (numbers === "values" ? value : share(value) * 99);
  return (
    <g aria-hidden="true" pointerEvents="none">
      <g shapeRendering="crispEdges">
        {values.map((value, i) =>
          Math.abs(share(value)) < 0.02 ? null : (
            <rect
              key={i}
              x={(i % side) * cell}
              y={Math.floor(i / side) * cell}
              width={cell}
              height={cell}
              fill={signedColour(share(value))}
              fillOpacity={(1 - through) * Math.sqrt(Math.abs(share(value)))}
            />
          ),
        )}
      </g>
      {numbers
        ? values.map((value, i) =>
            Math.round(Math.abs(written(value))) === 0 ? null : (
              <text
                key={i}
                x={((i % side) + 0.5) * cell}
                y={(Math.floor(i / side) + 0.5) * cell}
                textAnchor="middle"
                dominantBaseline="central"
                fontSize={cell * 0.32}
                fontWeight={700}
                fill="#fff"
                stroke="#14151a"
                strokeWidth={cell * 0.07}
                paintOrder="stroke"
                className="font-mono tabular-nums"
              >
                {num(written(value))}
              </text>
            ),
          )
        : null}
    </g>
  );
}
