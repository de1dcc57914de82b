"use client";

import { useEffect, useState } from "react";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

/**
 * How a recorded scene was composed, from a file that stands beside its picture: a part of the picture, fetched as a picture is.
 * @param address of a JSON file of one `SceneDrawing`: "/race/7.json"
 * @returns null while it is on its way, and where it cannot be reached: then the network's picture stands
 */
export function useRecordedDrawing(address: string): SceneDrawing | null {
  const [found, setFound] = useState<{ readonly address: string; readonly drawing: SceneDrawing } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    fetch(address, { signal: controller.signal })
      .then((response) => (response.ok ? (response.json() as Promise<SceneDrawing>) : Promise.reject(new Error(response.statusText))))
      .then(
        (drawing) => setFound({ address, drawing }),
        () => {
          // The network's picture stays.
        },
      );
    return () => controller.abort();
  }, [address]);
  return found?.address === address ? found.drawing : null;
}
