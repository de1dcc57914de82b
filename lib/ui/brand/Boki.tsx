"use client";

import { useState } from "react";
import { classNames } from "@/lib/ui/components/classNames";
import { TAGS, type Mood } from "./bokiMoods";

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

/** Whether the mood is another than the first one: nothing moves before something happened. */
function useMoved(mood: Mood): boolean {
  const [last, setLast] = useState(mood);
  const [moved, setMoved] = useState(false);
  if (last !== mood) {
    setLast(mood);
    setMoved(true);
  }
  return moved;
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
  const moved = useMoved(mood);
  return (
    <svg
      viewBox="0 0 100 100"
      className={classNames("boki overflow-visible", className)}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {/* How the whole box moves when a mood begins stands in globals.css. */}
      <g key={mood} data-mood={mood} data-moved={moved} className="boki-body">
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
      </g>
    </svg>
  );
}
