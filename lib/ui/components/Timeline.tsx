"use client";

import { ChevronLeft, ChevronRight, Pause, Play, RotateCcw } from "lucide-react";
import { useEffect, useState, type KeyboardEvent } from "react";
import { Slider as Radix } from "radix-ui";
import type { Locale, Text } from "@/lib/challenges/text";
import { buttonStyle } from "./buttonStyle";
import { LiveRegion } from "./LiveRegion";
import { useReducedMotion } from "./motion";

export interface TimelineProps {
  /** The step shown, 0 … count − 1. */
  readonly step: number;
  /** How many steps there are to show. */
  readonly count: number;
  readonly onStep: (step: number) => void;
  readonly locale: Locale;
  /** One sentence per step. */
  readonly captions?: readonly string[];
}

const WORDS = {
  name: { ko: "단계", en: "Step" },
  previous: { ko: "이전 단계", en: "Previous step" },
  next: { ko: "다음 단계", en: "Next step" },
  play: { ko: "재생", en: "Play" },
  pause: { ko: "멈춤", en: "Pause" },
  again: { ko: "처음부터", en: "From the start" },
} satisfies Record<string, Text>;

/** Long enough to read a caption. */
const STEP_MS = 1400;

/**
 * A player for the steps of an algorithm: scrub, step, or let it run. Arrow keys step, Home and End jump, space plays.
 * Under reduced motion nothing runs by itself: the play button is not offered, the steps are the same.
 */
export function Timeline({ step, count, onStep, locale, captions }: TimelineProps) {
  const still = useReducedMotion();
  const [wanted, setWanted] = useState(false);
  const last = Math.max(0, count - 1);
  const atEnd = step >= last;
  const playing = wanted && !still && !atEnd;

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => onStep(step + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, step, onStep]);

  const go = (next: number) => {
    setWanted(false);
    onStep(Math.min(last, Math.max(0, next)));
  };
  const togglePlay = () => {
    if (atEnd) onStep(0);
    setWanted(!playing);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === " " && event.target instanceof HTMLElement && event.target.role === "slider" && !still) {
      event.preventDefault();
      togglePlay();
    }
  };

  const caption = captions?.[step] ?? "";
  const place = `${Math.min(step + 1, count)} / ${count}`;
  const square = `${buttonStyle("secondary", "sm")} size-10 px-0`;
  return (
    <div className="flex flex-col gap-2" role="group" aria-label={WORDS.name[locale]} onKeyDown={keys}>
      <div className="flex flex-wrap items-center gap-2">
        <button type="button" className={square} aria-label={WORDS.previous[locale]} disabled={step <= 0} onClick={() => go(step - 1)}>
          <ChevronLeft aria-hidden="true" className="size-5" />
        </button>
        {still ? null : (
          <button
            type="button"
            className={square}
            aria-label={WORDS[playing ? "pause" : atEnd ? "again" : "play"][locale]}
            disabled={count <= 1}
            onClick={togglePlay}
          >
            {playing ? (
              <Pause aria-hidden="true" className="size-5" />
            ) : atEnd && count > 1 ? (
              <RotateCcw aria-hidden="true" className="size-5" />
            ) : (
              <Play aria-hidden="true" className="size-5" />
            )}
          </button>
        )}
        <button type="button" className={square} aria-label={WORDS.next[locale]} disabled={atEnd} onClick={() => go(step + 1)}>
          <ChevronRight aria-hidden="true" className="size-5" />
        </button>
        <Radix.Root
          className="relative flex h-8 min-w-8 grow touch-none select-none items-center"
          value={[step]}
          min={0}
          max={Math.max(1, last)}
          step={1}
          disabled={count <= 1}
          onValueChange={([next]) => go(next)}
        >
          <Radix.Track className="relative h-1.5 grow rounded-full bg-line-strong">
            <Radix.Range className="absolute h-full rounded-full bg-brand" />
          </Radix.Track>
          <Radix.Thumb
            aria-label={WORDS.name[locale]}
            aria-valuetext={caption ? `${place}: ${caption}` : place}
            className="block size-6 rounded-[8px] border-2 border-brand bg-sheet shadow-1"
          />
        </Radix.Root>
        <span className="shrink-0 font-mono text-sm tabular-nums text-ink-2" aria-hidden="true">
          {place}
        </span>
      </div>
      {captions ? <p className="m-0 min-h-[3em] text-pretty text-sm text-ink">{caption}</p> : null}
      <LiveRegion message={playing || captions === undefined ? "" : caption} />
    </div>
  );
}
