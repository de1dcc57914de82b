"use client";

import type { BoardProps } from "@/lib/challenges/play";
import { selection } from "@/lib/challenges/answers";
import type { Text } from "@/lib/challenges/text";
import { ToneLine } from "@/lib/ui/stage";
import { SpotChips, useSpotlight } from "@/lib/ui/boards";
import { num } from "@/lib/words";
import type { Answer, View } from "./challenge";
import { LABELS, numbersOf } from "./instance";
import { LABEL_NAMES, LABEL_TONES, measureOf, shown } from "./words";

const WORDS = {
  boxes: { ko: "남을 음성을 골라요", en: "Choose the negatives that are kept" },
  head: { ko: "번호, 이름표, ", en: "Number, label, " },
  chosen: { ko: "고른 상자", en: "Chosen" },
} satisfies Record<string, Text>;

/** All default boxes as chips, with label and loss, in no order. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const { handlers } = useSpotlight();
  const numbers = numbersOf(view);
  const measure = measureOf(view)[locale];
  const labels = LABELS.filter((label) => view.boxes.some((box) => box.label === label));
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink">
        <span>{`${WORDS.head[locale]}${measure}`}</span>
        {labels.map((label) => (
          <span key={label} className="inline-flex items-center gap-1.5">
            <ToneLine tone={LABEL_TONES[label]} width={20} />
            {LABEL_NAMES[label][locale]}
          </span>
        ))}
      </div>
      <SpotChips
        handlers={handlers}
        boxes={view.boxes.map(({ label, value }, i) => ({
          id: String(i + 1),
          box: [0, 0, 1, 1],
          label: `${num(i + 1)} ${LABEL_NAMES[label][locale]} ${shown(value)}`,
          tone: LABEL_TONES[label],
          state: "idle",
          description: `${num(i + 1)}, ${LABEL_NAMES[label][locale]}, ${measure} ${shown(value)}`,
        }))}
        selected={answer.kept.map(String)}
        onToggle={(id) => onChange({ kept: selection.toggle(numbers, answer.kept, Number(id)) })}
        locale={locale}
        locked={locked}
        label={WORDS.boxes[locale]}
      />
      <p className="m-0 text-sm text-ink-2">{`${WORDS.chosen[locale]}: ${num(answer.kept.length)}`}</p>
    </div>
  );
}
