"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type PointerEvent, type RefObject } from "react";
import type { Locale } from "@/lib/challenges";
import { SIDE } from "@/lib/client/race/drawn";
import type { RaceStamp } from "@/lib/client/race/race";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { vectorOf } from "@/lib/ui/scene";
import type { Editing } from "./useEditing";

export interface PaletteProps {
  readonly stamps: readonly RaceStamp[] | null;
  readonly board: RefObject<HTMLDivElement | null>;
  readonly editing: Editing;
  readonly locked: boolean;
  readonly say: (text: string) => void;
  readonly locale: Locale;
}

/** Pointer travel, in CSS pixels, under which a press is a tap and not a drag. */
const TAP = 5;

/** One emoji, as wide as its place. */
function Stamp({ stamp }: { readonly stamp: RaceStamp | null }) {
  return (
    <svg viewBox="0 0 1 1" aria-hidden="true" className="pointer-events-none size-9">
      {stamp ? <image href={vectorOf(stamp)} width={1} height={1} /> : null}
    </svg>
  );
}

/** The twenty classes: tap or Enter adds one to the scene, dragging puts it where it is let go. */
export function Palette({ stamps, board, editing, locked, say, locale }: PaletteProps) {
  const t = useTranslations("race");
  const drag = useRef<{ readonly label: number; readonly x: number; readonly y: number } | null>(null);
  /** A drag ends in a click as well; that one adds nothing more. */
  const dragged = useRef(false);
  const [ghost, setGhost] = useState<{ readonly label: number; readonly x: number; readonly y: number } | null>(null);
  const off = locked || editing.full;

  const add = (label: number, place?: readonly [number, number]) => {
    const name = CLASS_NAMES[VOC_CLASSES[label]][locale];
    if (editing.add(label, place)) say(t("added", { name, count: editing.items.length + 1 }));
  };
  const down = (label: number) => (event: PointerEvent<HTMLButtonElement>) => {
    dragged.current = false;
    if (off || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { label, x: event.clientX, y: event.clientY };
  };
  const move = (event: PointerEvent<HTMLButtonElement>) => {
    const { current } = drag;
    if (!current || (!dragged.current && Math.hypot(event.clientX - current.x, event.clientY - current.y) < TAP)) return;
    dragged.current = true;
    setGhost({ label: current.label, x: event.clientX, y: event.clientY });
  };
  const up = (event: PointerEvent<HTMLButtonElement>) => {
    const rect = board.current?.getBoundingClientRect();
    if (drag.current && dragged.current && event.type === "pointerup" && rect) {
      const [x, y] = [((event.clientX - rect.left) * SIDE) / rect.width, ((event.clientY - rect.top) * SIDE) / rect.height];
      if (x >= 0 && y >= 0 && x <= SIDE && y <= SIDE) add(drag.current.label, [x, y]);
    }
    drag.current = null;
    setGhost(null);
  };

  return (
    <div role="group" aria-label={t("palette")} aria-describedby="palette-how" className="flex w-full flex-col gap-2">
      <p id="palette-how" className="m-0 text-sm text-ink-2">
        {editing.full ? t("full") : t("paletteHow")}
      </p>
      <div className="grid grid-cols-5 gap-1.5 min-[480px]:grid-cols-10 md:grid-cols-5 lg:grid-cols-10">
        {VOC_CLASSES.map((cls, label) => (
          <button
            key={cls}
            type="button"
            disabled={off}
            aria-label={t("add", { name: CLASS_NAMES[cls][locale] })}
            title={CLASS_NAMES[cls][locale]}
            data-stamp={cls}
            className="flex h-12 min-w-10 cursor-grab touch-none items-center justify-center rounded-[var(--radius)] border border-line bg-sheet select-none hover:border-line-strong disabled:cursor-not-allowed disabled:opacity-50"
            onPointerDown={down(label)}
            onPointerMove={move}
            onPointerUp={up}
            onPointerCancel={up}
            onClick={() => {
              if (!dragged.current) add(label);
              dragged.current = false;
            }}
          >
            <Stamp stamp={stamps?.[label] ?? null} />
          </button>
        ))}
      </div>
      {ghost ? (
        <div
          aria-hidden="true"
          className="pointer-events-none fixed z-50 -translate-x-1/2 -translate-y-1/2 scale-150"
          style={{ left: ghost.x, top: ghost.y }}
        >
          <Stamp stamp={stamps?.[ghost.label] ?? null} />
        </div>
      ) : null}
    </div>
  );
}
