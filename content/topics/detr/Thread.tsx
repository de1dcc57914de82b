"use client";

import type { BoxXYXY } from "@/lib/engine/boxes";
import { useStage } from "@/lib/ui/stage";
import { toneColor } from "@/lib/ui/stage";

export interface ThreadProps {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly tone: number;
  readonly look?: "plain" | "right" | "wrong" | "wished";
}

const COLOR = { plain: null, right: "var(--good)", wrong: "var(--bad)", wished: "var(--warn)" } as const;

export const middle = ([x1, y1, x2, y2]: BoxXYXY): readonly [number, number] => [(x1 + x2) / 2, (y1 + y2) / 2];

/** A thread of the matching: from the middle of a query's box (a ring) to the middle of an object (a dot). Stands inside a `Stage`. */
export function Thread({ from: [x1, y1], to: [x2, y2], tone, look = "plain" }: ThreadProps) {
  const { scale: px } = useStage();
  const color = COLOR[look] ?? toneColor(tone);
  const dash = look === "wrong" ? `${5 * px} ${4 * px}` : look === "wished" ? `${2 * px} ${4 * px}` : undefined;
  return (
    <g aria-hidden="true" pointerEvents="none">
      <path d={`M${x1} ${y1}L${x2} ${y2}`} stroke="var(--box-halo)" strokeWidth={7 * px} strokeOpacity={0.85} strokeLinecap="round" />
      <path d={`M${x1} ${y1}L${x2} ${y2}`} stroke={color} strokeWidth={3 * px} strokeDasharray={dash} strokeLinecap="round" />
      <circle cx={x1} cy={y1} r={5 * px} fill="var(--sheet)" stroke={color} strokeWidth={2.5 * px} />
      <circle cx={x2} cy={y2} r={5 * px} fill={color} stroke="var(--box-halo)" strokeWidth={1.5 * px} />
    </g>
  );
}
