"use client";

import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from "d3-shape";
import { toneColor } from "../stage/tones";
import { Legend } from "./Legend";
import { PlotFrame, type PlotProps } from "./PlotFrame";

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Its name in the reading and in the table. */
  readonly label: string;
}

export interface ScatterGroup {
  readonly id: string;
  readonly label: string;
  /** 0–7: hue and sign. */
  readonly tone: number;
  readonly points: readonly ScatterPoint[];
}

export interface ScatterPlotProps extends PlotProps {
  readonly groups: readonly ScatterGroup[];
  /** Area of a sign in square CSS pixels. Default 50. */
  readonly size?: number;
}

/** A sign per tone, so that groups are told apart without colour. */
const SIGNS = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye, symbolCircle] as const;

const signOf = (tone: number, size: number) => symbol(SIGNS[((tone % 8) + 8) % 8], size)() ?? undefined;

/** Points in two measures, in groups: size against score, time against mAP. */
export function ScatterPlot({ groups, size = 50, ...plot }: ScatterPlotProps) {
  const { x, y } = plot;
  const all = groups.flatMap(({ points }) => points);
  const many = groups.length > 1;
  return (
    <PlotFrame
      {...plot}
      values={{ x: all.map((point) => point.x), y: all.map((point) => point.y) }}
      legend={
        <Legend
          entries={groups.map(({ id, label, tone }) => ({
            id,
            label,
            sample: (
              <svg aria-hidden="true" width={14} height={14} viewBox="-7 -7 14 14">
                <path d={signOf(tone, 60)} fill={toneColor(tone)} />
              </svg>
            ),
          }))}
        />
      }
      draw={(field) =>
        groups.map(({ id, tone, points }) => (
          <g key={id} fill={toneColor(tone)} stroke="var(--sheet)" strokeWidth={1}>
            {points.map((point, i) => {
              const [px, py] = [field.x.place(point.x), field.y.place(point.y)];
              return px === null || py === null ? null : <path key={i} d={signOf(tone, size)} transform={`translate(${px} ${py})`} />;
            })}
          </g>
        ))
      }
      marks={(field) =>
        groups.map((group) =>
          group.points
            .flatMap((point) => {
              const [px, py] = [field.x.place(point.x), field.y.place(point.y)];
              if (px === null || py === null) return [];
              const name = many ? `${point.label} (${group.label})` : point.label;
              return [{ x: px, y: py, text: `${name}: ${x.label} ${field.x.format(point.x)}, ${y.label} ${field.y.format(point.y)}` }];
            })
            .sort((a, b) => a.x - b.x),
        )
      }
      table={{
        columns: [plot.locale === "ko" ? "이름" : "Name", ...(many ? [plot.locale === "ko" ? "무리" : "Group"] : []), x.label, y.label],
        rows: groups.flatMap((group) =>
          group.points.map((point) => [
            point.label,
            ...(many ? [group.label] : []),
            (x.format ?? String)(point.x),
            (y.format ?? String)(point.y),
          ]),
        ),
      }}
    />
  );
}
