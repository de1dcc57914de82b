"use client";

import type { BoxXYXY } from "@/lib/engine/boxes";
import { useStage } from "@/lib/ui/stage";
import { OutlinesLayer } from "@/lib/ui/stage/layers";
import { SIDE } from "./instance";

/** A map's cells over the picture, and default boxes on them. Stands in a `Stage`'s underlay. */
export function MapLayer({ side, boxes, tone }: { readonly side: number; readonly boxes: readonly BoxXYXY[]; readonly tone: number }) {
  const { scale: px } = useStage();
  const cell = SIDE / side;
  const path = Array.from({ length: side - 1 }, (_, i) => `M${(i + 1) * cell} 0V${SIDE}M0 ${(i + 1) * cell}H${SIDE}`).join("");
  return (
    <g aria-hidden="true" pointerEvents="none" data-side={side}>
      <path d={path} stroke="#14151a" strokeOpacity={0.3} strokeWidth={1.5 * px} fill="none" />
      <path d={path} stroke="#fffdf9" strokeOpacity={0.6} strokeWidth={0.75 * px} fill="none" />
      <OutlinesLayer outlines={boxes.map((box, i) => ({ key: String(i), box, tone }))} />
    </g>
  );
}
