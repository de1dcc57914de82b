"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { toneColor } from "@/lib/ui/stage";
import { num, percent } from "@/lib/words";
import { sharesOf, totalOf, WHO, type Bill, type Sums, type Who } from "./simulationModel";

const NAMES: Readonly<Record<Who, Text>> = {
  easy: { ko: "쉬운 배경 (p < 0.1)", en: "easy background (p < 0.1)" },
  hard: { ko: "어려운 배경", en: "hard background" },
  object: { ko: "물체", en: "objects" },
};
const HATCH = "repeating-linear-gradient(135deg, transparent 0 5px, color-mix(in srgb, var(--sheet) 45%, transparent) 5px 7px)";
const FILL: Readonly<Record<Who, React.CSSProperties>> = {
  easy: { backgroundColor: `color-mix(in srgb, ${toneColor(0)} 40%, var(--sheet))` },
  hard: { backgroundColor: `color-mix(in srgb, ${toneColor(5)} 90%, var(--sheet))` },
  object: { backgroundColor: `color-mix(in srgb, ${toneColor(1)} 90%, var(--sheet))`, backgroundImage: HATCH },
};
const WORDS = {
  title: { ko: "이 그림의 손실은 누가 내나요?", en: "Who pays this picture's loss?" },
  count: { ko: "짝의 수", en: "Pairs" },
  entropy: { ko: "교차 엔트로피", en: "Cross-entropy" },
} satisfies Record<string, Text>;

/** Three figures that count: 1,005 · 0.0754 */
const fine = (value: number) => (value === 0 ? "0" : num(value, Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(value))))));

export interface PayBarsProps {
  readonly entropy: Bill;
  readonly focal: Bill;
  readonly gamma: number;
  readonly alpha: boolean;
  readonly locale: Locale;
}

/** How many pairs there are of each kind, and what share of the loss they pay: by cross-entropy, and by the focal loss of the knobs. */
export function PayBars({ entropy, focal, gamma, alpha, locale }: PayBarsProps) {
  const rows: readonly { readonly id: string; readonly name: string; readonly sums: Sums }[] = [
    { id: "count", name: WORDS.count[locale], sums: entropy.count },
    { id: "entropy", name: WORDS.entropy[locale], sums: entropy.paid },
    { id: "focal", name: `focal loss, γ ${num(gamma, 1)}${alpha ? ", α 0.25" : ""}`, sums: focal.paid },
  ];
  return (
    <div className="flex flex-col gap-2" data-testid="pay">
      <p className="m-0 text-sm font-semibold text-ink">{WORDS.title[locale]}</p>
      <ul className="m-0 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-sm text-ink">
        {WHO.map((who) => (
          <li key={who} className="!m-0 inline-flex items-center gap-1.5">
            <span aria-hidden="true" className="size-4 rounded-[4px] border border-line-strong" style={FILL[who]} />
            {NAMES[who][locale]}
          </li>
        ))}
      </ul>
      {rows.map(({ id, name, sums }) => {
        const shares = sharesOf(sums);
        return (
          <div key={id} data-row={id} className="flex flex-col gap-0.5">
            <p className="m-0 flex flex-wrap items-baseline justify-between gap-x-3 text-sm text-ink">
              <span>
                {name} <span className="font-mono text-xs tabular-nums text-ink-2">{fine(totalOf(sums))}</span>
              </span>
              <span className="ml-auto font-mono text-xs tabular-nums text-ink-2">
                {WHO.map((who) => percent(shares[who], 1)).join(" · ")}
                <span className="sr-only"> ({WHO.map((who) => NAMES[who][locale]).join(", ")})</span>
              </span>
            </p>
            <div aria-hidden="true" className="flex h-6 w-full overflow-hidden rounded-[8px] border border-line-strong">
              {WHO.map((who) => (
                <span
                  key={who}
                  className="block h-full transition-[width] duration-200 motion-reduce:transition-none"
                  style={{ width: `${100 * shares[who]}%`, ...FILL[who] }}
                />
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
