"use client";

import { num } from "@/lib/words";

export interface HistogramProps {
  readonly values: readonly number[];
  /** Degrees that all bars together stand for. */
  readonly span: 180 | 360;
  /** What the highest place of the picture stands for; otherwise the highest bar. */
  readonly most?: number;
  /** Somebody's bars, as outlines. */
  readonly outlines?: readonly number[];
  readonly lit?: readonly number[];
  readonly digits?: number;
  readonly label: string;
}

const [HEIGHT, STEP] = [84, 36] as const;

/** Bars over directions; under each the gradient direction of its middle. Its numbers stand on the bars and in its name. */
export function Histogram({ values, span, most, outlines, lit = [], digits = 0, label }: HistogramProps) {
  const top = most ?? Math.max(...values, ...(outlines ?? []), 1e-9);
  const tall = (value: number) => Math.min(1, value / top) * HEIGHT;
  const width = span / values.length;
  const few = values.length <= 9;
  return (
    <svg
      viewBox={`0 0 ${STEP * values.length} 134`}
      role="img"
      aria-label={`${label}: ${values.map((value, i) => `${num(width * i)}–${num(width * (i + 1))}° ${num(value, digits)}`).join(", ")}`}
      className="block w-full"
    >
      {values.map((value, i) => {
        const x = STEP * i;
        const mine = outlines?.[i];
        return (
          <g key={i}>
            <rect
              x={x + 5}
              y={14 + HEIGHT - tall(value)}
              width={STEP - 10}
              height={tall(value)}
              rx={2}
              fill={lit.includes(i) ? "var(--brand)" : "var(--box-1)"}
              className="transition-all duration-200 motion-reduce:transition-none"
            />
            {mine === undefined ? null : (
              <rect
                x={x + 2}
                y={14 + HEIGHT - tall(mine)}
                width={STEP - 4}
                height={Math.max(1, tall(mine))}
                fill="none"
                stroke="var(--ink)"
                strokeWidth={1.5}
                strokeDasharray="4 3"
              />
            )}
            {few && value > 0 ? (
              <text x={x + STEP / 2} y={10 + HEIGHT - tall(value)} fontSize={14} textAnchor="middle" fill="var(--ink)">
                {num(value, digits)}
              </text>
            ) : null}
            <g transform={`translate(${x + STEP / 2} 114) rotate(${width * (i + 0.5)})`} stroke="var(--ink-2)" strokeWidth={2}>
              <path d={span === 180 ? "M-11 0H11" : "M-11 0H11M6 -4L11 0L6 4"} fill="none" />
            </g>
          </g>
        );
      })}
      <path d={`M0 ${14 + HEIGHT}H${STEP * values.length}`} stroke="var(--line-strong)" />
    </svg>
  );
}
