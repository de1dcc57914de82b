"use client";

import { useState, type ReactNode, type SyntheticEvent } from "react";
import type { Locale } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { BoxChips, toneColor, toneDash, type BoxChipsProps } from "@/lib/ui/stage";
import type { ScoredBox } from "./stageBoxes";

const chipOf = (event: SyntheticEvent): string | null => (event.target instanceof Element ? (event.target.closest("[data-chip]")?.getAttribute("data-chip") ?? null) : null);

/** The id of the box to lift out of the crowd, and the handlers that find it from the chips below the picture. */
export function useSpotlight() {
  const [lit, setLit] = useState<string | null>(null);
  const light = (event: SyntheticEvent) => setLit(chipOf(event));
  const dark = () => setLit(null);
  return { lit, handlers: { onMouseOver: light, onFocus: light, onMouseLeave: dark, onBlur: dark } };
}

/** The chips of all boxes, closer together than usual: a crowd has thirteen of them. Pointing at one lights its box up. */
export function CrowdChips({ handlers, ...props }: BoxChipsProps & { readonly handlers: ReturnType<typeof useSpotlight>["handlers"] }) {
  return (
    <div className="[&_[data-chip]]:px-2.5 [&_ul]:gap-1.5" {...handlers}>
      <BoxChips {...props} />
    </div>
  );
}

/** Which line stands for which class; nothing where all boxes are of one class. */
export function ClassLegend({ boxes, tone, locale, children }: { readonly boxes: readonly ScoredBox[]; readonly tone: (box: ScoredBox) => number; readonly locale: Locale; readonly children?: ReactNode }) {
  const classes = [...new Map(boxes.map((box) => [box.cls, box])).values()];
  if (classes.length < 2) return children ?? null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink">
      {classes.map((box) => (
        <span key={box.cls} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" width={26} height={8}>
            <line x1={0} x2={26} y1={4} y2={4} stroke={toneColor(tone(box))} strokeWidth={3.5} strokeDasharray={toneDash(tone(box)) === "none" ? undefined : toneDash(tone(box))} />
          </svg>
          {CLASS_NAMES[box.cls][locale]}
        </span>
      ))}
      {children}
    </div>
  );
}
