"use client";

import { toneColor, toneDash } from "./tones";

/** A short stretch of a tone's line, for legends and chips. */
export function ToneLine({
  tone,
  dash: line = tone,
  width,
  color = toneColor(tone),
}: {
  readonly tone: number;
  /** Which line, where it is not the tone's own. */
  readonly dash?: number;
  readonly width: number;
  readonly color?: string;
}) {
  const dash = toneDash(line);
  return (
    <svg aria-hidden="true" width={width} height={8} className="shrink-0">
      <line
        x1={0}
        x2={width}
        y1={4}
        y2={4}
        stroke={color}
        strokeWidth={width > 20 ? 3.5 : 3}
        strokeDasharray={dash === "none" ? undefined : dash}
      />
    </svg>
  );
}
