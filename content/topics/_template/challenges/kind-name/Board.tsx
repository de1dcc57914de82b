"use client";

import type { BoardProps } from "@/lib/challenges/play";
import { Slider } from "@/lib/ui/components";
import type { Answer, View } from "./challenge";

export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  return (
    <div>
      <svg viewBox="0 0 260 40" role="img" aria-label={locale === "ko" ? "상자들" : "Boxes"}>
        {view.boxes.map((x) => (
          <rect key={x} x={x} y={10} width={8} height={20} fill="none" stroke="currentColor" />
        ))}
      </svg>
      <fieldset disabled={locked}>
        <Slider
          label={locale === "ko" ? "개수" : "Count"}
          value={answer.count ?? 0}
          min={0}
          max={20}
          step={1}
          onChange={(count) => onChange({ count })}
          locale={locale}
        />
      </fieldset>
    </div>
  );
}
