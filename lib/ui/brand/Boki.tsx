"use client";

import * as m from "framer-motion/m";
import type { TargetAndTransition } from "framer-motion";
import { classNames } from "@/lib/ui/components/classNames";
import { TAGS, type Mood } from "./bokiMoods";

/** How the whole box moves when a mood begins. Each ends after a moment; nothing moves for ever. */
const BODY: Record<Mood, TargetAndTransition> = {
  curious: { rotate: [0, -4, 3, 0], transition: { duration: 1.2, ease: "easeOut" } },
  thinking: { y: [0, -2, 0, -2, 0], transition: { duration: 2.4, ease: "easeInOut" } },
  delighted: { y: [0, -9, 0, -5, 0], scaleY: [1, 1.06, 0.95, 1.02, 1], transition: { duration: 0.8, ease: "easeOut" } },
  puzzled: { rotate: [0, 7, 5, 6], transition: { duration: 0.5, ease: "easeOut" } },
  asleep: { scaleY: [1, 0.96, 1, 0.96, 1], transition: { duration: 4.4, ease: "easeInOut" } },
};

/** The hands: the box's own corner handles. */
const HANDS: Record<Mood, readonly [number, number][]> = {
  curious: [
    [16, 26],
    [84, 26],
    [16, 86],
    [84, 86],
  ],
  thinking: [
    [16, 26],
    [84, 26],
    [16, 86],
    [70, 74],
  ],
  delighted: [
    [6, 36],
    [92, 22],
    [16, 86],
    [84, 86],
  ],
  puzzled: [
    [16, 26],
    [84, 26],
    [16, 86],
    [88, 70],
  ],
  asleep: [
    [16, 30],
    [84, 30],
    [16, 86],
    [84, 86],
  ],
};

function Eyes({ mood }: { readonly mood: Mood }) {
  const line = { fill: "none", stroke: "var(--ink)", strokeWidth: 4, strokeLinecap: "round" as const };
  if (mood === "asleep") return <path {...line} d="M32 58q6 5 12 0M56 58q6 5 12 0" />;
  if (mood === "delighted") {
    return (
      <>
        <path {...line} d="M31 57q7-10 14 0M55 57q7-10 14 0" />
        <path {...line} strokeWidth={3.4} d="M43 68q7 7 14 0" />
      </>
    );
  }
  const look = mood === "thinking" ? [2, -4] : mood === "curious" ? [3, 1] : [0, 1];
  const small = mood === "puzzled" ? 5 : 8;
  return (
    <>
      <ellipse cx="38" cy="54" rx="8" ry="9.5" fill="var(--ink)" />
      <ellipse cx="62" cy="54" rx={small} ry={small + 1.5} fill="var(--ink)" />
      <circle cx={38 + look[0]} cy={51 + look[1]} r="2.8" fill="var(--sheet)" />
      <circle cx={62 + look[0]} cy={51 + look[1]} r={mood === "puzzled" ? 1.8 : 2.8} fill="var(--sheet)" />
      {mood === "puzzled" ? <path {...line} strokeWidth={3.2} d="M54 41q8-4 14 1M44 70q5-4 10 0" /> : null}
      {mood === "thinking" ? <path {...line} strokeWidth={3.2} d="M45 70h9" /> : null}
      {mood === "curious" ? <path {...line} strokeWidth={3.2} d="M46 69q4 3 8 0" /> : null}
    </>
  );
}

export interface BokiProps {
  readonly mood: Mood;
  readonly className?: string;
  /** Given where the mood says something the words beside it do not; otherwise Boki is decoration. */
  readonly label?: string;
}

/** 복이: a bounding box with two eyes, corner handles for hands, and a score tag that knows how it feels. */
export function Boki({ mood, className, label }: BokiProps) {
  const tag = TAGS[mood];
  const width = 12 + tag.length * 8.4;
  return (
    <svg
      viewBox="0 0 100 100"
      className={classNames("boki overflow-visible", className)}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <m.g key={mood} initial={false} animate={BODY[mood]} style={{ originX: "50%", originY: "86%" }}>
        <rect x="16" y="26" width="68" height="60" rx="13" fill="var(--sheet)" stroke="var(--box-halo)" strokeWidth="9" />
        <rect x="16" y="26" width="68" height="60" rx="13" fill="var(--brand-wash)" stroke="var(--brand)" strokeWidth="4.5" />
        <rect x="14" y="8" width={width} height="18" rx="5" fill="var(--brand)" />
        <text
          x={14 + width / 2}
          y="21.2"
          textAnchor="middle"
          fontSize="13"
          fontWeight="700"
          fill="var(--brand-ink)"
          style={{ fontFamily: "var(--font-mono)" }}
        >
          {tag}
        </text>
        <Eyes mood={mood} />
        {HANDS[mood].slice(mood === "delighted" ? 0 : 1).map(([x, y]) => (
          <rect
            key={`${x}/${y}`}
            x={x - 5}
            y={y - 5}
            width="10"
            height="10"
            rx="3"
            fill="var(--sheet)"
            stroke="var(--brand)"
            strokeWidth="3"
          />
        ))}
      </m.g>
    </svg>
  );
}
