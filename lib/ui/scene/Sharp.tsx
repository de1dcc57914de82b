"use client";

import { lazy, Suspense } from "react";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import { loadSharpLayer } from "./vectors";

const Layer = lazy(() => loadSharpLayer().then(({ SharpLayer }) => ({ default: SharpLayer })));

/** `SharpLayer`, whose code comes with the first scene that is shown. */
export function Sharp({ drawing }: { readonly drawing: SceneDrawing }) {
  return (
    <Suspense fallback={null}>
      <Layer drawing={drawing} />
    </Suspense>
  );
}
