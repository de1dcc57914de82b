import { drawingLoader } from "@/lib/engine/scenes/emoji/drawing";

/** How the bank's scenes were composed; written by scripts/which-saliency-bank.ts. */
export const loadDrawing = drawingLoader(
  [
    () => import("./0"),
    () => import("./1"),
    () => import("./2"),
    () => import("./3"),
    () => import("./4"),
    () => import("./5"),
    () => import("./6"),
    () => import("./7"),
    () => import("./8"),
    () => import("./9"),
    () => import("./10"),
    () => import("./11"),
    () => import("./12"),
    () => import("./13"),
    () => import("./14"),
    () => import("./15"),
    () => import("./16"),
    () => import("./17"),
    () => import("./18"),
    () => import("./19"),
  ],
  10,
);
