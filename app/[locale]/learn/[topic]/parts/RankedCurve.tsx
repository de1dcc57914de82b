import { useTranslations } from "next-intl";
import { precisionEnvelope, precisionRecall } from "@/lib/engine/evaluate";
import { num } from "@/lib/words";

export interface RankedCurveProps {
  /** "TFTTF": the verdict of each detection, best score first. */
  readonly verdicts: string;
  /** How many objects there are to be found. */
  readonly objects: number;
}

/** The plot's field in its own units, with room for the axes' words. */
const FIELD = { left: 46, top: 26, width: 300, height: 170 };
const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

/** A precision–recall curve of a few detections with its envelope, drawn on the server; its numbers stand in the text beside it. */
export function RankedCurve({ verdicts, objects }: RankedCurveProps) {
  const t = useTranslations("lesson");
  const hits = [...verdicts].map((verdict) => verdict === "T");
  const curve = precisionRecall(hits, objects);
  const heights = precisionEnvelope(curve);
  const x = (recall: number) => FIELD.left + recall * FIELD.width;
  const y = (precision: number) => FIELD.top + (1 - precision) * FIELD.height;
  // A number stands above its point where the envelope touches it, else below: never on a line.
  const points = hits.map((hit, i) => ({ hit, top: curve.precision[i] === heights[i], x: x(curve.recall[i]), y: y(curve.precision[i]) }));
  // A height holds from the true positive before to its own; behind the last one nothing was found.
  const found = hits.flatMap((hit, i) =>
    hit ? [{ from: i === 0 ? 0 : curve.recall[i - 1], to: curve.recall[i], height: heights[i] }] : [],
  );
  const reached = found.at(-1)?.to ?? 0;
  const envelope = [
    ...found.flatMap(({ from, to, height }) => [`${x(from)},${y(height)}`, `${x(to)},${y(height)}`]),
    ...[`${x(reached)},${y(0)}`, `${x(1)},${y(0)}`],
  ].join(" ");
  const area = [`${x(0)},${y(0)}`, envelope].join(" ");
  return (
    <figure className="not-prose my-6 rounded-[var(--radius-lg)] border border-line bg-sheet p-4">
      <svg viewBox="0 0 370 232" role="img" aria-label={t("curve.label")} className="mx-auto block w-full max-w-[30rem] text-[12px]">
        {TICKS.map((tick) => (
          <g key={tick} className="fill-ink-2">
            <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} stroke="var(--grid)" />
            <text x={FIELD.left - 6} y={y(tick)} textAnchor="end" dominantBaseline="central">
              {num(tick, 2)}
            </text>
            <text x={x(tick)} y={y(0) + 16} textAnchor="middle">
              {num(tick, 2)}
            </text>
          </g>
        ))}
        <text x={FIELD.left} y={12} className="fill-ink-2">
          {t("curve.precision")}
        </text>
        <text x={x(1)} y={228} textAnchor="end" className="fill-ink-2">
          {t("curve.recall")}
        </text>
        <polygon points={area} fill="var(--box-1)" opacity="0.14" />
        <polyline points={envelope} fill="none" stroke="var(--box-1)" strokeWidth="2.5" strokeDasharray="7 4" />
        <polyline points={points.map((p) => `${p.x},${p.y}`).join(" ")} fill="none" stroke="var(--box-0)" strokeWidth="2" />
        {points.map((p, i) => (
          <g key={i}>
            <circle cx={p.x} cy={p.y} r="4.5" fill={p.hit ? "var(--box-0)" : "var(--sheet)"} stroke="var(--box-0)" strokeWidth="2" />
            <text x={p.x + 8} y={p.y + (p.top ? -8 : 15)} className="fill-ink font-mono font-bold">
              {i + 1}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="mt-2 text-sm text-ink-2">{t("curve.caption")}</figcaption>
    </figure>
  );
}
