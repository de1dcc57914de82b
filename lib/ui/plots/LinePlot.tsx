"use client";

import { curveLinear, curveStepAfter, line } from "d3-shape";
import { dashArray, toneColor } from "../stage/tones";
import { ToneLine } from "../stage/ToneLine";
import { Legend } from "./Legend";
import { PlotFrame, type PlotProps } from "./PlotFrame";

export interface LineSeries {
  readonly id: string;
  readonly label: string;
  /** 0–7: hue and dash. */
  readonly tone: number;
  /** In the order they are joined. A y that is no finite number is a gap. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface LinePlotProps extends PlotProps {
  readonly series: readonly LineSeries[];
  /** Where a line has come to: a dot, seen also where there is no line yet. Default none. */
  readonly reached?: { readonly x: number; readonly y: number; readonly tone: number };
  /** true: each value holds until the next one. */
  readonly steps?: boolean;
}

/** One or more lines over a common axis: a loss over epochs, precision over recall. */
export function LinePlot({ series, reached, steps = false, ...plot }: LinePlotProps) {
  const { x, y } = plot;
  const alone = series.length === 1;
  return (
    <PlotFrame
      {...plot}
      values={{
        x: series.flatMap(({ points }) => points.map((point) => point.x)),
        y: series.flatMap(({ points }) => points.map((point) => point.y)),
      }}
      legend={<Legend entries={series.map(({ id, label, tone }) => ({ id, label, sample: <ToneLine tone={tone} width={26} /> }))} />}
      draw={(field) => [
        ...series.map(({ id, tone, points }) => {
          const places = points.map((point) => ({ x: field.x.place(point.x), y: field.y.place(point.y) }));
          const path = line<(typeof places)[number]>()
            .defined((place) => place.x !== null && place.y !== null)
            .x((place) => place.x ?? 0)
            .y((place) => place.y ?? 0)
            .curve(steps ? curveStepAfter : curveLinear);
          return (
            <path
              key={id}
              d={path(places) ?? undefined}
              fill="none"
              stroke={toneColor(tone)}
              strokeWidth={2.5}
              strokeLinejoin="round"
              strokeDasharray={dashArray(tone, 2)}
            />
          );
        }),
        reached && <Reached key="reached" x={field.x.place(reached.x)} y={field.y.place(reached.y)} tone={reached.tone} />,
      ]}
      marks={(field) =>
        series.map(({ label, points }) =>
          points.flatMap((point) => {
            const [px, py] = [field.x.place(point.x), field.y.place(point.y)];
            if (px === null || py === null) return [];
            const values = `${x.label} ${field.x.format(point.x)}, ${y.label} ${field.y.format(point.y)}`;
            return [{ x: px, y: py, text: alone ? values : `${label}: ${values}` }];
          }),
        )
      }
      table={tableOf(series, plot)}
    />
  );
}

/** A dot that is seen on its own line as well. */
function Reached({ x, y, tone }: { readonly x: number | null; readonly y: number | null; readonly tone: number }) {
  return x === null || y === null ? null : (
    <circle cx={x} cy={y} r={5} fill={toneColor(tone)} stroke="var(--box-halo)" strokeWidth={2} data-reached />
  );
}

/** One row for each x; a column for each series. */
function tableOf(series: readonly LineSeries[], { x, y }: PlotProps) {
  const format = { x: x.format ?? String, y: y.format ?? ((value: number) => String(Number(value.toPrecision(4)))) };
  const all = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))].sort((a, b) => a - b);
  const byX = series.map(({ points }) => new Map(points.map((point) => [point.x, point.y])));
  return {
    columns: [x.label, ...(series.length === 1 ? [y.label] : series.map(({ label }) => label))],
    rows: all.map((at) => [
      format.x(at),
      ...byX.map((values) => {
        const value = values.get(at);
        return value === undefined || !Number.isFinite(value) ? "–" : format.y(value);
      }),
    ]),
  };
}
