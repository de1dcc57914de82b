"use client";

import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from "react";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { Locale, Text } from "@/lib/challenges/text";
import { BoxOutline, BoxTag } from "./BoxShape";
import { CORNERS, cornerOf, moveBox, resizeBox, type Corner } from "./editing";
import { HANDLE, handleReach, type Grip } from "./pick";
import { useStage } from "./StageContext";
import { stagePoint } from "./stagePoint";
import { loneTag } from "./tags";
import type { BoxState } from "./types";

export interface EditableBoxProps {
  readonly id: string;
  readonly box: BoxXYXY;
  /** Size of the stage. */
  readonly bounds: { readonly width: number; readonly height: number };
  readonly label: string;
  readonly tone: number;
  readonly onChange: (box: BoxXYXY) => void;
  readonly locale: Locale;
  readonly locked?: boolean;
  /** Without handles the box can be moved, not resized. */
  readonly resizable?: boolean;
  /** Grid of the coordinates, stage pixels. Default 1. */
  readonly step?: number;
  readonly state?: BoxState;
  /** true (default): `onChange` at every movement of a drag. false: once, when it ends, so that one drag is one change to undo. */
  readonly live?: boolean;
  /** Another sentence to say after a move, from the new box: "IoU 0.62". */
  readonly say?: (box: BoxXYXY) => string;
}

const HOW: Text = {
  ko: "화살표로 옮기고, Shift와 함께면 10칸, Alt와 함께면 크기를 바꿔요. 끌지 않고 하려면 한 번 누르고 옮길 곳을 눌러요.",
  en: "Arrow keys move it; Shift moves by ten, Alt resizes. Without dragging: tap it, then tap the new place.",
};
const HELD: Text = { ko: "옮길 곳을 눌러 주세요. Esc로 그만둬요.", en: "Tap the new place. Escape cancels." };
/** Pointer travel, in CSS pixels, under which a press is a tap and not a drag. */
const TAP = 4;
const cursorOf = (grip: Grip | null) =>
  grip?.corner == null ? "move" : grip.corner === "nw" || grip.corner === "se" ? "nwse-resize" : "nesw-resize";

function placeOf(box: BoxXYXY, locale: Locale): string {
  const [width, height] = locale === "ko" ? ["너비", "높이"] : ["width", "height"];
  return `x ${box[0]}, y ${box[1]}, ${width} ${box[2] - box[0]}, ${height} ${box[3] - box[1]}`;
}

/**
 * A box to move and resize: drag it or its corners, use the keyboard, or tap a part of it and then the new place (nobody
 * has to drag). Stands inside a `Stage`.
 */
export function EditableBox({
  id,
  box: placed,
  bounds,
  label,
  tone,
  onChange,
  locale,
  locked = false,
  resizable = true,
  step = 1,
  state = "picked",
  live = true,
  say,
}: EditableBoxProps) {
  const { scale, announce, grips } = useStage();
  const area = useRef<SVGRectElement>(null);
  const drag = useRef<{ corner: Corner | null; x: number; y: number; from: BoxXYXY; moved: boolean } | null>(null);
  const [held, setHeld] = useState<Corner | "box" | null>(null);
  const [draft, setDraft] = useState<BoxXYXY | null>(null);
  const box = draft ?? placed;
  const holding = held !== null && !locked;

  const change = (next: BoxXYXY, underway = false) => {
    if (next.every((value, i) => value === box[i])) return;
    if (underway && !live) setDraft(next);
    else onChange(next);
    announce(`${label}: ${placeOf(next, locale)}${say ? `. ${say(next)}` : ""}`);
  };

  const toStage = (event: PointerEvent<SVGElement>) => stagePoint(event, bounds) ?? [0, 0];
  const down = (event: PointerEvent<SVGElement>) => {
    if (locked || event.button !== 0) return;
    event.stopPropagation();
    grips.press(event, toStage(event), scale);
  };
  // Pressed on this box, or on another one that lies over it.
  const grab = (event: PointerEvent<SVGElement>, corner: Corner | null) => {
    area.current?.setPointerCapture(event.pointerId);
    area.current?.focus({ preventScroll: true });
    const [x, y] = toStage(event);
    setHeld(null);
    drag.current = { corner, x, y, from: box, moved: false };
  };
  const move = (event: PointerEvent<SVGElement>) => {
    const [x, y] = toStage(event);
    if (!drag.current) {
      event.currentTarget.style.cursor = locked ? "" : cursorOf(grips.at(x, y, scale));
      return;
    }
    const { corner, from } = drag.current;
    const [dx, dy] = [x - drag.current.x, y - drag.current.y];
    if (!drag.current.moved && Math.hypot(dx, dy) < TAP * scale) return;
    drag.current.moved = true;
    change(corner ? resizeBox(from, corner, dx, dy, bounds, step) : moveBox(from, dx, dy, bounds, step), true);
  };
  const up = (event: PointerEvent<SVGElement>) => {
    event.stopPropagation();
    if (!drag.current) grips.release(event);
    else if (!drag.current.moved && event.type === "pointerup") {
      setHeld(drag.current.corner ?? "box");
      announce(HELD[locale]);
    }
    drag.current = null;
    // A drag that the system broke off leaves the box where it was.
    if (draft && event.type === "pointerup") onChange(draft);
    setDraft(null);
  };
  const putDown = (event: PointerEvent<SVGElement>) => {
    event.stopPropagation();
    if (held === null || event.button !== 0) return;
    const [x, y] = toStage(event);
    const [fromX, fromY] = held === "box" ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : cornerOf(box, held);
    change(held === "box" ? moveBox(box, x - fromX, y - fromY, bounds, step) : resizeBox(box, held, x - fromX, y - fromY, bounds, step));
    setHeld(null);
  };
  const keys = (event: KeyboardEvent<SVGElement>) => {
    if (event.key === "Escape" && holding) {
      event.stopPropagation();
      setHeld(null);
      return;
    }
    const by = step * (event.shiftKey ? 10 : 1);
    const d: Record<string, [number, number]> = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] };
    const delta = d[event.key];
    if (!delta || locked) return;
    event.preventDefault();
    change(event.altKey && resizable ? resizeBox(box, "se", ...delta, bounds, step) : moveBox(box, ...delta, bounds, step));
  };

  const item = { id, box, label, tone, state, description: "" };
  const tag = loneTag(item, bounds, scale);
  useEffect(() => {
    if (locked) grips.forget(id);
    else grips.tell({ id, box, tag, resizable, grab, putDown: holding ? putDown : null });
  });
  useEffect(() => () => grips.forget(id), [grips, id]);

  const reach = handleReach(scale);
  const pressable = {
    onPointerDown: down,
    onPointerMove: move,
    onPointerUp: up,
    onPointerCancel: up,
    // The box that is meant takes the focus, which need not be the one on top.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    fill: "transparent",
    pointerEvents: holding ? "none" : undefined,
  } as const;
  return (
    <g data-editable={id}>
      {holding ? (
        <rect
          width={bounds.width}
          height={bounds.height}
          fill="var(--brand-glow)"
          fillOpacity={0.08}
          className="cursor-crosshair"
          onPointerUp={putDown}
          data-put-down={id}
        />
      ) : null}
      <BoxOutline item={item} scale={scale} />
      {tag ? <BoxTag item={item} scale={scale} place={tag} /> : null}
      {tag && !locked ? <rect {...pressable} {...tag} className="cursor-move touch-none" aria-hidden="true" /> : null}
      <rect
        {...pressable}
        ref={area}
        x={box[0]}
        y={box[1]}
        width={box[2] - box[0]}
        height={box[3] - box[1]}
        className={locked ? "outline-none" : "cursor-move touch-none focus-visible:outline-3 focus-visible:outline-brand"}
        onKeyDown={keys}
        onFocus={() => grips.select(id)}
        tabIndex={locked ? -1 : 0}
        role="application"
        aria-roledescription={locale === "ko" ? "움직이는 상자" : "movable box"}
        aria-label={`${label}: ${placeOf(box, locale)}. ${HOW[locale]}`}
        aria-disabled={locked}
        data-box={id}
      />
      {resizable && !locked
        ? CORNERS.map((corner) => {
            const [x, y] = cornerOf(box, corner);
            return (
              <g key={corner}>
                <rect
                  x={x - HANDLE * scale}
                  y={y - HANDLE * scale}
                  width={2 * HANDLE * scale}
                  height={2 * HANDLE * scale}
                  rx={2 * scale}
                  fill={held === corner ? "var(--brand-glow)" : "var(--sheet)"}
                  stroke="var(--ink)"
                  strokeWidth={1.5 * scale}
                  pointerEvents="none"
                />
                <rect
                  {...pressable}
                  x={x - reach}
                  y={y - reach}
                  width={2 * reach}
                  height={2 * reach}
                  className="touch-none"
                  aria-hidden="true"
                  data-corner={`${id}-${corner}`}
                />
              </g>
            );
          })
        : null}
    </g>
  );
}
