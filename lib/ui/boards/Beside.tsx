"use client";

import { useEffect, useRef, type ReactNode } from "react";

/**
 * A picture and the choices that are made by it. On wide screens they stand side by side; on a phone the picture stays in sight above
 * while the choices scroll, where the screen is tall enough for both: half of it at most. What the keyboard goes to is scrolled clear of
 * a picture that stays above (--pinned in app/globals.css).
 */
export function Beside({ picture, children }: { readonly picture: ReactNode; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() => {
      const style = getComputedStyle(current);
      const covers = style.position === "sticky" && style.getPropertyValue("--covers") === "1";
      root.setProperty("--pinned", covers ? `${current.offsetHeight}px` : "0px");
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      root.removeProperty("--pinned");
    };
  }, []);
  return (
    <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
      <div
        ref={place}
        data-bar="pinned"
        className="top-[calc(var(--top-bar)+0.25rem)] z-[5] mx-auto w-full max-w-[min(36rem,50dvh)] [--covers:1] md:[--covers:0] [@media(min-height:700px)]:sticky"
      >
        {picture}
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </div>
  );
}
