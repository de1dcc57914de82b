"use client";

import { SceneLayer, useRecordedDrawing } from "@/lib/ui/scene";
import { loadDrawing } from "./challenges/detector-race/drawings";

/** The scenes' sides in pixels. */
export const SIDE = 112;

/** A recorded scene inside a Stage of SIDE × SIDE, sharp or in the very pixels that the detectors saw. */
export function ScenePicture({ scene }: { readonly scene: number }) {
  return <SceneLayer drawing={useRecordedDrawing(loadDrawing, scene)} seen={`/race/${scene}.webp`} side={SIDE} />;
}
