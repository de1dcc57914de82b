"use client";

import { useId, useRef, type ReactNode } from "react";

/** Distance of the note from its number and from the window's edge, in pixels. */
const GAP = 8;

interface Props {
  readonly id: string;
  /** The number. */
  readonly text: string;
  /** What pressing it tells, for who hears the page. */
  readonly how: string;
  /** The note. */
  readonly children: ReactNode;
}

/** A number that opens a note beside it: by tap, click, or Enter on the number; Escape, a tap elsewhere or the number again closes it. */
export function FigureNote({ id, text, how, children }: Props) {
  const note = useId();
  const button = useRef<HTMLButtonElement>(null);
  const place = (box: HTMLElement) => {
    const at = button.current?.getBoundingClientRect();
    if (!at) return;
    const below = at.bottom + GAP + box.offsetHeight <= window.innerHeight;
    box.style.left = `${Math.max(GAP, Math.min(at.left, window.innerWidth - box.offsetWidth - GAP))}px`;
    box.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - box.offsetHeight)}px`;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={note}
        data-figure={id}
        // In a table no line of text is around it that a finger could miss it by.
        className="inline cursor-help in-[td]:inline-block in-[td]:min-w-6 in-[td]:leading-6 whitespace-nowrap text-inherit underline decoration-brand decoration-dotted underline-offset-4"
      >
        {text}
        <span className="sr-only"> {how}</span>
      </button>
      <span
        id={note}
        popover="auto"
        role="note"
        onToggle={(event) => {
          if (event.newState === "open") place(event.currentTarget);
        }}
        className="fixed inset-auto m-0 w-80 max-w-[calc(100vw-1rem)] rounded-[var(--radius)] border border-line-strong bg-sheet p-4 text-left text-sm leading-6 font-normal whitespace-normal text-ink shadow-2"
      >
        {children}
      </span>
    </>
  );
}
