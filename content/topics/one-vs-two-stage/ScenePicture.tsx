"use client";

import { PixelLayer } from "@/lib/ui/stage/layers";

/** The scenes' sides in pixels. */
export const SIDE = 112;

/** A recorded scene's picture inside a Stage of SIDE × SIDE: the very pixels that the detectors saw. */
export function ScenePicture({ scene }: { readonly scene: number }) {
  return <PixelLayer href={`/race/${scene}.webp`} side={SIDE} />;
}
