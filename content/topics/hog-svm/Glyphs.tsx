"use client";

import { useMemo } from "react";
import { hogGlyphs } from "@/lib/engine/propose";

/** Strengths are drawn in this many shades: a path each, not an element a line. */
const SHADES = 6;

export interface GlyphsProps {
  readonly cells: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  readonly bins: number;
  readonly signed: boolean;
  /** Pixels along a cell's side. */
  readonly cell: number;
  readonly colour: string;
}

/** Histograms as strokes along the edges, the stronger the brighter. Stands in an SVG of the picture's own pixels. */
export function Glyphs({ cells, rows, columns, bins, signed, cell, colour }: GlyphsProps) {
  const paths = useMemo(() => {
    const lines = hogGlyphs({ cells, cellRows: rows, cellColumns: columns, orientations: bins, signed, pixelsPerCell: [cell, cell] });
    const shades = Array.from({ length: SHADES }, () => "");
    for (let i = 0; i < lines.length; i += 5) {
      const shade = Math.min(SHADES - 1, Math.floor(lines[i + 4] * SHADES));
      if (lines[i + 4] < 0.04) continue;
      shades[shade] += `M${lines[i].toFixed(1)} ${lines[i + 1].toFixed(1)}L${lines[i + 2].toFixed(1)} ${lines[i + 3].toFixed(1)}`;
    }
    return shades;
  }, [cells, rows, columns, bins, signed, cell]);
  return (
    <g aria-hidden="true" stroke={colour} strokeWidth={0.7} strokeLinecap="round" fill="none">
      {paths.map((d, shade) => (
        <path key={shade} d={d} strokeOpacity={(shade + 0.6) / SHADES} />
      ))}
    </g>
  );
}
