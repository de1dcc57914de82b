"use client";

import { useEffect, useRef } from "react";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import { PixelLayer } from "../stage/layers";
import { useSeen } from "./seen";
import { Sharp } from "./Sharp";
import { useVectors } from "./vectors";

export interface SceneLayerProps {
  /** The scene for the eye; null while it is not here, or where there is none. */
  readonly drawing: SceneDrawing | null;
  /** What the network sees: the address of a recorded picture, or RGB pixels, side × side × 3. */
  readonly seen: string | Uint8Array | null;
  readonly side: number;
}

/** A scene under a `Stage`'s boxes (its underlay), sharp or as the network sees it. The stage is `side` × `side`. */
export function SceneLayer({ drawing, seen: picture, side }: SceneLayerProps) {
  const [seen] = useSeen();
  const ready = useVectors(drawing);
  return (
    <>
      {typeof picture === "string" ? <PixelLayer href={picture} side={side} /> : null}
      {picture instanceof Uint8Array ? <LivePixels pixels={picture} side={side} /> : null}
      {drawing && ready && !seen ? <Sharp drawing={drawing} /> : null}
    </>
  );
}

/** Pixels as a picture inside an SVG. */
function LivePixels({ pixels, side }: { readonly pixels: Uint8Array; readonly side: number }) {
  const image = useRef<SVGImageElement>(null);
  useEffect(() => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    const context = canvas.getContext("2d");
    if (!context) return;
    const data = context.createImageData(side, side);
    for (let i = 0; i < side * side; i++) {
      data.data.set(pixels.subarray(i * 3, i * 3 + 3), i * 4);
      data.data[i * 4 + 3] = 255;
    }
    context.putImageData(data, 0, 0);
    image.current?.setAttribute("href", canvas.toDataURL());
  }, [pixels, side]);
  return <image ref={image} width={side} height={side} style={{ imageRendering: "pixelated" }} />;
}
