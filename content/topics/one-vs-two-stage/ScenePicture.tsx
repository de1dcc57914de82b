"use client";

/** A recorded scene's picture inside a Stage: the very pixels that the detectors saw. */
export function ScenePicture({ scene, side }: { readonly scene: number; readonly side: number }) {
  return <image href={`/race/${scene}.png`} width={side} height={side} style={{ imageRendering: "pixelated" }} />;
}
