"use client";

import { useEffect, useState } from "react";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

/**
 * How one scene of a bank was composed. Drawings lie in chunks of a few scenes (scripts/drawings.ts), so that a board brings those of its
 * own scene and few others.
 * @param load a constant of its module
 * @returns null while it is on its way, and where it cannot be reached: then the network's picture stands
 */
export function useRecordedDrawing(load: (scene: number) => Promise<SceneDrawing>, scene: number): SceneDrawing | null {
  const [found, setFound] = useState<{ readonly scene: number; readonly drawing: SceneDrawing } | null>(null);
  useEffect(() => {
    let left = false;
    load(scene).then(
      (drawing) => !left && setFound({ scene, drawing }),
      () => {
        // The network's picture stays.
      },
    );
    return () => {
      left = true;
    };
  }, [load, scene]);
  return found?.scene === scene ? found.drawing : null;
}
