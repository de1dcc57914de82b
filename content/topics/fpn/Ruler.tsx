import type { Locale } from "@/lib/challenges/text";
import { log2 } from "@/lib/engine/exact";
import { toneColor } from "@/lib/ui/stage";
import { num } from "@/lib/words";

export interface RulerMark {
  readonly name: string;
  /** √(wh) in pixels. */
  readonly size: number;
  readonly tone: number;
  /** The one that is looked at: with its line down to the level. */
  readonly lit?: boolean;
}

export interface RulerProps {
  readonly k0: number;
  readonly canonical: number;
  readonly lowest: number;
  readonly highest: number;
  readonly marks: readonly RulerMark[];
  readonly locale: Locale;
}

const [WIDTH, TOP, BAND] = [640, 64, 46];

/** Sizes on a ruler on which each level is an octave: twice the size, one level on. Sizes beyond the ends belong to the end levels. */
export function Ruler({ k0, canonical, lowest, highest, marks, locale }: RulerProps) {
  const ko = locale === "ko";
  const [from, to] = [lowest - 1, highest + 2];
  const x = (k: number) => 12 + ((Math.min(to, Math.max(from, k)) - from) / (to - from)) * (WIDTH - 24);
  const real = (size: number) => k0 + log2(size / canonical);
  const bound = (k: number) => canonical * 2 ** (k - k0);
  const levels = Array.from({ length: to - from }, (_, i) => from + i);
  const held = (k: number) => Math.min(highest, Math.max(lowest, k));
  const said = marks.map(({ name, size }) => `${name} ${num(size, 1)} → P${held(Math.floor(real(size) + 1e-6))}`).join(", ");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 150`}
      role="img"
      aria-label={ko ? `크기의 자. ${said}` : `A ruler of sizes. ${said}`}
      className="block h-auto w-full font-mono"
    >
      {levels.map((k) => {
        const inside = k >= lowest && k <= highest;
        return (
          <g key={k}>
            <rect
              x={x(k)}
              y={TOP}
              width={x(k + 1) - x(k)}
              height={BAND}
              fill={inside ? "var(--sheet)" : "var(--paper-2)"}
              stroke="var(--line-strong)"
              strokeDasharray={inside ? undefined : "5 5"}
            />
            <text
              x={(x(k) + x(k + 1)) / 2}
              y={TOP + 31}
              textAnchor="middle"
              fontSize={24}
              fontWeight={700}
              fill={inside ? "var(--ink)" : "var(--ink-3)"}
            >
              {inside ? `P${k}` : k < lowest ? "→" : "←"}
            </text>
            {k > from ? (
              <text x={x(k)} y={TOP + BAND + 26} textAnchor="middle" fontSize={21} fill="var(--ink-2)">
                {num(bound(k), Number.isInteger(bound(k)) ? 0 : 1)}
              </text>
            ) : null}
          </g>
        );
      })}
      {marks.map(({ name, size, tone, lit = false }, i) => {
        const at = x(real(size));
        const y = lit ? 20 : 26 + 16 * (i % 2);
        return (
          <g key={name} opacity={lit || marks.every((mark) => !mark.lit) ? 1 : 0.55}>
            <line x1={at} x2={at} y1={y} y2={TOP + (lit ? BAND : 0)} stroke={toneColor(tone)} strokeWidth={lit ? 4 : 2} />
            <circle cx={at} cy={y} r={lit ? 17 : 13} fill="var(--sheet)" stroke={toneColor(tone)} strokeWidth={3} />
            <text x={at} y={y + 7} textAnchor="middle" fontSize={lit ? 22 : 18} fontWeight={700} fill="var(--ink)">
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
