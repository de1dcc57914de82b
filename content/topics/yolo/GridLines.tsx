"use client";

import { useStage } from "@/lib/ui/stage";

export interface GridLinesProps {
  readonly width: number;
  readonly height: number;
  /** Cells along a side. */
  readonly grid: number;
  /** Cells to be filled, numbered row by row; a letter or sign in each. */
  readonly filled?: readonly { readonly cell: number; readonly note?: string; readonly strong?: boolean }[];
}

/** The cells of YOLO over a picture, light and dark: seen on any. Stands in a `Stage`'s underlay. */
export function GridLines({ width, height, grid, filled = [] }: GridLinesProps) {
  const { scale: px } = useStage();
  const [w, h] = [width / grid, height / grid];
  const inner = Array.from({ length: grid - 1 }, (_, i) => i + 1);
  const path = [...inner.map((i) => `M${i * w} 0V${height}`), ...inner.map((i) => `M0 ${i * h}H${width}`)].join("");
  return (
    <g aria-hidden="true" pointerEvents="none">
      {filled.map(({ cell, note, strong = false }) => {
        const [x, y] = [(cell % grid) * w, Math.floor(cell / grid) * h];
        return (
          <g key={`${cell} ${note}`} data-filled={cell}>
            <rect x={x} y={y} width={w} height={h} fill="var(--brand)" fillOpacity={strong ? 0.42 : 0.18} />
            {strong ? (
              <rect x={x + px} y={y + px} width={w - 2 * px} height={h - 2 * px} fill="none" stroke="var(--brand)" strokeWidth={2.5 * px} />
            ) : null}
            {note ? (
              <text
                x={x + w - 4 * px}
                y={y + h - 5 * px}
                textAnchor="end"
                fontSize={13 * px}
                fontWeight={700}
                fill="#fffdf9"
                stroke="#14151a"
                strokeWidth={3 * px}
                paintOrder="stroke"
              >
                {note}
              </text>
            ) : null}
          </g>
        );
      })}
      <path d={path} stroke="#14151a" strokeOpacity={0.45} strokeWidth={2 * px} fill="none" />
      <path d={path} stroke="#fffdf9" strokeOpacity={0.75} strokeWidth={px} fill="none" />
    </g>
  );
}
