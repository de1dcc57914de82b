"use client";

import { useEffect, useState } from "react";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

/**
 * The drawing of one scene of a bank, whose drawings are a chunk of their own that comes when a board shows one.
 * @param load a constant of its module: `const load = () => import("./drawings.json").then((file) => file.default as SceneDrawing[])`
 */
export function useRecordedDrawing(load: () => Promise<readonly SceneDrawing[]>, scene: number): SceneDrawing | null {
  const [bank, setBank] = useState<readonly SceneDrawing[] | null>(null);
  useEffect(() => {
    let left = false;
    load().then(
      (drawings) => !left && setBank(drawings),
      () => {
        // Without it the network's picture stands.
      },
    );
    return () => {
      left = true;
    };
  }, [load]);
  return bank?.[scene] ?? null;
}
