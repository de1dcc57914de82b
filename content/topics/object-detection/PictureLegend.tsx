"use client";

import type { ReactNode } from "react";
import type { Locale, Text } from "@/lib/challenges/text";

const WORDS = {
  title: { ko: "그림에서 무엇이 무엇인가요?", en: "What is what on the picture" },
  number: { ko: "물체. !가 붙으면 놓친 물체", en: "an object; with ! one that was missed" },
  letter: { ko: "검출. 점수가 높은 것부터 A, B, C", en: "a detection, A, B, C from the best score on" },
  found: { ko: "참 양성", en: "true positive" },
  wrong: { ko: "거짓 양성", en: "false positive" },
  lines: {
    ko: "초록은 참 양성, 빨강은 거짓 양성, 주황은 놓친 물체예요. 찾은 물체는 검은 점선이고, 검출의 점선 무늬는 서로 구별하려는 것일 뿐이에요.",
    en: "Green: a true positive. Red: a false positive. Orange: a missed object. Objects that were found have a dashed dark line; the dashes of detections only tell them apart.",
  },
} satisfies Record<string, Text>;

/** What tags, marks and lines of the lab's picture stand for. */
export function PictureLegend({ locale }: { readonly locale: Locale }) {
  const tags: readonly (readonly [ReactNode, Text])[] = [
    ["1 · ! 1", WORDS.number],
    ["A", WORDS.letter],
    ["✓", WORDS.found],
    ["✗", WORDS.wrong],
  ];
  return (
    <details className="text-sm text-ink-2">
      <summary className="cursor-pointer font-medium text-ink">{WORDS.title[locale]}</summary>
      <dl className="m-0 mt-2 grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-1">
        {tags.map(([tag, word]) => (
          <div key={word.en} className="contents">
            <dt className="font-mono font-bold text-ink">{tag}</dt>
            <dd className="m-0">{word[locale]}</dd>
          </div>
        ))}
      </dl>
      <p className="m-0 mt-1">{WORDS.lines[locale]}</p>
    </details>
  );
}
