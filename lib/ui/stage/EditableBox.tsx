"use client";

import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { Locale, Text } from "@/lib/challenges/text";
import { BoxShape } from "./BoxShape";
import { moveBox, resizeBox, type Corner } from "./editing";
import { useStage } from "./StageContext";
import { stagePoint } from "./stagePoint";
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
const CORNERS: readonly Corner[] = ["nw", "ne", "sw", "se"];
const at = (box: BoxXYXY, corner: Corner): [number, number] => [
  corner.endsWith("w") ? box[0] : box[2],
  corner.startsWith("n") ? box[1] : box[3],
];

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
  const { scale, announce } = useStage();
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
    event.currentTarget.setPointerCapture(event.pointerId);
    const [x, y] = toStage(event);
    setHeld(null);
    const corner = CORNERS.find((name) => name === event.currentTarget.dataset.grip) ?? null;
    drag.current = { corner, x, y, from: box, moved: false };
  };
  const move = (event: PointerEvent<SVGElement>) => {
    if (!drag.current) return;
    const [x, y] = toStage(event);
    const { corner, from } = drag.current;
    const [dx, dy] = [x - drag.current.x, y - drag.current.y];
    if (!drag.current.moved && Math.hypot(dx, dy) < TAP * scale) return;
    drag.current.moved = true;
    change(corner ? resizeBox(from, corner, dx, dy, bounds, step) : moveBox(from, dx, dy, bounds, step), true);
  };
  const up = (event: PointerEvent<SVGElement>) => {
    event.stopPropagation();
    if (drag.current && !drag.current.moved && event.type === "pointerup") {
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
    if (held === null) return;
    const [x, y] = toStage(event);
    const [fromX, fromY] = held === "box" ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : at(box, held);
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

  const target = Math.max(26 * scale, 12);
  const common = { onPointerMove: move, onPointerUp: up, onPointerCancel: up };
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
      <BoxShape item={{ id, box, label, tone, state, description: "" }} scale={scale} bounds={bounds} />
      <rect
        {...common}
        x={box[0]}
        y={box[1]}
        width={box[2] - box[0]}
        height={box[3] - box[1]}
        fill="transparent"
        pointerEvents={holding ? "none" : undefined}
        className={locked ? "outline-none" : "cursor-move touch-none focus-visible:outline-3 focus-visible:outline-brand"}
        onPointerDown={down}
        onKeyDown={keys}
        tabIndex={locked ? -1 : 0}
        role="application"
        aria-roledescription={locale === "ko" ? "움직이는 상자" : "movable box"}
        aria-label={`${label}: ${placeOf(box, locale)}. ${HOW[locale]}`}
        aria-disabled={locked}
        data-box={id}
      />
      {resizable && !locked
        ? CORNERS.map((corner) => {
            const [x, y] = at(box, corner);
            return (
              <g key={corner}>
                <rect
                  x={x - 5 * scale}
                  y={y - 5 * scale}
                  width={10 * scale}
                  height={10 * scale}
                  rx={2 * scale}
                  fill={held === corner ? "var(--brand-glow)" : "var(--sheet)"}
                  stroke="var(--ink)"
                  strokeWidth={1.5 * scale}
                  pointerEvents="none"
                />
                <rect
                  {...common}
                  x={x - target / 2}
                  y={y - target / 2}
                  width={target}
                  height={target}
                  fill="transparent"
                  pointerEvents={holding ? "none" : undefined}
                  className={`touch-none ${corner === "nw" || corner === "se" ? "cursor-nwse-resize" : "cursor-nesw-resize"}`}
                  onPointerDown={down}
                  data-grip={corner}
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
