"use client";

import { useRef, useState, type PointerEvent } from "react";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { useStage } from "./StageContext";
import { stagePoint } from "./stagePoint";

interface Props {
  /** Size of the stage. */
  readonly bounds: { readonly width: number; readonly height: number };
  readonly onDrawn: (box: BoxXYXY) => void;
  /** Whether a finger draws as well: else it scrolls the page. A mouse or pen always does. */
  readonly touch: boolean;
}

/** The shortest side, in CSS pixels, of what was drawn and not just pressed. */
const LEAST = 8;

/** Draws a box by dragging over empty ground. Stands inside a `Stage`, below its boxes; what a pointer cannot do, the page offers by keys. */
export function DrawBox({ bounds, onDrawn, touch }: Props) {
  const { scale } = useStage();
  const from = useRef<readonly [number, number] | null>(null);
  const [box, setBox] = useState<BoxXYXY | null>(null);
  const at = (event: PointerEvent<SVGElement>): readonly [number, number] => {
    const [x, y] = stagePoint(event, bounds) ?? [0, 0];
    return [Math.round(Math.min(Math.max(x, 0), bounds.width)), Math.round(Math.min(Math.max(y, 0), bounds.height))];
  };
  const down = (event: PointerEvent<SVGElement>) => {
    if (event.button !== 0 || (event.pointerType === "touch" && !touch)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = at(event);
  };
  const move = (event: PointerEvent<SVGElement>) => {
    if (from.current === null) return;
    const [[x1, y1], [x2, y2]] = [from.current, at(event)];
    setBox([Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]);
  };
  const end = (event: PointerEvent<SVGElement>) => {
    const drawn = event.type === "pointerup" && from.current !== null ? box : null;
    from.current = null;
    setBox(null);
    if (drawn && Math.min(drawn[2] - drawn[0], drawn[3] - drawn[1]) >= LEAST * scale) onDrawn(drawn);
  };
  return (
    <>
      <rect
        width={bounds.width}
        height={bounds.height}
        fill={touch ? "var(--brand-glow)" : "transparent"}
        fillOpacity={0.12}
        className={touch ? "cursor-crosshair touch-none" : "cursor-crosshair"}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        aria-hidden="true"
        data-draw="true"
      />
      {box && (
        <rect
          x={box[0]}
          y={box[1]}
          width={box[2] - box[0]}
          height={box[3] - box[1]}
          fill="var(--brand-glow)"
          fillOpacity={0.2}
          stroke="var(--brand)"
          strokeWidth={2 * scale}
          strokeDasharray={`${6 * scale} ${4 * scale}`}
          pointerEvents="none"
        />
      )}
    </>
  );
}
