"use client";

import { useRef } from "react";
import { isTap, pressOf, type Press } from "../press";
import { useStage } from "../StageContext";
import { stagePoint } from "../stagePoint";

export interface TapLayerProps {
  readonly width: number;
  readonly height: number;
  /** Where the picture was tapped, in its own pixels. */
  readonly onTap: (x: number, y: number) => void;
  /** The box whose tag was tapped, instead of the place where it stands. */
  readonly onTag?: (id: string) => void;
  readonly disabled?: boolean;
}

/**
 * Lets a tap anywhere on the picture choose a place. A shortcut for pointers alone: beside it there must be knobs that choose the
 * same by keyboard. Stands last inside a `Stage`.
 */
export function TapLayer({ width, height, onTap, onTag, disabled = false }: TapLayerProps) {
  const { tagUnder } = useStage();
  const press = useRef<Press | null>(null);
  return (
    <rect
      aria-hidden="true"
      width={width}
      height={height}
      fill="transparent"
      className={disabled ? "" : "cursor-crosshair"}
      pointerEvents={disabled ? "none" : undefined}
      onPointerDown={(event) => void (press.current = pressOf(event))}
      onPointerUp={(event) => {
        const tapped = isTap(press.current, event);
        press.current = null;
        const at = stagePoint(event, { width, height });
        if (!at || !tapped) return;
        const tag = onTag ? tagUnder(...at) : null;
        if (onTag && tag !== null) onTag(tag);
        else onTap(...at);
      }}
    />
  );
}
