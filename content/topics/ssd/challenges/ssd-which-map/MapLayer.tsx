"use client";

import { useStage } from "@/lib/ui/stage";
import { SIDE } from "./instance";

/** A map's cells over the picture. Stands in a `Stage`'s underlay; default boxes are drawn above the objects' boxes. */
export function MapLayer({ side }: { readonly side: number }) {
  const { scale: px } = useStage();
  const cell = SIDE / side;
  const path = Array.from({ length: side - 1 }, (_, i) => `M${(i + 1) * cell} 0V${SIDE}M0 ${(i + 1) * cell}H${SIDE}`).join("");
  return (
    <g aria-hidden="true" pointerEvents="none" data-side={side}>
      <path d={path} stroke="#14151a" strokeOpacity={0.3} strokeWidth={1.5 * px} fill="none" />
      <path d={path} stroke="#fffdf9" strokeOpacity={0.6} strokeWidth={0.75 * px} fill="none" />
    </g>
  );
}
