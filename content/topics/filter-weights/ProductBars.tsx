import { num } from "@/lib/words";
import { largest } from "./simulationModel";

/** Fill of the three colour channels; deeper channels have none of their own. */
const COLOURS = ["#d1344b", "#2f8f4e", "#2f63d0"] as const;

export interface ProductBarsProps {
  readonly values: readonly number[];
  /** Bars of one group stand together: nine for each colour. */
  readonly coloured: boolean;
  readonly label: string;
}

const [HEIGHT, MIDDLE] = [100, 50] as const;

/** Numbers as bars, up where positive and down where negative. */
export function ProductBars({ values, coloured, label }: ProductBarsProps) {
  const most = largest(values) || 1;
  const width = 300 / values.length;
  return (
    <svg
      viewBox={`0 0 300 ${HEIGHT}`}
      role="img"
      aria-label={`${label}: ${values.map((value) => num(value, 2)).join(", ")}`}
      className="block w-full"
    >
      {values.map((value, i) => {
        const length = (46 * Math.abs(value)) / most;
        return (
          <rect
            key={i}
            x={i * width + width * 0.12}
            y={value > 0 ? MIDDLE - length : MIDDLE}
            width={width * 0.76}
            height={Math.max(length, 0.4)}
            fill={coloured ? COLOURS[Math.floor(i / 9)] : value > 0 ? "var(--color-brand)" : "var(--color-ink-3)"}
          />
        );
      })}
      <line x1={0} x2={300} y1={MIDDLE} y2={MIDDLE} stroke="var(--color-ink-3)" strokeWidth={0.8} />
    </svg>
  );
}
