"use client";

import { useEffect, useRef, type ReactNode } from "react";

/**
 * Keeps the picture in sight while the choices below it scroll, where the screen is tall enough for both: half of it at most. What the
 * keyboard goes to is scrolled clear of it (--pinned in app/globals.css).
 */
export function Pinned({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() => {
      const stays = getComputedStyle(current).position === "sticky";
      root.setProperty("--pinned", stays ? `${current.offsetHeight}px` : "0px");
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      root.removeProperty("--pinned");
    };
  }, []);
  return (
    <div
      ref={place}
      data-bar="pinned"
      className="top-[calc(var(--top-bar)+0.25rem)] z-[5] mx-auto w-full max-w-[min(36rem,50dvh)] [@media(min-height:700px)]:sticky"
    >
      {children}
    </div>
  );
}
