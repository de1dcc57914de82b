import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { heatColour } from "@/lib/ui/heat";
import { SIDE, STRIDE } from "./mapped";
import { binsOf, roundedOf, samplesOf, type Pooled } from "./pooling";

/** Dark and light, so that a line is seen on every colour of the map. */
const [DARK, LIGHT, LIT] = ["#14151a", "#fffdf9", "#ffe14d"];

export interface MapViewProps {
  /** [SIDE, SIDE] of one channel. */
  readonly values: Float64Array;
  readonly roi: BoxXYXY;
  readonly bins: number;
  readonly pooled: Pooled;
  /** Max pooling with its rounded RoI and winners, or RoIAlign with its samples. Null: the true RoI alone. */
  readonly way: "max" | "align" | null;
  /** The bin that stands out. */
  readonly bin: number | null;
  readonly label: string;
}

/** One channel of the map with the true RoI (dashed), the rounded one (solid) with its bins, and what is read in them. */
export function MapView({ values, roi, bins, pooled, way, bin, label }: MapViewProps) {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const [x1, y1, x2, y2] = roi.map((v) => v / STRIDE);
  const { x, y } = roundedOf(roi);
  const { xs, ys } = binsOf(roi, bins);
  const boxOf = (at: number) => {
    const [across, down] = [xs[at % bins], ys[Math.floor(at / bins)]];
    return { x: across[0], y: down[0], width: across[1] - across[0], height: down[1] - down[0] };
  };
  const samples = way === "align" ? samplesOf(roi, bins) : [];
  const lines = (at: { x: number; y: number; width: number; height: number }, colour: string, width: number) => (
    <>
      <rect {...at} fill="none" stroke={DARK} strokeWidth={2 * width} />
      <rect {...at} fill="none" stroke={colour} strokeWidth={width} />
    </>
  );
  return (
    <svg viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={label} className="block w-full rounded-[var(--radius)]">
      <g shapeRendering="crispEdges">
        {Array.from(values, (value, cell) => (
          <rect
            key={cell}
            x={cell % SIDE}
            y={Math.floor(cell / SIDE)}
            width={1.02}
            height={1.02}
            fill={`rgb(${heatColour(most > 0 ? value / most : 0)
              .map(Math.round)
              .join(" ")})`}
          />
        ))}
      </g>
      {way === "max" ? (
        <>
          {Array.from({ length: bins * bins }, (_, at) => (
            <rect key={at} {...boxOf(at)} fill="none" stroke={LIGHT} strokeWidth={0.07} strokeOpacity={0.9} />
          ))}
          {lines({ x: x[0], y: y[0], width: x[1] - x[0] + 1, height: y[1] - y[0] + 1 }, LIT, 0.16)}
          {bin === null ? null : (
            <>
              <rect {...boxOf(bin)} fill={LIGHT} fillOpacity={0.22} />
              {lines(boxOf(bin), LIGHT, 0.16)}
            </>
          )}
          {pooled.winners.map((cell, at) =>
            cell < 0 ? null : (
              <circle
                key={at}
                cx={(cell % SIDE) + 0.5}
                cy={Math.floor(cell / SIDE) + 0.5}
                r={at === bin ? 0.34 : 0.24}
                fill={at === bin ? LIT : LIGHT}
                stroke={DARK}
                strokeWidth={0.1}
              />
            ),
          )}
        </>
      ) : null}
      {samples.map((points, at) =>
        points.map(([sx, sy], i) => (
          <circle
            key={`${at}-${i}`}
            cx={sx}
            cy={sy}
            r={at === bin ? 0.2 : 0.12}
            fill={at === bin ? LIT : LIGHT}
            stroke={DARK}
            strokeWidth={0.07}
          />
        )),
      )}
      <g fill="none" strokeDasharray="0.42 0.3">
        <rect x={x1} y={y1} width={x2 - x1} height={y2 - y1} stroke={DARK} strokeWidth={0.3} strokeDasharray="none" strokeOpacity={0.55} />
        <rect x={x1} y={y1} width={x2 - x1} height={y2 - y1} stroke={LIGHT} strokeWidth={0.16} />
      </g>
    </svg>
  );
}
