"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { ScenePicture, type ScenePictureProps } from "@/lib/ui/scene";
import { useSharedPlace } from "./cursor";

/** Large enough for a slide. */
const PNG_SIDE = 896;
const STEP = 1 / 28;

export interface LabFigureProps {
  readonly id: string;
  readonly title: string;
  readonly note?: ReactNode;
  /** RGB, side × side × 3. */
  readonly pixels: Uint8Array | null;
  readonly side: number;
  /** The same picture for the eye, where there is a sharper one. */
  readonly sharp?: ScenePictureProps["sharp"];
  /** side × side, 0 … 1. */
  readonly heat?: Float32Array | null;
  readonly opacity?: number;
  /** Heat below this is not drawn. */
  readonly least?: number;
  /** See HeatPicture. */
  readonly whole?: boolean;
  /** Milliseconds, steps done, or what else is to be said beside the title. */
  readonly state?: string;
  /** Drawn over the picture, in its own coordinates. */
  readonly overlay?: ReactNode;
  readonly children?: ReactNode;
  readonly heading?: "h2" | "h3";
}

/** A picture with its map, the shared cursor over it and a way to save it. */
export function LabFigure({
  id,
  title,
  note,
  pixels,
  side,
  sharp = null,
  heat = null,
  opacity = 0.75,
  least = 0,
  whole,
  state,
  overlay,
  children,
  heading: Heading = "h3",
}: LabFigureProps) {
  const t = useTranslations("lab");
  const board = useRef<HTMLDivElement>(null);
  const { place, move } = useSharedPlace();

  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    move({
      x: Math.min(Math.max((event.clientX - left) / width, 0), 0.9999),
      y: Math.min(Math.max((event.clientY - top) / height, 0), 0.9999),
    });
  };
  const steer = (event: KeyboardEvent) => {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === "Escape") move(null);
    if (!by) return;
    event.preventDefault();
    const from = place ?? { x: 0.5, y: 0.5 };
    move({ x: Math.min(Math.max(from.x + by[0] * STEP, 0), 0.9999), y: Math.min(Math.max(from.y + by[1] * STEP, 0), 0.9999) });
  };
  const save = async () => {
    const { pngOf } = await import("./png");
    const picture = board.current?.querySelector<HTMLElement>("[data-picture]");
    const blob = picture ? await pngOf(picture, Math.max(PNG_SIDE, side)) : null;
    if (!blob) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `boxup-${id}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  const value = place && heat ? heat[Math.floor(place.y * side) * side + Math.floor(place.x * side)] : null;
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-2" data-testid={id} data-ready={pixels !== null && heat !== null}>
      <div
        ref={board}
        className="relative touch-pan-y rounded-[var(--radius)]"
        role="group"
        aria-label={t("cursorOf", { name: title })}
        tabIndex={0}
        onPointerMove={follow}
        onPointerLeave={() => move(null)}
        onKeyDown={steer}
        onBlur={() => move(null)}
      >
        <ScenePicture sharp={sharp} pixels={pixels} side={side} heat={heat} opacity={opacity} least={least} whole={whole} label={title} />
        {overlay ? (
          <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true" className="pointer-events-none absolute inset-0 h-full w-full">
            {overlay}
          </svg>
        ) : null}
        {place ? (
          <div aria-hidden="true" className="pointer-events-none absolute inset-0 overflow-hidden rounded-[var(--radius)]">
            <span className="absolute inset-y-0 w-px bg-white mix-blend-difference" style={{ left: `${place.x * 100}%` }} />
            <span className="absolute inset-x-0 h-px bg-white mix-blend-difference" style={{ top: `${place.y * 100}%` }} />
            {value === null ? null : (
              <span className="absolute bottom-1 right-1 rounded bg-ink px-1.5 font-mono text-xs tabular-nums text-paper">
                {value.toFixed(2)}
              </span>
            )}
          </div>
        ) : null}
      </div>
      <figcaption className="flex flex-col gap-1 text-sm text-ink-2">
        <span className="flex items-center justify-between gap-2">
          <Heading className="m-0 text-sm font-semibold text-ink">{title}</Heading>
          <button
            type="button"
            onClick={() => void save()}
            disabled={!pixels}
            aria-label={t("png", { name: title })}
            title="PNG"
            className="inline-flex size-8 shrink-0 cursor-pointer items-center justify-center rounded-[var(--radius)] text-ink-2 hover:bg-paper-2 hover:text-ink disabled:opacity-50"
          >
            <Download aria-hidden="true" className="size-4" />
          </button>
        </span>
        {state === undefined ? null : (
          <span className="min-h-5 font-mono text-xs tabular-nums" data-testid={`${id}-state`}>
            {state}
          </span>
        )}
        {note}
        {children}
      </figcaption>
    </figure>
  );
}
