"use client";

import { intersection, xyxyToXywh, type BoxXYXY } from "@/lib/engine/boxes";

export interface OverlapPictureProps {
  readonly a: BoxXYXY;
  readonly b: BoxXYXY;
  /** Whether the overlap glows. */
  readonly lit: boolean;
  readonly label: string;
}

/** Pixels of the picture per unit of the boxes. */
const SCALE = 10;

/** Two boxes; lit, their intersection glows as it does in the mark. */
export function OverlapPicture({ a, b, lit, label }: OverlapPictureProps) {
  const overlap = intersection(a, b);
  const [x, y, width, height] = overlap ? xyxyToXywh(overlap).map((v) => v * SCALE) : [0, 0, 0, 0];
  return (
    <svg viewBox="0 0 220 160" role="img" aria-label={label} className="mx-auto aspect-[220/160] w-full max-w-72">
      <rect
        className="transition-opacity duration-200"
        x={x}
        y={y}
        width={width}
        height={height}
        fill="var(--brand-glow)"
        opacity={lit ? 0.9 : 0.12}
        style={{ filter: lit ? "drop-shadow(0 0 8px var(--brand-glow))" : undefined }}
      />
      {[a, b]
        .map((unit) => unit.map((v) => v * SCALE))
        .map((box, i) => (
          <g key={i} fontSize="16" fontWeight="700">
            <rect
              x={box[0]}
              y={box[1]}
              width={box[2] - box[0]}
              height={box[3] - box[1]}
              rx="6"
              fill="none"
              stroke="var(--box-halo)"
              strokeWidth="7"
            />
            <rect
              x={box[0]}
              y={box[1]}
              width={box[2] - box[0]}
              height={box[3] - box[1]}
              rx="6"
              fill="none"
              stroke={`var(--box-${i})`}
              strokeWidth="3.5"
              strokeDasharray={i === 0 ? undefined : "10 5"}
            />
            <text x={i === 0 ? box[0] + 12 : box[2] - 24} y={box[1] + 26} fill={`var(--box-${i})`} aria-hidden="true">
              {"AB"[i]}
            </text>
          </g>
        ))}
    </svg>
  );
}
