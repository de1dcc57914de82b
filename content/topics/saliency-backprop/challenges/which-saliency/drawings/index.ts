import { drawingLoader } from "@/lib/engine/scenes/emoji/drawing";

/** How the bank's scenes were composed; written by scripts/which-saliency-bank.ts. */
export const loadDrawing = drawingLoader(
  [() => import("./0"), () => import("./1"), () => import("./2"), () => import("./3"), () => import("./4"), () => import("./5")],
  10,
);
