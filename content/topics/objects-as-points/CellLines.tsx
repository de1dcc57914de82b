"use client";

import { useStage } from "@/lib/ui/stage";

/** The cells of an output map over a picture of side × side pixels, light and dark: seen on any. Stands in a `Stage`'s underlay. */
export function CellLines({ side, stride }: { readonly side: number; readonly stride: number }) {
  const { scale: px } = useStage();
  const path = Array.from({ length: Math.round(side / stride) - 1 }, (_, i) => (i + 1) * stride)
    .map((at) => `M${at} 0V${side}M0 ${at}H${side}`)
    .join("");
  return (
    <g aria-hidden="true" pointerEvents="none" fill="none">
      <path d={path} stroke="#14151a" strokeOpacity={0.3} strokeWidth={1.6 * px} />
      <path d={path} stroke="#fffdf9" strokeOpacity={0.6} strokeWidth={0.8 * px} />
    </g>
  );
}
