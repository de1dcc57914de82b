"use client";

import { toneColor } from "../stage/tones";
import type { Bin } from "./layout";
import { PlotFrame, type PlotProps } from "./PlotFrame";

export interface HistogramProps extends Omit<PlotProps, "x" | "y"> {
  /** The measure that was counted, and the word for its counts. */
  readonly x: PlotProps["x"];
  readonly y: PlotProps["y"];
  /** From `binsOf`. */
  readonly bins: readonly Bin[];
  readonly tone?: number;
  /** Bars to bring out: those beyond a threshold. */
  readonly lit?: (bin: Bin) => boolean;
}

/** How often a measure takes which values: IoUs of all pairs, sizes of all objects. */
export function Histogram({ bins, tone = 0, lit, ...plot }: HistogramProps) {
  const { x, y } = plot;
  const ends: [number, number] = bins.length > 0 ? [bins[0].from, bins[bins.length - 1].to] : [0, 1];
  const range = (bin: Bin) => `${(x.format ?? shortEnd)(bin.from)}–${(x.format ?? shortEnd)(bin.to)}`;
  return (
    <PlotFrame
      {...plot}
      x={{ ...x, domain: x.domain ?? ends }}
      values={{ x: [], y: [0, ...bins.map(({ count }) => count)] }}
      draw={(field) =>
        bins.map((bin) => {
          const [from, to] = [field.x.place(bin.from), field.x.place(bin.to)];
          const high = field.y.place(bin.count);
          if (from === null || to === null || high === null) return null;
          const bright = lit === undefined || lit(bin);
          return (
            <rect
              key={bin.from}
              x={from + 1}
              y={high}
              width={Math.max(1, to - from - 2)}
              height={Math.max(0, field.bottom - high)}
              fill={toneColor(tone)}
              fillOpacity={bright ? 0.85 : 0.3}
              stroke={toneColor(tone)}
            />
          );
        })
      }
      marks={(field) => [
        bins.flatMap((bin) => {
          const [at, high] = [field.x.place((bin.from + bin.to) / 2), field.y.place(bin.count)];
          return at === null || high === null
            ? []
            : [{ x: at, y: high, text: `${x.label} ${range(bin)}: ${y.label} ${(y.format ?? String)(bin.count)}` }];
        }),
      ]}
      table={{ columns: [x.label, y.label], rows: bins.map((bin) => [range(bin), (y.format ?? String)(bin.count)]) }}
    />
  );
}

const shortEnd = (value: number) => String(Number(value.toPrecision(4))).replace("-", "−");
