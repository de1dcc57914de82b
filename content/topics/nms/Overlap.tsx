"use client";

import { intersection, type BoxXYXY } from "@/lib/engine/boxes";
import { useStage } from "@/lib/ui/stage";

/** The shared part of two boxes, glowing as in the product's mark. Stands in a Stage's underlay. */
export function Overlap({ a, b }: { readonly a: BoxXYXY; readonly b: BoxXYXY }) {
  const { scale } = useStage();
  const shared = intersection(a, b);
  if (!shared) return null;
  const [x1, y1, x2, y2] = shared;
  return (
    <rect
      aria-hidden="true"
      x={x1}
      y={y1}
      width={x2 - x1}
      height={y2 - y1}
      fill="var(--brand-glow)"
      fillOpacity={0.34}
      stroke="var(--brand-glow)"
      strokeWidth={scale}
      pointerEvents="none"
    />
  );
}
