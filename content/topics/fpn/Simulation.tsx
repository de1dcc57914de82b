"use client";

import type { SimulationProps } from "@/lib/challenges/play";
import { inRange, KnobPanel, knobsFor, SimulationFrame, useKnobs } from "@/lib/ui/simulation";

/** Everything that the address carries; docs/blocks.md has the guess, the depths, sums and plots. */
const DEFAULTS = { count: 3 };
const KNOBS = knobsFor(DEFAULTS, [
  { kind: "slider", name: "count", label: { ko: "상자 수", en: "Boxes" }, symbol: "n", min: 1, max: 12, step: 1 },
]);

/** Picture and knobs of the topic. Replace with the real algorithm at work. */
export function Simulation({ locale }: SimulationProps) {
  const { knobs: given, put, reset, shareUrl } = useKnobs("fpn", DEFAULTS);
  const knobs = inRange(KNOBS, given);
  const count = Math.round(knobs.count);
  return (
    <SimulationFrame
      title={locale === "ko" ? "상자 세기" : "Count the boxes"}
      locale={locale}
      onReset={reset}
      shareUrl={shareUrl}
      picture={
        <svg viewBox="0 0 260 40" role="img" aria-label={locale === "ko" ? `상자 ${count}개` : `${count} boxes`}>
          {Array.from({ length: count }, (_, i) => (
            <rect key={i} x={6 + i * 20} y={10} width={14} height={20} fill="none" stroke="currentColor" />
          ))}
        </svg>
      }
      knobs={<KnobPanel list={KNOBS} knobs={knobs} put={put} locale={locale} />}
    />
  );
}
