"use client";

import type { Locale } from "@/lib/challenges/text";
import { CLASS_NAMES, type VocClass } from "@/lib/engine/scenes";
import { dashesOf, type ScoredBox } from "../stage/scoredBoxes";
import { ToneLine } from "../stage/ToneLine";

export interface ClassLegendProps {
  readonly boxes: readonly ScoredBox[];
  readonly locale: Locale;
}

/** Which line stands for which class on a picture of scored boxes; nothing where all boxes are of one class. */
export function ClassLegend({ boxes, locale }: ClassLegendProps) {
  const dash = dashesOf(boxes);
  const classes = [...new Map<VocClass, ScoredBox>(boxes.map((box) => [box.cls, box])).values()];
  if (dash === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink">
      {classes.map((box) => (
        <span key={box.cls} className="inline-flex items-center gap-1.5">
          <ToneLine tone={0} dash={dash(box)} width={26} color="var(--ink)" />
          {CLASS_NAMES[box.cls][locale]}
        </span>
      ))}
    </div>
  );
}
