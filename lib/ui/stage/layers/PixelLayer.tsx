"use client";

/** A small recorded picture, pixel by pixel, as the networks saw it. Stands in a `Stage`'s underlay. */
export function PixelLayer({ href, side }: { readonly href: string; readonly side: number }) {
  return <image href={href} width={side} height={side} style={{ imageRendering: "pixelated" }} />;
}
