"use client";

import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import type { Locale } from "@/lib/challenges/text";
import { stagePoint, useStage } from "@/lib/ui/stage";
import { num } from "@/lib/words";
import { HIGH, LOW, SIDE, type Ends } from "./street";

export const NAMES = ["1", "2"] as const;
/** Half of what a finger is wide, CSS pixels. */
const REACH = 22;

const inside = (value: number): number => Math.min(HIGH, Math.max(LOW, Math.round(value)));
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface LineEndsProps {
  readonly ends: Ends;
  readonly onChange: (ends: Ends) => void;
  readonly locale: Locale;
}

/** The two ends of a line: to drag, or to move by the arrow keys (by ten with Shift). Stands inside a `Stage`. */
export function LineEnds({ ends, onChange, locale }: LineEndsProps) {
  const { scale, announce } = useStage();
  const held = useRef<number | null>(null);
  const ko = locale === "ko";
  const put = (end: number, x: number, y: number) => {
    const next = [...ends] as [number, number, number, number];
    [next[2 * end], next[2 * end + 1]] = [inside(x), inside(y)];
    if (next.every((value, i) => value === ends[i])) return;
    onChange(next);
    announce(`${ko ? "끝" : "End"} ${NAMES[end]}: ${num(next[2 * end])}, ${num(next[2 * end + 1])}`);
  };
  const move = (event: PointerEvent<SVGElement>) => {
    const at = stagePoint(event, { width: SIDE, height: SIDE });
    if (held.current !== null && at) put(held.current, ...at);
  };
  const release = () => void (held.current = null);
  return NAMES.map((name, end) => {
    const [x, y] = [ends[2 * end], ends[2 * end + 1]];
    const keys = (event: KeyboardEvent<SVGElement>) => {
      const step = STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      const by = event.shiftKey ? 10 : 1;
      put(end, x + by * step[0], y + by * step[1]);
    };
    return (
      <g key={name} transform={`translate(${x} ${y})`}>
        <circle r={11 * scale} fill="var(--sheet)" stroke="var(--ink)" strokeWidth={2 * scale} pointerEvents="none" />
        <text
          fontSize={13 * scale}
          fontWeight={700}
          fill="var(--ink)"
          textAnchor="middle"
          dominantBaseline="central"
          pointerEvents="none"
          aria-hidden="true"
        >
          {name}
        </text>
        <circle
          r={REACH * scale}
          fill="transparent"
          className="cursor-move touch-none focus-visible:outline-3 focus-visible:outline-brand"
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            held.current = end;
          }}
          onPointerMove={move}
          onPointerUp={release}
          onPointerCancel={release}
          onKeyDown={keys}
          tabIndex={0}
          role="application"
          aria-roledescription={ko ? "선의 끝" : "end of the line"}
          aria-label={
            ko
              ? `끝 ${name}: x ${num(x)}, y ${num(y)}. 화살표로 옮기고, Shift와 함께면 10칸씩 옮겨요.`
              : `End ${name}: x ${num(x)}, y ${num(y)}. Arrow keys move it, with Shift by ten.`
          }
          data-end={end}
        />
      </g>
    );
  });
}
