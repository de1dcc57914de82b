"use client";

import { useRef, type ReactNode } from "react";
import { classNames } from "../components/classNames";
import { usePinned } from "../components/usePinned";

export interface BesideProps {
  readonly picture: ReactNode;
  readonly children: ReactNode;
  /** More room for the choices than for the picture, which 19rem are enough for. */
  readonly manyChoices?: boolean;
}

/**
 * A picture and the choices that are made by it. On wide screens, and on a phone that lies on its side, they stand side by side and the
 * picture stays while the choices scroll. On an upright phone it stays in sight above them, where the screen is tall enough for both: half
 * of it at most. What the keyboard goes to is scrolled clear of a picture that stays above (--pinned in app/globals.css).
 */
export function Beside({ picture, children, manyChoices = false }: BesideProps) {
  const place = useRef<HTMLDivElement>(null);
  usePinned(place, "page");
  return (
    <div
      className={classNames(
        "grid grid-cols-1 items-start gap-4 flat:grid-cols-[min(50%,calc(100dvh-1rem))_minmax(0,1fr)]",
        manyChoices ? "md:tall:grid-cols-[19rem_minmax(0,1fr)]" : "md:tall:grid-cols-2",
      )}
    >
      <div
        ref={place}
        data-bar="pinned"
        // Where it covers what scrolls by, its ground goes from the page's bar to under the picture, from edge to edge.
        className="top-(--top-bar) z-[5] [--covers:1] max-md:-mx-4 max-md:bg-paper max-md:px-4 max-md:py-1 flat:sticky flat:top-2 flat:mx-0 flat:px-0 flat:[--covers:0] md:top-[calc(var(--top-bar)+0.25rem)] md:[--covers:0] [@media(min-height:700px)]:sticky max-md:tall:data-[hides=true]:!static"
      >
        <div className="mx-auto w-full max-w-[min(36rem,50dvh)] flat:max-w-none">{picture}</div>
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </div>
  );
}
