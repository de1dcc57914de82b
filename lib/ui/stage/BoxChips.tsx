"use client";

import { Check, Ruler, X } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import type { Locale } from "@/lib/challenges/text";
import { ToneLine } from "./ToneLine";
import { roved } from "./roved";
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
  /** What choosing does: it answers, or it only measures, which must not look like an answer. */
  readonly use?: "answer" | "measure";
  /** The verdict on a chip, by its box, and the words for it. */
  readonly verdicts?: ReadonlyMap<string, { readonly right: boolean; readonly words: string }>;
}

const LOOK = {
  idle: "bg-sheet text-ink",
  answer: "bg-ink text-paper",
  measure: "bg-sheet text-ink border-dashed outline-2 outline-dashed outline-offset-1 outline-ink-2",
  right: "bg-good-wash text-ink",
  wrong: "bg-bad-wash text-ink",
} as const;

/**
 * The same choice as a list: for thumbs, for boxes that lie under others, and for screen readers. One Tab stop: the arrow keys, Home and
 * End move along the chips.
 */
export function BoxChips({
  boxes,
  selected,
  onToggle,
  locked = false,
  label,
  pointed = null,
  use = "answer",
  verdicts = new Map(),
}: BoxChipsProps) {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const home = Math.min(at, boxes.length - 1);
  const keys = (event: KeyboardEvent, index: number) => {
    const next = roved(event, index, boxes.length);
    if (next === null) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>("[data-chip]")[next].focus();
  };
  return (
    <ul ref={list} aria-label={label} className="m-0 flex list-none flex-wrap gap-2 p-0">
      {boxes.map((item, index) => {
        const on = selected.includes(item.id);
        const verdict = verdicts.get(item.id);
        const color = verdict ? `var(--${verdict.right ? "good" : "bad"})` : toneColor(item.tone);
        const look = verdict ? (verdict.right ? "right" : "wrong") : on ? use : "idle";
        const Mark = look === "wrong" ? X : look === "measure" ? Ruler : Check;
        return (
          <li key={item.id}>
            <button
              type="button"
              role="checkbox"
              aria-checked={on}
              aria-disabled={locked}
              aria-label={verdict ? `${item.description}, ${verdict.words}` : item.description}
              tabIndex={index === home ? 0 : -1}
              data-chip={item.id}
              data-look={look}
              onClick={() => !locked && onToggle(item.id)}
              onFocus={() => setAt(index)}
              onKeyDown={(event) => keys(event, index)}
              data-pointed={item.id === pointed || undefined}
              className={`finger inline-flex min-h-9 items-center gap-1.5 rounded-full border-2 px-3 font-mono text-sm font-semibold tabular-nums transition-colors duration-150 data-pointed:ring-3 data-pointed:ring-ink data-pointed:ring-offset-2 data-pointed:ring-offset-paper ${LOOK[look]}`}
              style={{ borderColor: color }}
            >
              <ToneLine tone={item.tone} dash={item.dash} width={16} color={look === "answer" ? "currentColor" : toneColor(item.tone)} />
              {item.label}
              {verdict ? <span className="font-sans">{verdict.words}</span> : null}
              <Mark aria-hidden="true" className={`size-4 ${look === "idle" ? "invisible" : ""}`} style={verdict ? { color } : undefined} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
