"use client";

import { useState, type ReactNode } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { Button } from "../components/Button";
import { Timeline } from "../components/Timeline";
import { unbroken } from "@/lib/words";

/** A place where the learner's answer left the engine's way. */
export interface Misstep {
  readonly id: string;
  /** The step that settles it. */
  readonly at: number;
  /** On the button: "✗ A". */
  readonly label: string;
  /** For a screen reader, after the label: "chosen, but falls". */
  readonly spoken: string;
}

export interface ReplayFrameProps {
  /** One sentence a step: as many steps as there are captions. */
  readonly captions: readonly string[];
  readonly locale: Locale;
  /** In the order of their steps; it opens at the first one. */
  readonly missteps?: readonly Misstep[];
  /** The step to open at where there is no misstep. Default 0. */
  readonly start?: number;
  /** The picture of a step. */
  readonly picture: (step: number) => ReactNode;
  /** What stands below the timeline: the arithmetic, a table. */
  readonly below?: (step: number) => ReactNode;
}

const WORDS = {
  go: { ko: "어긋난 곳으로 가기", en: "Go to a misstep" },
  missteps: { ko: "어긋난 곳", en: "Missteps" },
} satisfies Record<string, Text>;

/** A replay of the engine's steps: picture, missteps to jump to, timeline with a sentence a step, and what explains it below. */
export function ReplayFrame({ captions, locale, missteps = [], start = 0, picture, below }: ReplayFrameProps) {
  const last = Math.max(0, captions.length - 1);
  const [chosen, setAt] = useState(missteps.length > 0 ? missteps[0].at : start);
  const at = Math.min(last, Math.max(0, chosen));
  return (
    <div className="flex flex-col gap-3">
      {picture(at)}
      <Missteps missteps={missteps} at={at} onGo={setAt} locale={locale} />
      <Timeline step={at} count={captions.length} onStep={setAt} locale={locale} captions={captions.map(unbroken)} />
      {below?.(at)}
    </div>
  );
}

/** Buttons that lead to the steps where the answer went wrong; nothing where it went right. */
export function Missteps({
  missteps,
  at,
  onGo,
  locale,
}: {
  readonly missteps: readonly Misstep[];
  readonly at: number;
  readonly onGo: (step: number) => void;
  readonly locale: Locale;
}) {
  if (missteps.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2" role="group" aria-label={WORDS.go[locale]}>
      <span className="text-sm font-semibold text-ink">{WORDS.missteps[locale]}</span>
      {missteps.map(({ id, at: place, label, spoken }) => (
        <Button key={id} size="sm" variant={place === at ? "primary" : "secondary"} aria-pressed={place === at} onClick={() => onGo(place)}>
          {unbroken(label)}
          <span className="sr-only">, {spoken}</span>
        </Button>
      ))}
    </div>
  );
}
