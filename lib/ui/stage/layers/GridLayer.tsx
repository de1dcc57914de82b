"use client";

import { useId } from "react";
import { useStage } from "../StageContext";
import { gridSizeOf, type StrideGrid } from "./grid";

/** A dot for every location of a feature map: the middles of its cells. Stands in a `Stage`'s underlay. */
export function GridLayer({ width, height, stride }: StrideGrid) {
  const id = useId();
  const { scale } = useStage();
  const { columns, rows } = gridSizeOf({ width, height, stride });
  return (
    <g aria-hidden="true" pointerEvents="none">
      <defs>
        <pattern id={id} width={stride} height={stride} patternUnits="userSpaceOnUse">
          <circle cx={stride / 2} cy={stride / 2} r={Math.min(stride / 6, 1.6 * scale)} fill="var(--ink-3)" fillOpacity={0.55} />
        </pattern>
      </defs>
      <rect width={columns * stride} height={rows * stride} fill={`url(#${id})`} />
    </g>
  );
}
