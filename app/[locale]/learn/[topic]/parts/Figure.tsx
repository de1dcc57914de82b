"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { printed, sampleOf } from "@/lib/challenges/figures";
import { particle, type Pair } from "@/lib/words";
import { useLesson } from "./LessonContext";

/** Distance of the note from its number and from the window's edge, in pixels. */
const GAP = 8;

export interface FigureProps {
  /** An id of the topic's figures.json. */
  readonly id: string;
  /** The number itself (by default), what a method that ignores the question has, or the sample: "장면 300개". */
  readonly show?: "value" | "baseline" | "sample";
  /** The particle behind the number, in Korean. */
  readonly josa?: Pair;
}

/**
 * A measured number in the text. It comes from the topic's figures.json and opens a note that says how it was measured: by tap, click, or
 * Enter on the number; Escape, a tap elsewhere or the number again closes it.
 */
export function Figure({ id, show = "value", josa }: FigureProps) {
  const t = useTranslations("lesson.figure");
  const { topic, figures, locale } = useLesson();
  const note = useId();
  const button = useRef<HTMLButtonElement>(null);
  const figure = figures[id];
  if (!figure) throw new Error(`lesson of "${topic.id}": figures.json has no "${id}"`);
  const blind = figure.baseline ? printed({ ...figure, value: figure.baseline.value }) : null;
  if (show === "baseline" && blind === null) throw new Error(`lesson of "${topic.id}": the figure "${id}" has no baseline`);
  const sample = sampleOf(figure)[locale];
  const text = { value: printed(figure), baseline: blind ?? "", sample }[show];
  const place = (box: HTMLElement) => {
    const at = button.current?.getBoundingClientRect();
    if (!at) return;
    const below = at.bottom + GAP + box.offsetHeight <= window.innerHeight;
    box.style.left = `${Math.max(GAP, Math.min(at.left, window.innerWidth - box.offsetWidth - GAP))}px`;
    box.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - box.offsetHeight)}px`;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={note}
        data-figure={id}
        className="inline cursor-help whitespace-nowrap text-inherit underline decoration-brand decoration-dotted underline-offset-4"
      >
        {text}
        <span className="sr-only"> {t("how")}</span>
      </button>
      {josa ? particle(text, josa) : null}
      <span
        id={note}
        popover="auto"
        role="note"
        onToggle={(event) => {
          if (event.newState === "open") place(event.currentTarget);
        }}
        className="fixed inset-auto m-0 w-80 max-w-[calc(100vw-1rem)] rounded-[var(--radius)] border border-line-strong bg-sheet p-4 text-left text-sm leading-6 font-normal whitespace-normal text-ink shadow-2"
      >
        <span className="block">{figure.conditions[locale]}</span>
        <span className="mt-2 block break-words text-ink-2">
          {t("sample", { sample })} {t("seeds", { seeds: figure.seeds })}
        </span>
        {figure.baseline && blind !== null ? (
          <span className="block text-ink-2">
            {t("baseline", { value: blind, of: figure.baseline.of[locale], josa: particle(blind, "이에요/예요") })}
          </span>
        ) : null}
        <code className="mt-2 block font-mono text-xs break-words text-ink-2">{figure.script}</code>
      </span>
    </>
  );
}
