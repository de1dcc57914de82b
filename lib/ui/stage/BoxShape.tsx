"use client";

import * as m from "framer-motion/m";
import { STATE_LOOK, toneColor, toneDash } from "./tones";
import type { StageBox } from "./types";

/** Height of a tag in stage pixels before `scale`. */
const TAG = 15;

/** Rough width of a tag's text at its font size: Hangul and other wide letters take more room than Latin ones. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 11.5 : 7.4), 0);

/** A box as drawn: light under dark so that it reads on any picture, a dash for its tone, a tag with label and score. */
export function BoxShape({ item, scale, bounds }: { readonly item: StageBox; readonly scale: number; readonly bounds: { readonly width: number; readonly height: number } }) {
  const { box, label, tone, state, score } = item;
  const look = STATE_LOOK[state];
  const color = look.color ?? toneColor(tone);
  const [x, y, w, h] = [box[0], box[1], box[2] - box[0], box[3] - box[1]];
  const stroke = look.width * scale;
  const dash = toneDash(tone);
  const text = look.badge ? `${look.badge} ${label}` : label;
  const tagWidth = (8 + widthOf(text)) * scale;
  const tagHeight = TAG * scale;
  // Above the box where there is room, else inside its top edge; never outside the picture.
  const tagY = y >= tagHeight ? y - tagHeight : y;
  const tagX = Math.min(Math.max(0, x), Math.max(0, bounds.width - tagWidth));
  return (
    <m.g initial={false} animate={{ opacity: look.line }} transition={{ duration: 0.18 }} aria-hidden="true" pointerEvents="none">
      <rect x={x} y={y} width={w} height={h} fill={color} fillOpacity={look.fill} />
      <rect x={x} y={y} width={w} height={h} fill="none" stroke="var(--box-halo)" strokeWidth={stroke + 2.5 * scale} strokeOpacity={state === "suppressed" || state === "ghost" ? 0.35 : 0.9} />
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        fill="none"
        stroke={color}
        strokeWidth={stroke}
        strokeDasharray={dash === "none" ? undefined : dash.split(" ").map((d) => Number(d) * 2 * scale).join(" ")}
      />
      {state === "suppressed" ? <path d={`M${x} ${y}l${w} ${h}`} stroke={color} strokeWidth={1.2 * scale} strokeOpacity={0.6} /> : null}
      {label ? (
        <g>
          <rect x={tagX} y={tagY} width={tagWidth} height={tagHeight} rx={3 * scale} fill={color} />
          {score === undefined ? null : <rect x={tagX} y={tagY + tagHeight - 2.5 * scale} width={tagWidth * score} height={2.5 * scale} fill="var(--box-halo)" fillOpacity={0.85} />}
          <text x={tagX + 4 * scale} y={tagY + 11 * scale} fontSize={11.5 * scale} fontWeight={700} fill="var(--box-halo)" fontFamily="var(--font-mono)">
            {text}
          </text>
        </g>
      ) : null}
    </m.g>
  );
}
