"use client";

import { useState, type FocusEvent, type PointerEvent } from "react";
import { BoxChips, type BoxChipsProps } from "../stage/BoxChips";
import { tagOf } from "../stage/scoredBoxes";
import type { StageBox } from "../stage/types";

const chipOf = (target: EventTarget): Element | null => (target instanceof Element ? target.closest("[data-chip]") : null);

/**
 * What is pointed at, both ways. `lit` is the box to lift out of the crowd (`pointed` of the `Stage`), and `handlers` find it from the
 * chips below the picture: the mouse is on one, or the keyboard is. A tap does not count: it has chosen already, and all other boxes
 * would stay faded. `seen` is the box that is pointed at in the picture (`onPoint` of the `Stage`), whose chip stands out.
 */
export function useSpotlight() {
  const [lit, setLit] = useState<string | null>(null);
  const [seen, setSeen] = useState<string | null>(null);
  const light = (chip: Element | null) => setLit(chip?.getAttribute("data-chip") ?? null);
  const dark = () => setLit(null);
  return {
    lit,
    seen,
    onSeen: setSeen,
    handlers: {
      onPointerOver: (event: PointerEvent) => event.pointerType === "mouse" && light(chipOf(event.target)),
      onPointerLeave: dark,
      onFocus: (event: FocusEvent) => event.target.matches(":focus-visible") && light(chipOf(event.target)),
      onBlur: dark,
    },
  };
}

/** Drawn boxes as chips: the best score first, as NMS sorts them, each with its score. */
export const chipsByScore = (boxes: readonly StageBox[]): StageBox[] =>
  boxes
    .map((box) => ({ ...box, score: box.score ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .map((box) => ({ ...box, label: tagOf(box) }));

export interface SpotChipsProps extends BoxChipsProps {
  readonly handlers: ReturnType<typeof useSpotlight>["handlers"];
}

/** The chips of all boxes of a crowd, closer together than usual. Pointing at one brings its box out. */
export function SpotChips({ handlers, ...props }: SpotChipsProps) {
  return (
    <div className="[&_[data-chip]]:px-2.5 [&_ul]:gap-1.5" {...handlers}>
      <BoxChips {...props} />
    </div>
  );
}
