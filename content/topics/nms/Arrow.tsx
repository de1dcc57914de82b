"use client";

import * as m from "framer-motion/m";
import type { BoxXYXY } from "@/lib/engine/boxes";

const centre = (box: BoxXYXY): [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];

/** From the box that suppresses to the box that falls, with their IoU. Stands inside a Stage. */
export function Arrow({ from, to, text, strong }: { readonly from: BoxXYXY; readonly to: BoxXYXY; readonly text: string; readonly strong: boolean }) {
  const [x1, y1] = centre(from);
  const [x2, y2] = centre(to);
  const color = strong ? "var(--bad)" : "var(--ink-3)";
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const width = text.length * 7.5 + 8;
  return (
    <g aria-hidden="true" pointerEvents="none">
      <m.line key={text} x1={x1} y1={y1} initial={{ x2: x1, y2: y1 }} animate={{ x2, y2 }} transition={{ duration: 0.22, ease: "easeOut" }} stroke={color} strokeWidth={3} strokeDasharray={strong ? undefined : "4 4"} />
      <circle cx={x1} cy={y1} r={5} fill={color} />
      <circle cx={x2} cy={y2} r={strong ? 6 : 4} fill={strong ? color : "var(--sheet)"} stroke={color} strokeWidth={2} />
      <rect x={mx - width / 2} y={my - 9} width={width} height={18} rx={9} fill="var(--sheet)" stroke={color} />
      <text x={mx} y={my + 4} textAnchor="middle" fontSize={12} fontWeight={700} fontFamily="var(--font-mono)" fill="var(--ink)">
        {text}
      </text>
    </g>
  );
}
