"use client";

import type { ReactNode } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { Stage, useStage } from "@/lib/ui/stage";
import { strayed, type Placement, type View } from "./instance";

const WORDS = {
  stage: { ko: "상자와 어긋난 모서리", en: "The box and its strayed corners" },
} satisfies Record<string, Text>;

/** How much room is left around a box, in cells: as far as an outward corner may be wanted. */
const roomOf = ({ width, height }: View) => Math.round(0.18 * Math.max(width, height)) + 2;

/** The box, and the same box with both corners strayed by r in each of some ways. */
function Corners({ view, r, shown }: { readonly view: View; readonly r: number; readonly shown: readonly Placement[] }) {
  const { scale: px } = useStage();
  const room = roomOf(view);
  const path = (box: readonly number[]) => {
    const [x1, y1, x2, y2] = box.map((value) => value + room);
    return `M${x1} ${y1}H${x2}V${y2}H${x1}Z`;
  };
  return (
    <g aria-hidden="true" pointerEvents="none">
      <path d={path([0, 0, view.width, view.height])} fill="var(--brand)" fillOpacity={0.1} stroke="var(--brand)" strokeWidth={3 * px} />
      {[
        [0, 0],
        [view.width, view.height],
      ].map(([x, y]) => (
        <circle
          key={x + y}
          cx={x + room}
          cy={y + room}
          r={Math.max(r, 0.2)}
          fill="var(--warn)"
          fillOpacity={0.22}
          stroke="var(--warn)"
          strokeWidth={2 * px}
        />
      ))}
      {shown.map((placement, i) => (
        <path
          key={placement}
          d={path(strayed(view, r, placement))}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.8 * px}
          strokeDasharray={i === 0 ? `${5 * px} ${3 * px}` : i === 1 ? `${2 * px} ${2 * px}` : `${9 * px} ${3 * px}`}
        />
      ))}
    </g>
  );
}

export interface StrayedBoxProps {
  readonly view: View;
  /** In cells. */
  readonly r: number;
  readonly shown: readonly Placement[];
  readonly said: string;
  readonly locale: Locale;
  readonly children?: (room: number) => ReactNode;
}

/** The picture of a box under rings of radius r at two of its corners. */
export function StrayedBox({ view, r, shown, said, locale, children }: StrayedBoxProps) {
  const room = roomOf(view);
  return (
    <Stage
      width={view.width + 2 * room}
      height={view.height + 2 * room}
      boxes={[]}
      label={WORDS.stage[locale]}
      description={said}
      locale={locale}
      locked
      underlay={<Corners view={view} r={r} shown={shown} />}
    >
      {children?.(room)}
    </Stage>
  );
}
