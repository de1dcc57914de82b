"use client";

import { useEffect, useRef, type MouseEvent } from "react";
import { heatColour } from "./HeatPicture";

export interface MosaicProps {
  /** Cells along a tile's side. */
  readonly side: number;
  readonly count: number;
  /** [count, side, side] in 0 … 1, drawn in heat colours; or RGB bytes [count, side, side, 3]. */
  readonly values: Float32Array | Uint8Array | null;
  readonly label: string;
  /** The tile to mark. */
  readonly chosen?: number;
  readonly onChoose?: (tile: number) => void;
}

/** Tiles a row: about square in all, never more than 12. */
function mosaicColumns(count: number): number {
  return Math.min(12, Math.max(1, Math.ceil(Math.sqrt(count * 1.6))));
}

/** Many small maps on one canvas, a gap of one cell between them. Choosing by pointer is a shortcut: pages offer a knob as well. */
export function Mosaic({ side, count, values, label, chosen, onChoose }: MosaicProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const columns = mosaicColumns(count);
  const rows = Math.ceil(count / columns);
  const step = side + 1;
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !values) return;
    context.clearRect(0, 0, columns * step, rows * step);
    const colour = values instanceof Float32Array ? (i: number) => heatColour(values[i]) : (i: number) => values.subarray(i * 3, i * 3 + 3);
    for (let k = 0; k < count; k++) {
      const tile = context.createImageData(side, side);
      for (let i = 0; i < side * side; i++) {
        const [r, g, b] = colour(k * side * side + i);
        tile.data.set([r, g, b, 255], i * 4);
      }
      context.putImageData(tile, (k % columns) * step, Math.floor(k / columns) * step);
    }
  }, [side, count, values, columns, rows, step]);

  const choose = (event: MouseEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const tile = Math.floor(((event.clientY - top) / height) * rows) * columns + Math.floor(((event.clientX - left) / width) * columns);
    if (tile >= 0 && tile < count) onChoose?.(tile);
  };
  return (
    <div className={onChoose ? "relative cursor-pointer" : "relative"} onClick={onChoose ? choose : undefined}>
      <canvas
        ref={canvas}
        width={columns * step}
        height={rows * step}
        role="img"
        aria-label={label}
        className="block w-full"
        style={{ imageRendering: "pixelated", aspectRatio: `${columns} / ${rows}` }}
      />
      {chosen === undefined || chosen >= count ? null : (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute border-2 border-brand"
          style={{
            left: `${((chosen % columns) / columns) * 100}%`,
            top: `${(Math.floor(chosen / columns) / rows) * 100}%`,
            width: `${100 / columns}%`,
            height: `${100 / rows}%`,
          }}
        />
      )}
    </div>
  );
}
