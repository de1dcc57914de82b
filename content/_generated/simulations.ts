// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { ComponentType } from "react";
import type { SimulationProps } from "@/lib/challenges/play";

/** Loads a topic's simulation on demand. */
export const simulations: Readonly<Record<string, () => Promise<{ Simulation: ComponentType<SimulationProps> }>>> = {
  "anchor-boxes": () => import("@/content/topics/anchor-boxes/Simulation"),
  "guided-backprop": () => import("@/content/topics/guided-backprop/Simulation"),
  "iou": () => import("@/content/topics/iou/Simulation"),
  "nms": () => import("@/content/topics/nms/Simulation"),
  "one-vs-two-stage": () => import("@/content/topics/one-vs-two-stage/Simulation"),
};
