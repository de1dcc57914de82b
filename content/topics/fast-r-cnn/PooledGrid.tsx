"use client";

import { CellPointer, CellRing } from "@/lib/ui/simulation";
import { heatColour } from "@/lib/ui/heat";
import { num } from "@/lib/words";

export interface PooledGridProps {
  readonly title: string;
  /** bins × bins, none below 0. */
  readonly values: readonly number[];
  readonly bins: number;
  /** The number that gets the brightest colour. */
  readonly most: number;
  readonly bin: number;
  readonly onBin: (bin: number) => void;
  readonly label: string;
}

/** Bins whose numbers still fit into their cells. */
const WRITTEN = 5;

/** What came out of pooling: numbers to be chosen from by mouse, finger or arrow keys. */
export function PooledGrid({ title, values, bins, most, bin, onBin, label }: PooledGridProps) {
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-1">
      <figcaption className="text-sm font-medium text-ink">{title}</figcaption>
      <CellPointer
        side={bins}
        cell={bin}
        onPoint={() => undefined}
        onChoose={(cell) => cell !== null && onBin(cell)}
        label={label}
        said={num(values[bin] ?? 0, 2)}
      >
        <svg viewBox={`0 0 ${bins} ${bins}`} aria-hidden="true" className="block w-full">
          {values.map((value, at) => {
            const share = most > 0 ? Math.min(1, value / most) : 0;
            const [column, row] = [at % bins, Math.floor(at / bins)];
            return (
              <g key={at}>
                <rect x={column} y={row} width={1.01} height={1.01} fill={`rgb(${heatColour(share).map(Math.round).join(" ")})`} />
                {bins > WRITTEN ? null : (
                  <text
                    x={column + 0.5}
                    y={row + 0.5}
                    textAnchor="middle"
                    dominantBaseline="central"
                    fontSize={0.28}
                    fontWeight={700}
                    fill="#fff"
                    stroke="#14151a"
                    strokeWidth={0.07}
                    paintOrder="stroke"
                    className="font-mono tabular-nums"
                  >
                    {num(value, 2)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
        <CellRing side={bins} cell={bin} />
      </CellPointer>
    </figure>
  );
}
