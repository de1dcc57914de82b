import { useId } from "react";
import { colourMatrix, type Tint } from "@/lib/engine/scenes/emoji/colour";
import type { DrawnSprite, SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import { GroundLayer } from "./GroundLayer";
import { vectorOf } from "./address";

/** Where a drawing stands: mirrored, tilted, moved, in this order; its own middle is (0, 0). */
export function placeOf({ cx, cy, turn: [cos, sin], flip }: DrawnSprite): string {
  const mirror = flip ? -1 : 1;
  return `matrix(${mirror * cos} ${mirror * sin} ${-sin} ${cos} ${cx} ${cy})`;
}

/** The values of SVG's feColorMatrix for a change of colour. */
export function matrixOf(tint: Tint): string {
  const m = colourMatrix(...tint).map((v) => v / 256);
  return [0, 3, 6].map((row) => `${m[row]} ${m[row + 1]} ${m[row + 2]} 0 0`).join(" ") + " 0 0 0 1 0";
}

/**
 * A scene from its vectors: ground, then each drawing where it was laid, all in the scene's own pixels. Drawing k is `data-sprite="k"`.
 * The noise of the network's picture is left out: it belongs to its pixels.
 */
export function SharpLayer({ drawing: { side, ground, sprites } }: { readonly drawing: SceneDrawing }) {
  const id = useId();
  return (
    <svg width={side} height={side} viewBox={`0 0 ${side} ${side}`} data-scene="sharp" aria-hidden="true">
      <GroundLayer ground={ground} side={side} />
      {sprites.map((sprite, k) => (
        <g key={k}>
          {sprite.tint ? (
            <filter id={`${id}-${k}`} colorInterpolationFilters="sRGB">
              <feColorMatrix type="matrix" values={matrixOf(sprite.tint)} />
            </filter>
          ) : null}
          <image
            href={vectorOf(sprite)}
            x={-sprite.width / 2}
            y={-sprite.height / 2}
            width={sprite.width}
            height={sprite.height}
            preserveAspectRatio="none"
            transform={placeOf(sprite)}
            filter={sprite.tint ? `url(#${id}-${k})` : undefined}
            data-sprite={k}
          />
        </g>
      ))}
    </svg>
  );
}
