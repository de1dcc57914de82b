"use client";

import { useId } from "react";
import { anchorBox } from "@/lib/engine/anchors";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { toneColor, toneDash, useStage } from "@/lib/ui/stage";

export interface GridLayerProps {
  readonly width: number;
  readonly height: number;
  readonly stride: number;
}

/** A dot for every location of the feature map: the middles of its cells. */
export function GridLayer({ width, height, stride }: GridLayerProps) {
  const id = useId();
  const { scale } = useStage();
  const [columns, rows] = [Math.floor(width / stride), Math.floor(height / stride)];
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

/** The location whose centre is nearest to a point, as its centre. */
export function nearestCentre({ width, height, stride }: GridLayerProps, x: number, y: number): readonly [number, number] {
  const snap = (value: number, length: number) => {
    const count = Math.max(1, Math.floor(length / stride));
    return (Math.min(count - 1, Math.max(0, Math.floor(value / stride))) + 0.5) * stride;
  };
  return [snap(x, width), snap(y, height)];
}

export const middleOf = (box: BoxXYXY): readonly [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];

/** The anchors of one location: one hue and dash per scale; faded ones do not take part. */
export function AnchorsAt({
  centre,
  shapes,
}: {
  readonly centre: readonly [number, number];
  readonly shapes: readonly { readonly scale: number; readonly ratio: number; readonly tone: number; readonly faded?: boolean }[];
}) {
  const { scale: px } = useStage();
  const [cx, cy] = centre;
  return (
    <g aria-hidden="true" pointerEvents="none">
      {shapes.map(({ scale, ratio, tone, faded = false }) => {
        const [x1, y1, x2, y2] = anchorBox(cx, cy, scale, ratio);
        const dash = toneDash(tone);
        const at = { x: x1, y: y1, width: x2 - x1, height: y2 - y1, fill: "none" } as const;
        return (
          <g key={`${scale}/${ratio}`} opacity={faded ? 0.4 : 1}>
            <rect {...at} stroke="var(--box-halo)" strokeWidth={4.5 * px} strokeOpacity={0.8} />
            <rect
              {...at}
              stroke={toneColor(tone)}
              strokeWidth={2 * px}
              strokeDasharray={
                dash === "none"
                  ? undefined
                  : dash
                      .split(" ")
                      .map((d) => Number(d) * 2 * px)
                      .join(" ")
              }
            />
          </g>
        );
      })}
      <path d={`M${cx - 7 * px} ${cy}H${cx + 7 * px}M${cx} ${cy - 7 * px}V${cy + 7 * px}`} stroke="var(--brand)" strokeWidth={2.5 * px} />
    </g>
  );
}
