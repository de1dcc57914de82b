"use client";

import { Check } from "lucide-react";
import type { Locale } from "@/lib/challenges/text";
import { ToneLine } from "./ToneLine";
import { toneColor } from "./tones";
import type { StageBox } from "./types";

export interface BoxChipsProps {
  readonly boxes: readonly StageBox[];
  readonly selected: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly locale: Locale;
  readonly locked?: boolean;
  readonly label: string;
  /** The box that is pointed at in the picture: its chip stands out. */
  readonly pointed?: string | null;
}

/** The same choice as a list: for thumbs, for boxes that lie under others, and for screen readers. */
export function BoxChips({ boxes, selected, onToggle, locked = false, label, pointed = null }: BoxChipsProps) {
  return (
    <ul aria-label={label} className="m-0 flex list-none flex-wrap gap-2 p-0">
      {boxes.map((item) => {
        const on = selected.includes(item.id);
        const color = toneColor(item.tone);
        return (
          <li key={item.id}>
            <button
              type="button"
              role="checkbox"
              aria-checked={on}
              aria-disabled={locked}
              aria-label={item.description}
              data-chip={item.id}
              onClick={() => !locked && onToggle(item.id)}
              data-pointed={item.id === pointed || undefined}
              className={`inline-flex min-h-9 items-center gap-1.5 rounded-full border-2 px-3 font-mono text-sm font-semibold tabular-nums transition-colors duration-150 data-pointed:ring-3 data-pointed:ring-ink data-pointed:ring-offset-2 data-pointed:ring-offset-paper ${on ? "bg-ink text-paper" : "bg-sheet text-ink"}`}
              style={{ borderColor: color }}
            >
              <ToneLine tone={item.tone} dash={item.dash} width={16} color={on ? "currentColor" : color} />
              {item.label}
              <Check aria-hidden="true" className={`size-4 ${on ? "" : "invisible"}`} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
