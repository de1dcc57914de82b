"use client";

import { BINS, HALF, WIDTH } from "./bins";

const R = 44;
/** A place on the dial: clockwise from the right, y down. For drawing alone. */
const at = (degrees: number, radius: number): string => {
  const radians = (degrees * Math.PI) / 180;
  return `${(radius * Math.cos(radians)).toFixed(2)} ${(radius * Math.sin(radians)).toFixed(2)}`;
};
const sector = (bin: number): string => `M0 0L${at(WIDTH * bin, R)}A${R} ${R} 0 0 1 ${at(WIDTH * (bin + 1), R)}Z`;

export interface DialProps {
  /** Where the gradient points to; null: no needle. */
  readonly degrees: number | null;
  /** Shows the same direction without its sign beside it, where they differ. */
  readonly folded?: boolean;
  /** Bins that are lit. */
  readonly lit?: readonly number[];
  readonly label: string;
  readonly className?: string;
}

/** Directions as a picture has them: 0° to the right, clockwise. The nine bins are the lower half; the upper one repeats it. */
export function Dial({ degrees, folded = false, lit = [], label, className }: DialProps) {
  return (
    <svg viewBox="-74 -62 148 124" role="img" aria-label={label} className={className}>
      <circle r={R} fill="var(--paper-2)" stroke="var(--line-strong)" />
      {Array.from({ length: BINS }, (_, bin) => (
        <path
          key={bin}
          d={sector(bin)}
          fill={lit.includes(bin) ? "var(--brand-glow)" : "var(--sheet)"}
          fillOpacity={lit.includes(bin) ? 0.55 : 1}
          stroke="var(--line-strong)"
        />
      ))}
      {[0, 90, 180, 270].map((degree) => {
        const [x, y] = at(degree, degree % HALF === 0 ? R + 15 : R + 10)
          .split(" ")
          .map(Number);
        return (
          <text key={degree} x={x} y={y} fontSize={12} textAnchor="middle" dominantBaseline="middle" fill="var(--ink-2)">
            {degree}°
          </text>
        );
      })}
      {degrees !== null && folded && degrees >= HALF ? <Needle degrees={degrees - HALF} dashed /> : null}
      {degrees === null ? null : <Needle degrees={degrees} />}
    </svg>
  );
}

function Needle({ degrees, dashed = false }: { readonly degrees: number; readonly dashed?: boolean }) {
  return (
    <g transform={`rotate(${degrees})`} stroke="var(--brand)" strokeWidth={2.5} strokeLinecap="round" fill="none">
      <path d={`M0 0H${R - 4}`} strokeDasharray={dashed ? "4 3" : undefined} />
      <path d={`M${R - 11} -5L${R - 4} 0L${R - 11} 5`} />
    </g>
  );
}
