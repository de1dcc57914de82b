"use client";

import type { BoardProps } from "@/lib/challenges/play";
import type { Locale } from "@/lib/challenges";
import { Slider } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import type { Answer, View } from "./challenge";

/** The boxes in a row; those counted so far stand out, the last one with their number. */
export function Picture({ view, counted = 0, locale }: { readonly view: View; readonly counted?: number; readonly locale: Locale }) {
  const boxes = view.boxes.map((x, i): StageBox => ({
    id: `box-${i}`,
    box: [x, 16, x + 9, 36],
    label: i === counted - 1 ? String(counted) : "",
    tone: 0,
    state: i < counted ? "kept" : "idle",
    description: "",
  }));
  const label = locale === "ko" ? "상자들" : "Boxes";
  return <Stage width={260} height={40} boxes={boxes} label={label} description="" locale={locale} locked />;
}

export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  return (
    <div className="flex flex-col gap-3">
      <Picture view={view} locale={locale} />
      <Slider
        label={locale === "ko" ? "개수" : "Count"}
        value={answer.count ?? 0}
        min={0}
        max={20}
        step={1}
        onChange={(count) => onChange({ count })}
        locale={locale}
        disabled={locked}
      />
    </div>
  );
}
