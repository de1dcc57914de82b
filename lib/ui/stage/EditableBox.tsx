"use client";

import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { Locale, Text } from "@/lib/challenges/text";
import { BoxShape } from "./BoxShape";
import { moveBox, resizeBox, type Corner } from "./editing";
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
  /** Stage pixels per CSS pixel, for line widths and targets. */
  readonly scale?: number;
  readonly state?: BoxState;
}

const HOW: Text = {
  ko: "화살표로 옮기고, Shift와 함께면 10칸, Alt와 함께면 크기를 바꿔요.",
  en: "Arrow keys move it; Shift moves by ten, Alt resizes.",
};
const CORNERS: readonly Corner[] = ["nw", "ne", "sw", "se"];
const at = (box: BoxXYXY, corner: Corner): [number, number] => [corner.endsWith("w") ? box[0] : box[2], corner.startsWith("n") ? box[1] : box[3]];

/** A box to move and resize: drag it or its corners, or use the keyboard. Stands inside a `Stage`. */
export function EditableBox({ id, box, bounds, label, tone, onChange, locale, locked = false, resizable = true, step = 1, scale = 1, state = "picked" }: EditableBoxProps) {
  const drag = useRef<{ corner: Corner | null; x: number; y: number; from: BoxXYXY } | null>(null);

  const toStage = (event: PointerEvent<SVGElement>): [number, number] => {
    const svg = event.currentTarget.ownerSVGElement;
    const rect = svg?.getBoundingClientRect();
    if (!rect) return [0, 0];
    return [((event.clientX - rect.left) * bounds.width) / rect.width, ((event.clientY - rect.top) * bounds.height) / rect.height];
  };
  const down = (corner: Corner | null) => (event: PointerEvent<SVGElement>) => {
    if (locked || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const [x, y] = toStage(event);
    drag.current = { corner, x, y, from: box };
  };
  const move = (event: PointerEvent<SVGElement>) => {
    if (!drag.current) return;
    const [x, y] = toStage(event);
    const { corner, from } = drag.current;
    const [dx, dy] = [x - drag.current.x, y - drag.current.y];
    onChange(corner ? resizeBox(from, corner, dx, dy, bounds, step) : moveBox(from, dx, dy, bounds, step));
  };
  const up = (event: PointerEvent<SVGElement>) => {
    event.stopPropagation();
    drag.current = null;
  };
  const keys = (corner: Corner | null) => (event: KeyboardEvent<SVGElement>) => {
    const by = step * (event.shiftKey ? 10 : 1);
    const d: Record<string, [number, number]> = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] };
    const delta = d[event.key];
    if (!delta || locked) return;
    event.preventDefault();
    const grip = corner ?? (event.altKey && resizable ? "se" : null);
    onChange(grip ? resizeBox(box, grip, ...delta, bounds, step) : moveBox(box, ...delta, bounds, step));
  };

  const place = `x ${box[0]}, y ${box[1]}, ${locale === "ko" ? "너비" : "width"} ${box[2] - box[0]}, ${locale === "ko" ? "높이" : "height"} ${box[3] - box[1]}`;
  const target = Math.max(24 * scale, 12);
  const common = { onPointerMove: move, onPointerUp: up, onPointerCancel: up };
  return (
    <g data-editable={id}>
      <BoxShape item={{ id, box, label, tone, state, description: "" }} scale={scale} bounds={bounds} />
      <rect
        {...common}
        x={box[0]}
        y={box[1]}
        width={box[2] - box[0]}
        height={box[3] - box[1]}
        fill="transparent"
        className={locked ? "" : "cursor-move touch-none"}
        onPointerDown={down(null)}
        onKeyDown={keys(null)}
        tabIndex={locked ? -1 : 0}
        role="application"
        aria-roledescription={locale === "ko" ? "움직이는 상자" : "movable box"}
        aria-label={`${label}: ${place}. ${HOW[locale]}`}
        aria-disabled={locked}
        data-box={id}
      />
      {resizable && !locked
        ? CORNERS.map((corner) => {
            const [x, y] = at(box, corner);
            return (
              <g key={corner}>
                <rect x={x - 5 * scale} y={y - 5 * scale} width={10 * scale} height={10 * scale} rx={2 * scale} fill="var(--sheet)" stroke="var(--ink)" strokeWidth={1.5 * scale} pointerEvents="none" />
                <rect
                  {...common}
                  x={x - target / 2}
                  y={y - target / 2}
                  width={target}
                  height={target}
                  fill="transparent"
                  className={`touch-none ${corner === "nw" || corner === "se" ? "cursor-nwse-resize" : "cursor-nesw-resize"}`}
                  onPointerDown={down(corner)}
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
