"use client";

import { Flight, type FlightProps } from "@/lib/ui/simulation";
import { signedColour } from "./signedColour";

interface MiniTileProps {
  readonly values: readonly number[];
  readonly side: number;
  /** The size that gets the full colour. */
  readonly most: number;
  /** A cell to ring. */
  readonly ringed?: number | null;
  /** What leaves the ringed cell, and where to. Default nothing. */
  readonly flies?: Pick<FlightProps, "text" | "to">;
}

/** One channel's cells as a small picture; what it says stands beside it in words. */
export function MiniTile({ values, side, most, ringed = null, flies }: MiniTileProps) {
  return (
    <span className="relative block">
      {ringed === null || !flies ? null : <Flight key={ringed} side={side} cell={ringed} {...flies} />}
      <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true" className="block w-full rounded-[6px] bg-paper-3" shapeRendering="crispEdges">
        {values.map((value, i) => {
          const share = most > 0 ? Math.max(-1, Math.min(1, value / most)) : 0;
          return Math.abs(share) < 0.02 ? null : (
            <rect
              key={i}
              x={i % side}
              y={Math.floor(i / side)}
              width={1}
              height={1}
              fill={signedColour(share)}
              fillOpacity={0.25 + 0.75 * Math.abs(share)}
            />
          );
        })}
        {ringed === null
          ? null
          : (["#14151a", "#ffe14d"] as const).map((colour, inner) => (
              <rect
                key={colour}
                x={(ringed % side) - 0.4}
                y={Math.floor(ringed / side) - 0.4}
                width={1.8}
                height={1.8}
                fill="none"
                stroke={colour}
                strokeWidth={inner ? 0.5 : 1}
              />
            ))}
      </svg>
    </span>
  );
}
