"use client";

import { useState, type FocusEvent, type PointerEvent } from "react";
import type { Locale } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { BoxChips, toneColor, toneDash, type BoxChipsProps } from "@/lib/ui/stage";
import type { ScoredBox } from "./stageBoxes";

const chipOf = (target: EventTarget): Element | null => (target instanceof Element ? target.closest("[data-chip]") : null);

/**
 * The id of the box to lift out of the crowd, and the handlers that find it from the chips below the picture: the mouse is on
 * one, or the keyboard is. A tap does not count: it has chosen already, and all other boxes would stay faded.
 */
export function useSpotlight() {
  const [lit, setLit] = useState<string | null>(null);
  const light = (chip: Element | null) => setLit(chip?.getAttribute("data-chip") ?? null);
  const dark = () => setLit(null);
  return {
    lit,
    handlers: {
      onPointerOver: (event: PointerEvent) => event.pointerType === "mouse" && light(chipOf(event.target)),
      onPointerLeave: dark,
      onFocus: (event: FocusEvent) => event.target.matches(":focus-visible") && light(chipOf(event.target)),
      onBlur: dark,
    },
  };
}

/** The chips of all boxes, closer together than usual: a crowd has thirteen of them. Pointing at one brings its box out. */
export function CrowdChips({ handlers, ...props }: BoxChipsProps & { readonly handlers: ReturnType<typeof useSpotlight>["handlers"] }) {
  return (
    <div className="[&_[data-chip]]:px-2.5 [&_ul]:gap-1.5" {...handlers}>
      <BoxChips {...props} />
    </div>
  );
}

/** Which line stands for which class; nothing where all boxes are of one class. */
export function ClassLegend({
  boxes,
  tone,
  locale,
}: {
  readonly boxes: readonly ScoredBox[];
  readonly tone: (box: ScoredBox) => number;
  readonly locale: Locale;
}) {
  const classes = [...new Map(boxes.map((box) => [box.cls, box])).values()];
  if (classes.length < 2) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink">
      {classes.map((box) => (
        <span key={box.cls} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" width={26} height={8}>
            <line
              x1={0}
              x2={26}
              y1={4}
              y2={4}
              stroke={toneColor(tone(box))}
              strokeWidth={3.5}
              strokeDasharray={toneDash(tone(box)) === "none" ? undefined : toneDash(tone(box))}
            />
          </svg>
          {CLASS_NAMES[box.cls][locale]}
        </span>
      ))}
    </div>
  );
}
