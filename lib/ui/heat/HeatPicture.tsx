"use client";

import { useEffect, useRef } from "react";

/** A map over a picture, and how it lies there. */
interface Heat {
  /** side × side, 0 … 1; null shows the picture alone. */
  readonly heat: Float32Array | null;
  readonly opacity: number;
  /** Heat below this is not drawn. Default 0. */
  readonly least?: number;
  /** Draws every place in its heat colour, cold ones too: for maps whose values are meant as they are. */
  readonly whole?: boolean;
  /**
   * How dark the picture lies beneath, 0 … 1: the lines of a map that tells pixel from pixel are as fine as the picture's own, and
   * cannot be seen among them. Few of their values are large, so the colour goes by the square root. Default 0.
   */
  readonly dim?: number;
}

export interface HeatPictureProps extends Heat {
  /** RGB, side × side × 3. */
  readonly pixels: Uint8Array | null;
  readonly side: number;
  /** Shows the picture's pixels as squares. */
  readonly squares?: boolean;
  /** What a screen reader says; absent: nothing, it lies over a picture that says it. */
  readonly label?: string;
}

/** Dark blue over magenta to yellow: brightness rises all the way, so that it also reads in grey. */
const STOPS = [
  [13, 8, 135],
  [156, 23, 158],
  [237, 121, 83],
  [240, 249, 33],
] as const;

/** The heat colour of a value in 0 … 1, linear between four stops. */
export function heatColour(value: number): [number, number, number] {
  const at = Math.min(Math.max(value, 0), 1) * (STOPS.length - 1);
  const low = Math.min(Math.floor(at), STOPS.length - 2);
  const mix = (c: 0 | 1 | 2) => STOPS[low][c] + (STOPS[low + 1][c] - STOPS[low][c]) * (at - low);
  return [mix(0), mix(1), mix(2)];
}

/** How much of a place its heat covers, 0 … 1. */
function cover(value: number, { heat, opacity, least = 0, whole = false }: Heat): number {
  return heat && value >= least ? opacity * (whole ? 1 : Math.sqrt(value)) : 0;
}

/** What lies between a dimmed picture and its map. */
const NIGHT = [11, 10, 16] as const;

/** A picture under its heat map; cold places let the picture through. */
export function HeatPicture({ pixels, side, heat, opacity, least = 0, whole = false, dim = 0, squares = false, label }: HeatPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    context.clearRect(0, 0, side, side);
    if (!pixels) return;
    const image = context.createImageData(side, side);
    for (let i = 0; i < side * side; i++) {
      const value = heat ? heat[i] : 0;
      const share = cover(value, { heat, opacity, least, whole });
      const colour = heatColour(dim > 0 ? Math.sqrt(value) : value);
      for (let c = 0; c < 3; c++) {
        const ground = heat ? pixels[i * 3 + c] * (1 - dim) + NIGHT[c] * dim : pixels[i * 3 + c];
        image.data[i * 4 + c] = ground * (1 - share) + colour[c] * share;
      }
      image.data[i * 4 + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [pixels, side, heat, opacity, least, whole, dim]);
  return (
    <canvas
      ref={canvas}
      width={side}
      height={side}
      role={label === undefined ? undefined : "img"}
      aria-label={label}
      className="aspect-square w-full rounded-[var(--radius)] bg-paper-3"
      style={squares ? { imageRendering: "pixelated" } : undefined}
    />
  );
}

/** The heat map alone, to lie exactly over a picture of any resolution. */
export function HeatCover({ side, heat, opacity, least = 0, whole = false, dim = 0 }: Heat & { readonly side: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    context.clearRect(0, 0, side, side);
    if (!heat) return;
    const image = context.createImageData(side, side);
    for (let i = 0; i < side * side; i++) {
      const share = cover(heat[i], { heat, opacity, least, whole });
      const night = dim * (1 - share);
      const colour = heatColour(dim > 0 ? Math.sqrt(heat[i]) : heat[i]);
      // Where nothing covers, the colour does not matter.
      for (let c = 0; c < 3; c++) image.data[i * 4 + c] = (colour[c] * share + NIGHT[c] * night) / (share + night || 1);
      image.data[i * 4 + 3] = 255 * (share + night);
    }
    context.putImageData(image, 0, 0);
  }, [side, heat, opacity, least, whole, dim]);
  return <canvas ref={canvas} width={side} height={side} aria-hidden="true" className="absolute inset-0 size-full" />;
}
