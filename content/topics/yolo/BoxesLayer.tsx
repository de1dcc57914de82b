"use client";

import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import type { Locale } from "@/lib/challenges/text";
import { useStage } from "@/lib/ui/stage";
import { sceneryOf } from "@/lib/ui/stage/pictures";
import { S, type Looked } from "./looked";
import { boxAtCell, columnOf, likeliest, numbersAt, rowOf, type Place } from "./simulationModel";

/** Every box of the grid, the surer the stronger. */
export function BoxesLayer({ grid, places }: { readonly grid: Looked["grid"]; readonly places: readonly Place[] }) {
  const { scale: px } = useStage();
  return (
    <g aria-hidden="true" pointerEvents="none" fill="none">
      {places.map(({ cell, slot }) => {
        const [x1, y1, x2, y2] = boxAtCell(grid, cell, slot);
        const sure = Math.min(1, Math.max(0, numbersAt(grid, cell, slot).confidence));
        const path = `M${x1} ${y1}H${x2}V${y2}H${x1}Z`;
        return (
          <g key={`${cell} ${slot}`} opacity={0.22 + 0.78 * sure}>
            <path d={path} stroke="#14151a" strokeWidth={(1.6 + 3.4 * sure) * px} strokeOpacity={0.5} />
            <path d={path} stroke="#ffe14d" strokeWidth={(0.7 + 1.8 * sure) * px} />
          </g>
        );
      })}
    </g>
  );
}

/** The likeliest class of every cell as a drawing, the larger its value the stronger. */
export function ClassesLayer({ grid, locale }: { readonly grid: Looked["grid"]; readonly locale: Locale }) {
  const side = SCENE_SIDE / S;
  return (
    <g pointerEvents="none" data-testid="class-map">
      <rect width={SCENE_SIDE} height={SCENE_SIDE} fill="var(--sheet)" fillOpacity={0.72} />
      {Array.from({ length: S * S }, (_, cell) => {
        const { cls, value } = likeliest(grid, cell);
        const name = VOC_CLASSES[cls];
        return (
          <image
            key={cell}
            href={sceneryOf({ cls: name })}
            x={columnOf(cell) * side + 1.5}
            y={rowOf(cell) * side + 1.5}
            width={side - 3}
            height={side - 3}
            opacity={Math.min(1, 0.15 + 0.85 * Math.max(0, value))}
            aria-label={CLASS_NAMES[name][locale]}
          />
        );
      })}
    </g>
  );
}
