"use client";

import { useEffect, useRef } from "react";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { CROP_CONTEXT, CROP_SIDE, warpCrops } from "@/lib/engine/detectors/rcnn/crops";
import { INPUT_SCALE, INPUT_SHIFT } from "@/lib/engine/detectors/backbone";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import { SceneLayer } from "@/lib/ui/scene";

interface CropProps {
  /** RGB of the picture. */
  readonly pixels: Uint8Array;
  readonly box: BoxXYXY;
  /** Pixels of the crop on each side that lie outside the box. */
  readonly context?: number;
}

/** A proposal as the network gets it: warped to 56 × 56 with some context; grey lies beyond the picture. */
export function Crop({ pixels, box, context = CROP_CONTEXT }: CropProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const place = box.join();
  useEffect(() => {
    const surface = canvas.current?.getContext("2d");
    if (!surface) return;
    const crop = warpCrops(pixels, place.split(",").map(Number), context);
    const image = surface.createImageData(CROP_SIDE, CROP_SIDE);
    for (let i = 0; i < CROP_SIDE * CROP_SIDE; i++) {
      for (let c = 0; c < 3; c++) image.data[4 * i + c] = (crop[3 * i + c] - INPUT_SHIFT) / INPUT_SCALE;
      image.data[4 * i + 3] = 255;
    }
    surface.putImageData(image, 0, 0);
  }, [pixels, place, context]);
  return <canvas ref={canvas} width={CROP_SIDE} height={CROP_SIDE} aria-hidden="true" className="block aspect-square w-full" />;
}

export interface LargeCropProps extends Required<CropProps> {
  readonly drawing: SceneDrawing | null;
  readonly label: string;
}

/** The same at the screen's resolution, with the border of the box in it; after "what the network sees" in the network's pixels. */
export function LargeCrop({ pixels, drawing, box: [x1, y1, x2, y2], context, label }: LargeCropProps) {
  const inner = CROP_SIDE - 2 * context;
  const [across, down] = [(x2 - x1) / inner, (y2 - y1) / inner];
  return (
    <svg
      viewBox={`0 0 ${CROP_SIDE} ${CROP_SIDE}`}
      role="img"
      aria-label={label}
      className="block aspect-square w-full rounded-[var(--radius)] bg-[#7f7f7f]"
    >
      <g transform={`translate(${context - x1 / across} ${context - y1 / down}) scale(${1 / across} ${1 / down})`}>
        <SceneLayer drawing={drawing} seen={pixels} side={SCENE_SIDE} />
      </g>
      {(["#14151a", "#ffe14d"] as const).map((colour, i) => (
        <rect
          key={colour}
          x={context}
          y={context}
          width={inner}
          height={inner}
          fill="none"
          stroke={colour}
          strokeWidth={i === 0 ? 0.9 : 0.45}
        />
      ))}
    </svg>
  );
}
