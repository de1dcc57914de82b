"use client";

import { useRef, type ReactNode } from "react";
import { usePinned } from "../components/usePinned";

/**
 * A picture and the choices that are made by it. On wide screens they stand side by side; on a phone the picture stays in sight above
 * while the choices scroll, where the screen is tall enough for both: half of it at most. What the keyboard goes to is scrolled clear of
 * a picture that stays above (--pinned in app/globals.css).
 */
export function Beside({ picture, children }: { readonly picture: ReactNode; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  usePinned(place, "page");
  return (
    <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
      <div
        ref={place}
        data-bar="pinned"
        // Where it covers what scrolls by, its ground goes from the page's bar to under the picture, from edge to edge.
        className="top-(--top-bar) z-[5] [--covers:1] max-md:-mx-4 max-md:bg-paper max-md:px-4 max-md:py-1 md:top-[calc(var(--top-bar)+0.25rem)] md:[--covers:0] [@media(min-height:700px)]:sticky"
      >
        <div className="mx-auto w-full max-w-[min(36rem,50dvh)]">{picture}</div>
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </div>
  );
}
