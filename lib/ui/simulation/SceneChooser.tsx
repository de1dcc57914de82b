"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Locale, Text } from "@/lib/challenges/text";
import { buttonStyle } from "../components/buttonStyle";

export interface SceneChooserProps {
  /** The scene shown, 1 … count. */
  readonly scene: number;
  readonly count: number;
  readonly onScene: (scene: number) => void;
  readonly locale: Locale;
  /** What is chosen. Default "scene". */
  readonly name?: Text;
}

const SCENE: Text = { ko: "장면", en: "Scene" };
const WORDS = {
  previous: { ko: "이전", en: "Previous" },
  next: { ko: "다음", en: "Next" },
} satisfies Record<string, Text>;

/** One of a row of scenes: back and forth, around at the ends. The number is the seed of a link. */
export function SceneChooser({ scene, count, onScene, locale, name = SCENE }: SceneChooserProps) {
  const step = (by: number) => onScene(((scene - 1 + by + count) % count) + 1);
  const square = `${buttonStyle("secondary", "sm")} size-10 px-0`;
  return (
    <div role="group" aria-label={name[locale]} className="flex items-center justify-between gap-2">
      <span className="text-sm font-medium text-ink">{name[locale]}</span>
      <span className="flex items-center gap-2">
        <button type="button" className={square} aria-label={`${WORDS.previous[locale]} ${name[locale]}`} onClick={() => step(-1)}>
          <ChevronLeft aria-hidden="true" className="size-5" />
        </button>
        <output className="min-w-16 text-center font-mono text-sm tabular-nums text-ink">
          {scene} / {count}
        </output>
        <button type="button" className={square} aria-label={`${WORDS.next[locale]} ${name[locale]}`} onClick={() => step(1)}>
          <ChevronRight aria-hidden="true" className="size-5" />
        </button>
      </span>
    </div>
  );
}
