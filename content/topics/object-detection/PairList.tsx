"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { classNames } from "@/lib/ui/components/classNames";
import { describePair, type ScenePairs } from "./pairs";

const WORDS = {
  label: { ko: "이 그림의 검출, 점수가 높은 것부터", en: "This picture's detections, best score first" },
  none: { ko: "이 임계값에서는 보이는 검출이 없어요.", en: "No detection is above this threshold." },
} satisfies Record<string, Text>;

export interface PairListProps extends ScenePairs {
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly locale: Locale;
}

/** Each detection with what it is and the object that decides; choosing one brings the pair out on the picture. */
export function PairList({ pairs, chosen, onChoose, locale }: PairListProps) {
  if (pairs.length === 0) return <p className="m-0 text-sm text-ink-2">{WORDS.none[locale]}</p>;
  return (
    <ul aria-label={WORDS.label[locale]} className="m-0 flex max-h-56 list-none flex-col gap-1 overflow-y-auto p-0">
      {pairs.map((pair) => (
        <li key={pair.id}>
          <button
            type="button"
            aria-pressed={chosen === pair.id}
            onClick={() => onChoose(chosen === pair.id ? null : pair.id)}
            className={classNames(
              "flex min-h-8 w-full items-center gap-2 rounded-[8px] pointer-coarse:min-h-11 border px-2 py-1 text-left text-sm text-ink",
              chosen === pair.id ? "border-brand bg-paper-2" : "border-line bg-sheet",
            )}
          >
            <span aria-hidden="true" className={classNames("font-bold", pair.type === "true positive" ? "text-good" : "text-bad")}>
              {pair.type === "true positive" ? "✓" : "✗"}
            </span>
            {describePair(pair, locale)}
          </button>
        </li>
      ))}
    </ul>
  );
}
