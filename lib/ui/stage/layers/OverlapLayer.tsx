"use client";

import { enclosing, intersection, unionPieces, type BoxXYXY } from "@/lib/engine/boxes";
import { useStage } from "../StageContext";

/** What is lit: nothing but the two areas, ∩, ∪, or the enclosing box C with the part of it that is in neither box. */
export type Lit = "areas" | "shared" | "union" | "hull";

export interface OverlapLayerProps {
  readonly a: BoxXYXY;
  readonly b: BoxXYXY;
  readonly lit: Lit;
}

const rectOf = (box: BoxXYXY) => ({ x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1] });
const outline = (box: BoxXYXY) => `M${box[0]} ${box[1]}H${box[2]}V${box[3]}H${box[0]}Z`;

/** The areas behind IoU and GIoU, drawn in the underlay of a `Stage`: the intersection glows as it does in the mark. */
export function OverlapLayer({ a, b, lit }: OverlapLayerProps) {
  const { scale } = useStage();
  const shared = intersection(a, b);
  const hull = enclosing(a, b);
  const pieces = unionPieces(a, b);
  const showsUnion = lit === "union" || lit === "hull";
  return (
    <g aria-hidden="true" pointerEvents="none">
      {lit === "hull" ? (
        <g>
          <path d={[outline(hull), ...pieces.map(outline)].join("")} fillRule="evenodd" fill="var(--ink-3)" fillOpacity={0.22} />
          <rect
            {...rectOf(hull)}
            fill="none"
            stroke="var(--ink-2)"
            strokeWidth={1.5 * scale}
            strokeDasharray={`${5 * scale} ${4 * scale}`}
          />
          <text
            x={hull[0] + 4 * scale}
            y={hull[3] - 5 * scale}
            fontSize={13 * scale}
            fontWeight={700}
            fill="var(--ink-2)"
            fontFamily="var(--font-mono)"
          >
            C
          </text>
        </g>
      ) : null}
      <rect {...rectOf(a)} fill="var(--box-0)" fillOpacity={showsUnion ? 0 : 0.16} />
      <rect {...rectOf(b)} fill="var(--box-1)" fillOpacity={showsUnion ? 0 : 0.16} />
      <g className="transition-opacity duration-200" opacity={showsUnion ? 0.4 : 0}>
        {pieces.map((piece, i) => (
          <rect key={i} {...rectOf(piece)} fill="var(--box-4)" />
        ))}
      </g>
      {shared ? (
        <rect
          {...rectOf(shared)}
          className="transition-opacity duration-200"
          fill="var(--brand-glow)"
          opacity={lit === "areas" ? 0 : 0.72}
        />
      ) : null}
    </g>
  );
}

/** ∩ alone and quietly, for a picture with many other boxes. Stands in the underlay of a `Stage`. */
export function OverlapGlow({ a, b }: Pick<OverlapLayerProps, "a" | "b">) {
  const { scale } = useStage();
  const shared = intersection(a, b);
  if (!shared) return null;
  return (
    <rect
      {...rectOf(shared)}
      aria-hidden="true"
      pointerEvents="none"
      fill="var(--brand-glow)"
      fillOpacity={0.34}
      stroke="var(--brand-glow)"
      strokeWidth={scale}
    />
  );
}
