"use client";

import { useRef, type FocusEvent, type KeyboardEvent } from "react";

/**
 * Handlers for a part of the page within which Tab scrolls no farther than it must. A browser brings a focused control that is out of
 * sight to the middle of the window, and with that the picture it belongs to out of it; here the page goes back to where it stood and
 * the control comes in at the nearest edge. Both happen before anything is painted.
 */
export function useSteadyFocus() {
  const from = useRef<number | null>(null);
  return {
    onKeyDownCapture: ({ key }: KeyboardEvent) => {
      from.current = key === "Tab" ? window.scrollY : null;
    },
    onFocus: ({ target }: FocusEvent) => {
      if (from.current === null) return;
      window.scrollTo({ top: from.current, behavior: "instant" });
      from.current = null;
      target.scrollIntoView({ block: "nearest", behavior: "instant" });
    },
  };
}
