"use client";

import { useEffect, useRef } from "react";
import { signedColour } from "./colours";
import { MAP_SIDE } from "./desk";

export interface MapPictureProps {
  /** MAP_SIDE × MAP_SIDE, any sign. */
  readonly map: ArrayLike<number>;
  /** The size that is drawn at full strength. */
  readonly scale: number;
  /** Laid over a picture, which shows through; the map alone without it. */
  readonly veil?: boolean;
  readonly side?: number;
  /** Fills in between the cells instead of showing them. */
  readonly smooth?: boolean;
  readonly label: string;
  readonly className?: string;
}

/** The value of a map at a place 0 … 1, between the centres of its cells. */
function between(map: ArrayLike<number>, x: number, y: number): number {
  const at = (place: number) => Math.min(MAP_SIDE - 1, Math.max(0, place * MAP_SIDE - 0.5));
  const [column, row] = [at(x), at(y)];
  const [left, top] = [Math.min(MAP_SIDE - 2, Math.floor(column)), Math.min(MAP_SIDE - 2, Math.floor(row))];
  const [dx, dy] = [column - left, row - top];
  const cell = (r: number, c: number) => map[r * MAP_SIDE + c];
  const upper = cell(top, left) * (1 - dx) + cell(top, left + 1) * dx;
  return upper * (1 - dy) + (cell(top + 1, left) * (1 - dx) + cell(top + 1, left + 1) * dx) * dy;
}

/** A map with signs on its picture, or alone: warm where it speaks for the class, blue where against it. */
export function MapPicture({ map, scale, veil = false, side = MAP_SIDE, smooth = false, label, className = "" }: MapPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(side, side);
    for (let i = 0; i < side * side; i++) {
      const [x, y] = [((i % side) + 0.5) / side, (Math.floor(i / side) + 0.5) / side];
      const value = smooth ? between(map, x, y) : map[Math.floor(y * MAP_SIDE) * MAP_SIDE + Math.floor(x * MAP_SIDE)];
      const colour = signedColour(scale > 0 ? value / scale : 0, veil);
      image.data.set(colour, i * 4);
    }
    context.putImageData(image, 0, 0);
  }, [map, scale, veil, side, smooth]);
  return (
    <canvas
      ref={canvas}
      width={side}
      height={side}
      role="img"
      aria-label={label}
      className={`block aspect-square w-full ${veil ? "" : "bg-paper-3"} ${className}`}
      style={veil && smooth ? undefined : { imageRendering: "pixelated" }}
    />
  );
}
