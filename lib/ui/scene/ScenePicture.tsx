"use client";

import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import { HeatCover, HeatPicture, type HeatPictureProps } from "../heat";
import { useSeen } from "./seen";
import { Sharp } from "./Sharp";
import { useVectors } from "./vectors";

/** A picture that has no vectors at a higher resolution: a photo. RGB, side × side × 3, of the same square. */
export interface FinePixels {
  readonly pixels: Uint8Array;
  readonly side: number;
}

export interface ScenePictureProps extends Omit<HeatPictureProps, "squares" | "heat" | "opacity" | "label"> {
  readonly label: string;
  /** The same picture for the eye: a scene's `drawing`, or a photo's finer pixels. Without it the network's picture stands. */
  readonly sharp: SceneDrawing | FinePixels | null;
  readonly heat?: Float32Array | null;
  readonly opacity?: number;
}

/**
 * A scene as wide as its place, at the screen's resolution, or, after `SeenSwitch`, in the pixels that the network sees; a heat map
 * lies over either alike. While the vectors are on their way the network's picture is there.
 */
export function ScenePicture({ sharp, pixels, side, heat = null, opacity = 0.75, least, whole, dim, label }: ScenePictureProps) {
  const [seen] = useSeen();
  const drawing = sharp && "sprites" in sharp ? sharp : null;
  const fine = sharp && "pixels" in sharp ? sharp : null;
  const ready = useVectors(drawing);
  const shown = !seen && (fine !== null || ready);
  return (
    <div className="relative aspect-square w-full overflow-hidden rounded-[var(--radius)]" data-picture={shown ? "sharp" : "seen"}>
      <HeatPicture
        pixels={pixels}
        side={side}
        heat={heat}
        opacity={opacity}
        least={least}
        whole={whole}
        dim={dim}
        squares={seen && sharp !== null}
        label={label}
      />
      {shown && drawing ? (
        <svg viewBox={`0 0 ${drawing.side} ${drawing.side}`} aria-hidden="true" className="absolute inset-0 size-full">
          <Sharp drawing={drawing} />
        </svg>
      ) : null}
      {shown && fine ? (
        <div aria-hidden="true" className="absolute inset-0">
          <HeatPicture pixels={fine.pixels} side={fine.side} heat={null} opacity={0} />
        </div>
      ) : null}
      {shown && heat ? <HeatCover side={side} heat={heat} opacity={opacity} least={least} whole={whole} dim={dim} /> : null}
    </div>
  );
}
