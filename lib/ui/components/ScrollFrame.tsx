import type { ReactNode } from "react";

export interface ScrollFrameProps {
  /** What is inside, for a screen reader. */
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * A table that may be wider than a phone, at the latest with large text: it scrolls inside its own frame, by finger and by arrow keys. The
 * frame is positioned, so that what is only read out (absolute) does not widen the page.
 */
export function ScrollFrame({ label, children }: ScrollFrameProps) {
  return (
    <div role="group" aria-label={label} tabIndex={0} className="relative overflow-x-auto">
      {children}
    </div>
  );
}
