"use client";

import { stagePoint } from "../stagePoint";

export interface TapLayerProps {
  readonly width: number;
  readonly height: number;
  /** Where the picture was tapped, in its own pixels. */
  readonly onTap: (x: number, y: number) => void;
  readonly disabled?: boolean;
}

/**
 * Lets a tap anywhere on the picture choose a place. A shortcut for pointers alone: beside it there must be knobs that choose the
 * same by keyboard. Stands last inside a `Stage`.
 */
export function TapLayer({ width, height, onTap, disabled = false }: TapLayerProps) {
  return (
    <rect
      aria-hidden="true"
      width={width}
      height={height}
      fill="transparent"
      className={disabled ? "" : "cursor-crosshair"}
      pointerEvents={disabled ? "none" : undefined}
      onPointerUp={(event) => {
        const at = stagePoint(event, { width, height });
        if (at) onTap(...at);
      }}
    />
  );
}
