"use client";

import { PixelLayer } from "@/lib/ui/stage/layers";

/** A recorded scene's picture inside a Stage: the very pixels that the detectors saw. */
export function ScenePicture({ scene, side }: { readonly scene: number; readonly side: number }) {
  return <PixelLayer href={`/race/${scene}.png`} side={side} />;
}
