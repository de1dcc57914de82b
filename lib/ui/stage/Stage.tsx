"use client";

import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { BoxOutline, BoxTag } from "./BoxShape";
import { LiveRegion } from "../components/LiveRegion";
import { Grips } from "./Grips";
import { sceneryOf } from "./pictures";
import { boxesAt, nextPick, tagAt } from "./pick";
import { isTap, pressOf, type Press } from "./press";
import { StageProvider, useAnnouncer } from "./StageContext";
import { stagePoint } from "./stagePoint";
import { roved } from "./roved";
import { placeTags, tagAsDrawn } from "./tags";
import type { SceneSprite, StageBox } from "./types";
import { useStageScale } from "./useStageScale";

export interface StageProps {
  /** The stage's own coordinate system, pixels of the scene. */
  readonly width: number;
  readonly height: number;
  readonly sprites?: readonly SceneSprite[];
  readonly boxes: readonly StageBox[];
  /** The picture's name for a screen reader. */
  readonly label: string;
  /** What is on it, in a sentence or two. */
  readonly description: string;
  readonly locale: Locale;
  /** Makes every box a toggle, but for what is there to compare with (`state: "truth"`). */
  readonly onToggle?: (id: string) => void;
  /** Which box a click would choose where the mouse is, or has the keyboard's focus; null where there is none. */
  readonly onPoint?: (id: string | null) => void;
  readonly locked?: boolean;
  /** A box to bring out: the others fade. */
  readonly pointed?: string | null;
  /** SVG drawn between the picture and the boxes: glows, areas. */
  readonly underlay?: ReactNode;
  /** SVG drawn above the boxes: arrows, handles, grids. */
  readonly children?: ReactNode;
}

const HOW: Text = {
  ko: "화살표로 상자를 옮겨 다니고, 스페이스로 골라요.",
  en: "Move between boxes with the arrow keys; choose with Space.",
};

/** The picture of a scene with boxes on it. With `onToggle`, a group of checkboxes that can be clicked, tapped or reached by keyboard. */
export function Stage({
  width,
  height,
  sprites = [],
  boxes,
  label,
  description,
  locale,
  onToggle,
  onPoint,
  locked = false,
  underlay,
  children,
  pointed = null,
}: StageProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const last = useRef<{ ids: string; index: number } | null>(null);
  const scale = useStageScale(frame, width);
  const press = useRef<Press | null>(null);
  const toggles = onToggle !== undefined;
  const choosable = toggles ? boxes.filter(({ state }) => state !== "truth") : [];
  // All boxes are one Tab stop: the one that had the focus last.
  const [at, setAt] = useState(0);
  const home = Math.min(at, choosable.length - 1);
  const [said, announce] = useAnnouncer();
  const [grips] = useState(() => new Grips());
  const tags = useMemo(() => {
    const places = placeTags(boxes, { width, height }, scale);
    return new Map(
      boxes.flatMap((item) => {
        const place = places.get(item.id);
        return place ? [[item.id, tagAsDrawn(item, place, scale)] as const] : [];
      }),
    );
  }, [boxes, width, height, scale]);
  const world = useMemo(
    () => ({ scale, announce, grips, tagUnder: (x: number, y: number) => tagAt(tags, x, y) }),
    [scale, announce, grips, tags],
  );

  /** What a click here is meant for, the likeliest first. */
  const meant = (event: PointerEvent<SVGSVGElement>): readonly string[] => {
    const at = stagePoint(event, { width, height });
    if (!at) return [];
    const tag = world.tagUnder(...at);
    return tag === null ? boxesAt(boxes, ...at, 6 * scale) : [tag];
  };
  const click = (event: PointerEvent<SVGSVGElement>) => {
    const tapped = isTap(press.current, event);
    press.current = null;
    if (!onToggle || locked || !tapped) return;
    const under = meant(event).filter((id) => choosable.some((box) => box.id === id));
    last.current = nextPick(under, last.current);
    if (last.current) onToggle(under[last.current.index]);
  };

  const keys = (event: KeyboardEvent<SVGRectElement>, index: number) => {
    const next = roved(event, index, choosable.length);
    if (next !== null) {
      event.preventDefault();
      frame.current?.querySelectorAll<SVGRectElement>("[data-box-id]")[next]?.focus();
    } else if ((event.key === " " || event.key === "Enter") && onToggle && !locked) {
      event.preventDefault();
      onToggle(choosable[index].id);
    }
  };

  const layers = [...boxes].sort((a, b) => (a.id === pointed ? 1 : b.id === pointed ? -1 : weight(a) - weight(b)));

  return (
    // On wide screens the picture stops growing before its controls leave the window.
    <div
      ref={frame}
      className="relative mx-auto w-full overflow-hidden rounded-[var(--radius)] border border-line bg-sheet"
      style={{ maxWidth: `max(20rem, calc(var(--stage, 62vh) * ${width / height}))` }}
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="block h-auto w-full touch-manipulation select-none"
        style={{ aspectRatio: `${width} / ${height}` }}
        role={toggles ? "group" : "figure"}
        aria-label={label}
        aria-describedby={`${id}-d`}
        onPointerDown={(event) => void (press.current = pressOf(event))}
        onPointerUp={click}
        onPointerMove={(event) => event.pointerType === "mouse" && onPoint?.(meant(event)[0] ?? null)}
        onPointerLeave={() => onPoint?.(null)}
      >
        <defs>
          <pattern id={`${id}-g`} width={20} height={20} patternUnits="userSpaceOnUse">
            <path d="M20 0H0V20" fill="none" stroke="var(--grid)" strokeWidth={scale} />
          </pattern>
        </defs>
        <rect width={width} height={height} fill={`url(#${id}-g)`} />
        {sprites.map((sprite, i) => (
          <Sprite key={i} sprite={sprite} />
        ))}
        <StageProvider value={world}>{underlay}</StageProvider>
        {/* Strong states last, so that a faded box never covers a chosen one. */}
        {layers.map((item) => (
          <BoxOutline key={item.id} item={item} scale={scale} faded={pointed !== null && pointed !== item.id} />
        ))}
        {layers.map((item) => {
          const place = tags.get(item.id);
          return place ? (
            <BoxTag key={item.id} item={item} scale={scale} place={place} faded={pointed !== null && pointed !== item.id} />
          ) : null;
        })}
        {toggles
          ? choosable.map((item, index) => (
              <rect
                key={item.id}
                x={item.box[0]}
                y={item.box[1]}
                width={item.box[2] - item.box[0]}
                height={item.box[3] - item.box[1]}
                fill="transparent"
                className="outline-offset-2 focus-visible:outline-3 focus-visible:outline-brand"
                // Clicks are sorted out by the whole picture; these are the keyboard's and the screen reader's handles.
                pointerEvents="none"
                data-box-id={item.id}
                role="checkbox"
                aria-checked={item.state === "picked" || item.state === "measured"}
                aria-disabled={locked}
                aria-label={item.description}
                tabIndex={index === home ? 0 : -1}
                onKeyDown={(event) => keys(event, index)}
                onFocus={() => {
                  setAt(index);
                  onPoint?.(item.id);
                }}
                onBlur={() => onPoint?.(null)}
                onClick={() => !locked && onToggle(item.id)}
              />
            ))
          : null}
        <StageProvider value={world}>{children}</StageProvider>
      </svg>
      <p id={`${id}-d`} className="sr-only">
        {description} {toggles ? HOW[locale] : ""}
      </p>
      <LiveRegion message={said} />
    </div>
  );
}

const WEIGHT: Record<StageBox["state"], number> = {
  ghost: 0,
  suppressed: 1,
  truth: 2,
  idle: 3,
  missed: 4,
  wrong: 5,
  kept: 6,
  measured: 7,
  picked: 7,
};
const weight = (item: StageBox) => WEIGHT[item.state];

function Sprite({ sprite }: { readonly sprite: SceneSprite }) {
  const [x1, y1, x2, y2] = sprite.box;
  const flip = sprite.flip ? `translate(${x1 + x2} 0) scale(-1 1)` : undefined;
  return (
    <image
      href={sceneryOf(sprite)}
      x={x1}
      y={y1}
      width={x2 - x1}
      height={y2 - y1}
      preserveAspectRatio="none"
      transform={flip}
      aria-hidden="true"
    />
  );
}
