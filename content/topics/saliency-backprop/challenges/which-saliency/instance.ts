import type { Level } from "@/lib/challenges/contract";
import type { Method, Reading, SceneRecord } from "./recording";

/** What is on offer at each level, by the alphabet: one name a map. */
export const NAMES: Readonly<Record<Level, readonly Method[]>> = {
  1: ["grad-cam", "guided", "guided-grad-cam", "saliency"],
  2: ["deconvnet", "grad-cam", "guided", "guided-grad-cam", "saliency"],
  3: ["edges", "grad-cam", "guided", "guided-grad-cam", "saliency"],
  4: ["times-input", "integrated", "saliency", "smoothgrad"],
  5: ["times-input", "integrated", "random-head", "saliency", "smoothgrad"],
};

export interface ShownMap extends Reading {
  /** "A", "B", … */
  readonly id: string;
  /** Its place in the strip. */
  readonly at: number;
  /** Level 3: the same for the other object's class; likeness is the rank correlation of both, in percent. */
  readonly twin: (Reading & { readonly at: number; readonly likeness: number }) | null;
  /** Levels 4 and 5. */
  readonly passes: number | null;
  readonly grey: number | null;
  /** Level 5, in tenths. */
  readonly sum: number | null;
}

export interface View extends Pick<SceneRecord, "objects" | "asked"> {
  /** Place in the bank. */
  readonly place: number;
  readonly maps: readonly ShownMap[];
  readonly names: readonly Method[];
  /** Levels 4 and 5: the grey pixel. Level 5: S(x) − S(grey) in tenths. */
  readonly pixel: number | null;
  readonly difference: number | null;
}

/** Entry i is map i's. */
export interface Truth {
  readonly names: readonly Method[];
}
export interface Answer {
  readonly names: readonly (Method | null)[];
}

export const levelOf = ({ names }: Pick<View, "names">): Level =>
  ([1, 2, 3, 4, 5] as const).find((level) => NAMES[level].join() === names.join()) ?? 1;

/** A name right by chance counts nothing: the maps named rightly less one, of all less one. */
export function pointsOf(truth: Truth, { names }: Answer): { readonly earned: number; readonly total: number; readonly right: number } {
  const right = truth.names.filter((name, i) => names[i] === name).length;
  return { earned: Math.max(0, right - 1), total: truth.names.length - 1, right };
}
