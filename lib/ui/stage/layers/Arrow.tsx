"use client";

import { LazyMotion, MotionConfig } from "framer-motion";
import * as m from "framer-motion/m";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { useStage } from "../StageContext";
import { middleOf } from "./grid";

/** No page needs motion for anything else, so it comes with the first arrow. */
const features = () => import("./arrowMotion").then((loaded) => loaded.default);

/** What the arrow says: a box falls, two boxes are merely compared, or two boxes are kept although they overlap. */
export type ArrowTone = "drops" | "spares" | "doubles";
const COLOR: Record<ArrowTone, string> = { drops: "var(--bad)", spares: "var(--ink-2)", doubles: "var(--warn)" };

export interface ArrowProps {
  readonly from: BoxXYXY;
  readonly to: BoxXYXY;
  /** Beside the bow: an IoU, a score. */
  readonly text: string;
  readonly tone: ArrowTone;
  /** Thin and without text: what happened before. */
  readonly quiet?: boolean;
}

/**
 * From one box to another (from the one that suppresses to the one that falls), with a number beside the bow, so that it reads
 * also where the two centres nearly meet. Stands inside a `Stage`, above its boxes.
 */
export function Arrow({ from, to, text, tone, quiet = false }: ArrowProps) {
  const { scale } = useStage();
  const [x1, y1] = middleOf(from);
  const [x2, y2] = middleOf(to);
  const length = Math.hypot(x2 - x1, y2 - y1);
  // Perpendicular, always towards the upper side of the picture.
  const [px, py] = length < 1 ? [0, -1] : [(y2 - y1) / length, (x1 - x2) / length];
  const side = py > 0 ? -1 : 1;
  const bow = 14 * scale + 0.18 * length;
  const [cx, cy] = [(x1 + x2) / 2 + 2 * side * px * bow, (y1 + y2) / 2 + 2 * side * py * bow];
  const color = COLOR[tone];
  const angle = (Math.atan2(y2 - cy, x2 - cx) * 180) / Math.PI;
  const [lx, ly] = [(x1 + x2) / 2 + side * px * (bow + 11 * scale), (y1 + y2) / 2 + side * py * (bow + 11 * scale)];
  const width = (text.length * 7.6 + 10) * scale;
  const path = `M${x1} ${y1}Q${cx} ${cy} ${x2} ${y2}`;
  return (
    <g aria-hidden="true" pointerEvents="none" opacity={quiet ? 0.45 : 1}>
      <path d={path} fill="none" stroke="var(--box-halo)" strokeWidth={6 * scale} strokeOpacity={0.85} />
      <LazyMotion features={features}>
        <MotionConfig reducedMotion="user">
          <m.path
            key={path}
            d={path}
            fill="none"
            initial={{ pathLength: quiet ? 1 : 0 }}
            animate={{ pathLength: 1 }}
            transition={{ duration: 0.22, ease: "easeOut" }}
            stroke={color}
            strokeWidth={2.6 * scale}
          />
        </MotionConfig>
      </LazyMotion>
      {tone === "spares" ? <circle cx={x2} cy={y2} r={4.5 * scale} fill="var(--sheet)" stroke={color} strokeWidth={2 * scale} /> : null}
      {tone === "drops" ? (
        <path
          d={`M0 0L${-11 * scale} ${-6 * scale}V${6 * scale}Z`}
          transform={`translate(${x2} ${y2}) rotate(${angle})`}
          fill={color}
          stroke="var(--box-halo)"
          strokeWidth={scale}
        />
      ) : null}
      <circle cx={x1} cy={y1} r={4.5 * scale} fill={color} stroke="var(--box-halo)" strokeWidth={scale} />
      {quiet ? null : (
        <>
          <rect
            x={lx - width / 2}
            y={ly - 9 * scale}
            width={width}
            height={18 * scale}
            rx={9 * scale}
            fill="var(--sheet)"
            stroke={color}
            strokeWidth={1.5 * scale}
          />
          <text
            x={lx}
            y={ly + 4.2 * scale}
            textAnchor="middle"
            fontSize={12 * scale}
            fontWeight={700}
            fontFamily="var(--font-mono)"
            fill="var(--ink)"
          >
            {text}
          </text>
        </>
      )}
    </g>
  );
}
