"use client";

import { useEffect, useState } from "react";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import { vectorOf } from "./address";

/** What draws them. */
export const loadSharpLayer = () => import("./SharpLayer");

const arrived = new Map<string, Promise<void>>();

/** Fetches one vector; a failed one is asked for again the next time. */
function fetchVector(href: string): Promise<void> {
  const known = arrived.get(href);
  if (known) return known;
  const promise = new Promise<void>((done, failed) => {
    const image = new Image();
    image.onload = () => done();
    image.onerror = () => failed(new Error(`no drawing at ${href}`));
    image.src = href;
  });
  promise.catch(() => arrived.delete(href));
  arrived.set(href, promise);
  return promise;
}

/** Whether all of a scene's vectors are here, and what draws them. While they are not, and where one cannot be reached, the network's picture stands. */
export function useVectors(drawing: SceneDrawing | null): boolean {
  const [ready, setReady] = useState<string | null>(null);
  const wanted = drawing ? [...new Set(drawing.sprites.map(vectorOf))].sort().join(" ") : null;
  useEffect(() => {
    if (wanted === null) return;
    let left = false;
    const hrefs = wanted === "" ? [] : wanted.split(" ");
    Promise.all([loadSharpLayer(), ...hrefs.map(fetchVector)]).then(
      () => !left && setReady(wanted),
      () => {
        // The network's picture stays.
      },
    );
    return () => {
      left = true;
    };
  }, [wanted]);
  return wanted !== null && ready === wanted;
}
