"use client";

import { useEffect, useRef } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import { ScenePicture } from "@/lib/ui/scene";
import { CellPointer, CellRing, Flight, type CellHands } from "@/lib/ui/simulation";
import { againstRgb, forRgb } from "./signedColour";

/** From a cell to the line that says its sum: the caption's second. */
const TO_LINE = ["min(50%, 9rem)", "calc(100% + 2.25rem)"] as const;
const KEYS: Text = { ko: "화살표 키로 칸을 골라요", en: "arrow keys choose a cell" };

export interface SignedPictureProps {
  /** RGB, SCENE_SIDE × SCENE_SIDE × 3; null while there is none. */
  readonly pixels: Uint8Array | null;
  /** The same scene for the eye; null while there is none. */
  readonly drawing: SceneDrawing | null;
  /** side × side, above 0 for and below 0 against. */
  readonly values: ArrayLike<number> | null;
  readonly side: number;
  /** The size that gets the full colour. */
  readonly most: number;
  /** Whether values are read between the cells' middles instead of cell by cell. */
  readonly smooth?: boolean;
  readonly boxes?: readonly { readonly box: BoxXYXY; readonly name: string }[];
  /** A cell to ring. */
  readonly ringed?: number | null;
  /** Reads the map's cells one by one; a picture to look at without it. */
  readonly hands?: CellHands;
  /** What the ringed cell holds. */
  readonly said?: string;
  /** Its number, which leaves for the line below the picture. Default none does. */
  readonly flies?: string;
  readonly label: string;
  readonly locale: Locale;
}

/** A picture under a signed map of any size: warm for, blue against; places without either let the picture through. */
export function SignedPicture({
  pixels,
  drawing,
  values,
  side,
  most,
  smooth = false,
  boxes = [],
  ringed = null,
  hands,
  said = "",
  flies,
  label,
  locale,
}: SignedPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    context.clearRect(0, 0, SCENE_SIDE, SCENE_SIDE);
    const image = context.createImageData(SCENE_SIDE, SCENE_SIDE);
    for (let i = 0; i < SCENE_SIDE * SCENE_SIDE; i++) {
      const [x, y] = [i % SCENE_SIDE, Math.floor(i / SCENE_SIDE)];
      const value = values && most > 0 ? Math.max(-1, Math.min(1, readAt(values, side, x, y, smooth) / most)) : 0;
      const colour = value < 0 ? againstRgb(-value) : forRgb(value);
      const share = Math.abs(value) < 0.03 ? 0 : 0.85 * Math.sqrt(Math.abs(value));
      image.data.set([...colour, 255 * share], i * 4);
    }
    context.putImageData(image, 0, 0);
  }, [values, side, most, smooth]);

  const layers = (
    <>
      <ScenePicture sharp={drawing} pixels={pixels} side={SCENE_SIDE} label={label} />
      <canvas
        ref={canvas}
        width={SCENE_SIDE}
        height={SCENE_SIDE}
        aria-hidden="true"
        className="absolute inset-0 size-full"
        style={{ imageRendering: smooth ? "auto" : "pixelated" }}
      />
      <svg viewBox={`0 0 ${SCENE_SIDE} ${SCENE_SIDE}`} aria-hidden="true" className="pointer-events-none absolute inset-0 size-full">
        {boxes.map(({ box: [x1, y1, x2, y2], name }) => (
          <g key={`${name} ${x1} ${y1}`}>
            <rect x={x1} y={y1} width={x2 - x1} height={y2 - y1} fill="none" stroke="#fff" strokeWidth={1.6} />
            <rect x={x1} y={y1} width={x2 - x1} height={y2 - y1} fill="none" stroke="#14151a" strokeWidth={0.8} />
            <text
              x={x1 + 1.5}
              y={Math.max(6, y1 - 1.5)}
              fontSize={5.5}
              fontWeight={700}
              fill="#fff"
              stroke="#14151a"
              strokeWidth={1.4}
              paintOrder="stroke"
            >
              {name}
            </text>
          </g>
        ))}
      </svg>
      {ringed === null ? null : <CellRing side={side} cell={ringed} />}
    </>
  );
  return (
    <div className={`relative rounded-[var(--radius)] border border-line bg-paper-3 ${hands ? "" : "overflow-hidden"}`}>
      {hands ? (
        <CellPointer side={side} cell={ringed} {...hands} label={`${label}: ${KEYS[locale]}`} said={said}>
          {layers}
        </CellPointer>
      ) : (
        layers
      )}
      {ringed === null || flies === undefined ? null : <Flight key={ringed} side={side} cell={ringed} text={flies} to={TO_LINE} />}
    </div>
  );
}

/** The value of a side × side map under a pixel: of its cell, or between the middles of the four nearest ones. */
function readAt(values: ArrayLike<number>, side: number, x: number, y: number, smooth: boolean): number {
  const [u, v] = [((x + 0.5) * side) / SCENE_SIDE, ((y + 0.5) * side) / SCENE_SIDE];
  if (!smooth) return values[Math.floor(v) * side + Math.floor(u)];
  const [cu, cv] = [Math.min(Math.max(u - 0.5, 0), side - 1), Math.min(Math.max(v - 0.5, 0), side - 1)];
  const [x0, y0] = [Math.floor(cu), Math.floor(cv)];
  const [x1, y1] = [Math.min(x0 + 1, side - 1), Math.min(y0 + 1, side - 1)];
  const row = (at: number) => values[at * side + x0] * (1 - (cu - x0)) + values[at * side + x1] * (cu - x0);
  return row(y0) * (1 - (cv - y0)) + row(y1) * (cv - y0);
}
