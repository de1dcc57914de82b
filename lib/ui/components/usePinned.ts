"use client";

import { useEffect, type RefObject } from "react";

/** A picture that stays in sight takes half of the window at most. */
const MOST = 0.5;
/** One that takes more than this of it hides what it is beside, at the latest with large text. */
const TOO_MUCH = 2 / 3;
/** In a lower window (a phone on its side, a page enlarged fourfold) nothing stays: there is no room for the rest. */
const LEAST_WINDOW = 600;

/**
 * Lets what `place` holds stay in sight while the page scrolls, where there is room for it: `data-pins` on it says whether, `data-hides` that it would hide nearly all. Its own classes
 * make it sticky then. How much it covers stands in --pinned: of the page, so that whatever the keyboard goes to is scrolled clear of it
 * (app/globals.css), or of its parent alone, for what is one part of a long page. --covers: 0 says that it stays beside, not above.
 */
export function usePinned(place: RefObject<HTMLElement | null>, scope: "page" | "parent"): void {
  useEffect(() => {
    const { current } = place;
    const told = scope === "page" ? document.documentElement : current?.parentElement;
    if (!current || !told) return;
    const measure = () => {
      const { innerHeight } = window;
      current.dataset.pins = String(innerHeight >= LEAST_WINDOW && current.offsetHeight <= MOST * innerHeight);
      current.dataset.hides = String(current.offsetHeight > TOO_MUCH * innerHeight);
      const style = getComputedStyle(current);
      const covers = style.position === "sticky" && style.getPropertyValue("--covers") !== "0";
      told.style.setProperty("--pinned", covers ? `${current.offsetHeight}px` : "0px");
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    window.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
      told.style.removeProperty("--pinned");
    };
  }, [place, scope]);
}
