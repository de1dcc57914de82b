"use client";

import { num } from "@/lib/words";

/** Scores from −RANGE to RANGE fit the arc; beyond it the needle stays at the end. */
const RANGE = 6;
/** Degrees from the middle to either end. */
const SWING = 62;
const [CX, CY, R] = [100, 104, 84];

const angleOf = (score: number) => (Math.min(RANGE, Math.max(-RANGE, score)) / RANGE) * SWING;
const placeAt = (score: number, radius: number): readonly [number, number] => {
  const turn = (angleOf(score) * Math.PI) / 180;
  return [CX + radius * Math.sin(turn), CY - radius * Math.cos(turn)];
};
const arc = (from: number, to: number) => {
  const [[x1, y1], [x2, y2]] = [placeAt(from, R), placeAt(to, R)];
  return `M ${x1} ${y1} A ${R} ${R} 0 0 1 ${x2} ${y2}`;
};
const TICKS = [-6, -4, -2, 0, 2, 4, 6];

/** A needle for the class's score, and a faint one where the network's own weights put it. */
export function Meter({ score, learnt, label }: { readonly score: number; readonly learnt: number; readonly label: string }) {
  const needle = placeAt(score, R - 8);
  const ghost = placeAt(learnt, R - 8);
  return (
    <svg viewBox="0 0 200 112" role="img" aria-label={`${label}: ${num(score, 4)}`} className="block w-full max-w-72">
      <path d={arc(-RANGE, 0)} fill="none" stroke="var(--box-0)" strokeWidth="5" strokeDasharray="2 3" />
      <path d={arc(0, RANGE)} fill="none" stroke="var(--box-1)" strokeWidth="5" />
      {TICKS.map((tick) => {
        const [[x1, y1], [x2, y2], [x, y]] = [placeAt(tick, R - 4), placeAt(tick, R + 4), placeAt(tick, R + 13)];
        return (
          <g key={tick}>
            <line x1={x1} y1={y1} x2={x2} y2={y2} stroke="var(--ink-2)" strokeWidth="1.5" />
            <text x={x} y={y + 3} textAnchor="middle" fontSize="9" fill="var(--ink-2)">
              {num(tick)}
            </text>
          </g>
        );
      })}
      <line x1={CX} y1={CY} x2={ghost[0]} y2={ghost[1]} stroke="var(--ink-3)" strokeWidth="1.5" strokeDasharray="3 3" />
      <line x1={CX} y1={CY} x2={needle[0]} y2={needle[1]} stroke="var(--brand)" strokeWidth="3" strokeLinecap="round" />
      <circle cx={CX} cy={CY} r="5" fill="var(--brand)" />
    </svg>
  );
}
