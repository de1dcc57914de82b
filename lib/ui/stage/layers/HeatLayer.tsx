"use client";

import { heatColour } from "../../heat";

export interface HeatLayerProps {
  /** rows × columns, row by row, 0 … 1. */
  readonly values: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  /** The part of the stage that is covered, from its upper left corner. */
  readonly width: number;
  readonly height: number;
  /** Opacity of the hottest place; colder ones let more of the picture through. Default 0.85. */
  readonly opacity?: number;
  /** Values below it are not drawn. Default 0.02. */
  readonly least?: number;
}

/** A coarse heat map (up to about 32 × 32) over a picture, cell by cell. Larger ones: `HeatPicture` of lib/ui/heat. Stands in a `Stage`'s underlay. */
export function HeatLayer({ values, rows, columns, width, height, opacity = 0.85, least = 0.02 }: HeatLayerProps) {
  const [w, h] = [width / columns, height / rows];
  return (
    <g aria-hidden="true" pointerEvents="none" shapeRendering="crispEdges">
      {Array.from({ length: rows * columns }, (_, i) => {
        const value = values[i] ?? 0;
        if (!(value >= least)) return null;
        const [r, g, b] = heatColour(value).map(Math.round);
        return (
          <rect
            key={i}
            x={(i % columns) * w}
            y={Math.floor(i / columns) * h}
            width={w}
            height={h}
            fill={`rgb(${r} ${g} ${b})`}
            fillOpacity={Math.min(1, opacity * Math.sqrt(value))}
          />
        );
      })}
    </g>
  );
}
