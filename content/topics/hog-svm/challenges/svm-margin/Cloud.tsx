"use client";

import type { ReactNode } from "react";
import type { Locale } from "@/lib/challenges/text";
import { Stage, useStage } from "@/lib/ui/stage";
import { letter } from "@/lib/words";
import type { View } from "./challenge";
import { along, SIDE, type Ends, type Gap, type Normal, type Point } from "./street";
import { pointText } from "./words";

export interface CloudProps {
  readonly view: View;
  /** A street from side to side, under the points. */
  readonly street?: Gap | null;
  /** Points with a ring around them. */
  readonly ringed?: readonly number[];
  /** All others fade. */
  readonly fades?: boolean;
  readonly locale: Locale;
  readonly locked?: boolean;
  /** What stands above the points: the line, its handles. */
  readonly children?: ReactNode;
}

/** Two clouds of points: objects are discs, background is diamonds. Where points are to be chosen they carry letters. */
export function Cloud({ view, street = null, ringed = [], fades = false, locale, locked, children }: CloudProps) {
  const ko = locale === "ko";
  return (
    <Stage
      width={SIDE}
      height={SIDE}
      boxes={[]}
      label={ko ? "두 무리의 점" : "Two clouds of points"}
      description={view.points.map((point, i) => `${view.touch ? `${letter(i)}: ` : ""}${pointText(point)[locale]}`).join(", ")}
      locale={locale}
      locked={locked}
    >
      {street && street.to > street.from ? <Street gap={street} /> : null}
      {view.points.map((point, i) => (
        <Mark
          key={i}
          point={point}
          name={view.touch ? letter(i) : null}
          corner={view.touch ? roomiest(point, view.points) : CORNERS[0]}
          ringed={ringed.includes(i)}
          faded={fades && !ringed.includes(i)}
        />
      ))}
      {children}
    </Stage>
  );
}

type Corner = readonly [right: -1 | 1, down: -1 | 1];
const CORNERS: readonly Corner[] = [
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];

/** The corner of a point that its letter has most room at. */
function roomiest(point: Point, points: readonly Point[]): Corner {
  const room = ([right, down]: Corner) => {
    const [x, y] = [point.x + 3.5 * right, point.y + 3 * down];
    return Math.min(...points.flatMap((other) => (other === point ? [] : [(other.x - x) ** 2 + (other.y - y) ** 2])));
  };
  return CORNERS.reduce((best, corner) => (room(corner) > room(best) ? corner : best));
}

function Mark({
  point: { x, y, object },
  name,
  corner: [right, down],
  ringed,
  faded,
}: {
  readonly point: Point;
  readonly name: string | null;
  /** Where its letter stands. */
  readonly corner: Corner;
  readonly ringed: boolean;
  readonly faded: boolean;
}) {
  const { scale } = useStage();
  const r = 5.5 * scale;
  return (
    <g transform={`translate(${x} ${y})`} opacity={faded ? 0.25 : 1} pointerEvents="none">
      {ringed ? <circle r={r + 4.5 * scale} fill="none" stroke="var(--brand)" strokeWidth={2.5 * scale} /> : null}
      {object ? (
        <circle r={r} fill="var(--box-0)" stroke="var(--box-halo)" strokeWidth={scale} />
      ) : (
        <path
          d={`M0 ${-1.3 * r}L${1.3 * r} 0L0 ${1.3 * r}L${-1.3 * r} 0Z`}
          fill="var(--box-1)"
          stroke="var(--box-halo)"
          strokeWidth={scale}
        />
      )}
      {name === null ? null : (
        <text
          x={right * 14 * scale}
          y={down * 12 * scale}
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={12 * scale}
          fontWeight={600}
          fill="var(--ink)"
          stroke="var(--sheet)"
          strokeWidth={3 * scale}
          paintOrder="stroke"
        >
          {name}
        </text>
      )}
    </g>
  );
}

/** Ends far outside the picture, for what reaches from side to side. */
function beyond([a, b]: Normal, at: number): readonly [number, number, number, number] {
  const squared = a * a + b * b;
  const [x, y] = [(a * at) / squared, (b * at) / squared];
  const far = (3 * SIDE) / Math.sqrt(squared);
  return [x - b * far, y + a * far, x + b * far, y - a * far];
}

function Street({ gap: { normal, from, to } }: { readonly gap: Gap }) {
  const { scale } = useStage();
  const [low, high] = [beyond(normal, from), beyond(normal, to)];
  return (
    <g pointerEvents="none">
      <path
        d={`M${low[0]} ${low[1]}L${low[2]} ${low[3]}L${high[2]} ${high[3]}L${high[0]} ${high[1]}Z`}
        fill="var(--good)"
        fillOpacity={0.16}
      />
      {[low, high].map(([x1, y1, x2, y2], i) => (
        <path
          key={i}
          d={`M${x1} ${y1}L${x2} ${y2}`}
          stroke="var(--good)"
          strokeWidth={1.5 * scale}
          strokeDasharray={`${5 * scale} ${4 * scale}`}
        />
      ))}
    </g>
  );
}

/** A line from side to side of the picture. @param faded the learner's own beside a better one */
export function Border({
  normal,
  at,
  tone,
  dashed = false,
}: {
  readonly normal: Normal;
  readonly at: number;
  readonly tone: "mine" | "best";
  readonly dashed?: boolean;
}) {
  const { scale } = useStage();
  const [x1, y1, x2, y2] = beyond(normal, at);
  return (
    <path
      d={`M${x1} ${y1}L${x2} ${y2}`}
      stroke={tone === "mine" ? "var(--ink)" : "var(--good)"}
      strokeWidth={2.5 * scale}
      strokeDasharray={dashed ? `${7 * scale} ${5 * scale}` : undefined}
      pointerEvents="none"
      data-border={tone}
    />
  );
}

/** Where along its own normal a line through these ends lies. */
export const placeOf = (normal: Normal, ends: Ends): number => along(normal, { x: ends[0], y: ends[1] });
