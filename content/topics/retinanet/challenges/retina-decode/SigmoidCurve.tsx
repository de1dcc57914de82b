"use client";

import type { Locale } from "@/lib/challenges/text";
import { sigmoid } from "@/lib/engine/exact";
import { toneColor } from "@/lib/ui/stage";
import { num, signed } from "@/lib/words";

export interface Dot {
  readonly logit: number;
  readonly label: string;
  readonly tone: number;
  readonly faded: boolean;
}

const [LOW, HIGH] = [-5, 3.4];
const [WIDTH, HEIGHT] = [340, 132];
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 8, 14, 24];
const x = (logit: number) => LEFT + ((logit - LOW) / (HIGH - LOW)) * (WIDTH - LEFT - RIGHT);
const y = (p: number) => TOP + (1 - p) * (HEIGHT - TOP - BOTTOM);
const CURVE = Array.from({ length: 85 }, (_, i) => LOW + i / 10)
  .map((logit, i) => `${i === 0 ? "M" : "L"}${x(logit).toFixed(1)} ${y(sigmoid(logit)).toFixed(1)}`)
  .join("");
const TICKS = [-5, -4, -3, -2, -1, 0, 1, 2, 3] as const;

/** The sigmoid with the cut across it; dots are logits that have been put on it. */
export function SigmoidCurve({
  cut,
  dots = [],
  locale,
}: {
  readonly cut: number;
  readonly dots?: readonly Dot[];
  readonly locale: Locale;
}) {
  const told = TICKS.map((logit) => `${signed(logit)} → ${num(sigmoid(logit), 2)}`).join(", ");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={
        locale === "ko"
          ? `시그모이드 곡선. 로짓과 확률: ${told}. 임계값 ${cut}`
          : `Sigmoid curve. Logit and probability: ${told}. Cut ${cut}`
      }
      className="block w-full max-w-[30rem] font-mono text-[11px]"
    >
      {Array.from({ length: 17 }, (_, i) => LOW + i / 2).map((logit) => (
        <line
          key={logit}
          x1={x(logit)}
          x2={x(logit)}
          y1={TOP}
          y2={HEIGHT - BOTTOM}
          stroke="var(--line)"
          strokeWidth={Number.isInteger(logit) ? 1 : 0.5}
        />
      ))}
      {TICKS.map((logit) => (
        <text key={logit} x={x(logit)} y={HEIGHT - 8} textAnchor="middle" fill="var(--ink-2)">
          {signed(logit)}
        </text>
      ))}
      {[0, 0.5, 1].map((p) => (
        <text key={p} x={LEFT - 5} y={y(p) + 4} textAnchor="end" fill="var(--ink-2)">
          {p}
        </text>
      ))}
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(cut)} y2={y(cut)} stroke="var(--brand)" strokeWidth={1.5} strokeDasharray="5 4" />
      <text x={WIDTH - RIGHT} y={y(cut) + 13} textAnchor="end" fill="var(--ink)" fontWeight={700}>
        ≥ {cut}
      </text>
      <path d={CURVE} fill="none" stroke="var(--ink)" strokeWidth={2} />
      {[...dots]
        .sort((one, other) => one.logit - other.logit)
        .map(({ logit, label, tone, faded }, i) => {
          // Labels stand one above the other, away from the curve's end that the dot is at.
          const high = sigmoid(logit) > 0.5;
          const far = high ? 18 + 13 * (dots.length - 1 - i) : -10 - 13 * i;
          const end = high ? logit > 1.5 : logit > 2;
          return (
            <g
              key={label}
              style={{ transform: `translate(${x(logit)}px, ${y(sigmoid(logit))}px)` }}
              className="transition-transform duration-300 motion-reduce:transition-none"
            >
              <line x1={0} x2={0} y1={0} y2={far} stroke="var(--ink-2)" strokeWidth={0.75} />
              <circle r={5} fill={toneColor(tone)} fillOpacity={faded ? 0.4 : 1} stroke="var(--sheet)" strokeWidth={1.5} />
              <text
                x={end ? -4 : 4}
                y={far + (high ? 3 : 1)}
                textAnchor={end ? "end" : "start"}
                fill={faded ? "var(--ink-2)" : "var(--ink)"}
                fontWeight={faded ? 400 : 700}
                // A halo, where a label lies on the cut.
                stroke="var(--paper-2)"
                strokeWidth={3}
                paintOrder="stroke"
              >
                {label}
              </text>
            </g>
          );
        })}
    </svg>
  );
}
