"use client";

import { useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import { SimulationFrame, Slider } from "@/lib/ui/components";

/** Picture and knobs of the topic. Replace with the real algorithm at work. */
export function Simulation({ locale }: SimulationProps) {
  const [count, setCount] = useState(3);
  return (
    <SimulationFrame
      title={locale === "ko" ? "상자 세기" : "Count the boxes"}
      locale={locale}
      onReset={() => setCount(3)}
      picture={
        <svg viewBox="0 0 260 40" role="img" aria-label={locale === "ko" ? `상자 ${count}개` : `${count} boxes`}>
          {Array.from({ length: count }, (_, i) => (
            <rect key={i} x={6 + i * 20} y={10} width={14} height={20} fill="none" stroke="currentColor" />
          ))}
        </svg>
      }
      knobs={
        <Slider
          label={locale === "ko" ? "상자 수" : "Boxes"}
          symbol="n"
          value={count}
          min={1}
          max={12}
          step={1}
          onChange={setCount}
          locale={locale}
        />
      }
    />
  );
}
