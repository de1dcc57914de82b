"use client";

import type { Locale, Text } from "@/lib/challenges";
import type { ReplayProps } from "@/lib/challenges/play";
import { NumberGrid, ReplayFrame } from "@/lib/ui/boards";
import { RULE_NAMES, type Answer, type Step, type View } from "./challenge";

const WORDS = {
  forward: { ko: "순전파 입력", en: "Forward input" },
  signal: { ko: "위에서 온 신호", en: "Signal from above" },
  arrives: { ko: "도착한 신호와 남는 칸", en: "What arrives, and what stays" },
  mine: { ko: "내 답", en: "Your answer" },
  marks: {
    ko: "✓ 옳게 표시한 칸 · ✗ 잘못 표시한 칸 · ○ 표시하지 않은 열린 칸",
    en: "✓ rightly marked · ✗ wrongly marked · ○ open, but not marked",
  },
} satisfies Record<string, Text>;

const RELU: Text = { ko: "ReLU", en: "ReLU" };
const RELU_OF_TWO: readonly Text[] = [
  { ko: "위 ReLU", en: "the upper ReLU" },
  { ko: "아래 ReLU", en: "the lower ReLU" },
];
const count = (values: readonly number[]) => values.filter((value) => value !== 0).length;

function captionOf({ rules, gates }: View, { rule, gate, before, after }: Step, locale: Locale): string {
  // It begins the sentence.
  const name = RULE_NAMES[rules[rule]][locale].replace(/^[a-z]/, (first) => (locale === "en" ? first.toUpperCase() : first));
  if (gate === null) return locale === "ko" ? `${name}: 신호가 위에서 내려와요.` : `${name}: the signal comes from above.`;
  const which = (gates.length === 1 ? RELU : RELU_OF_TWO[gate])[locale];
  return locale === "ko"
    ? `${name}: ${which}에서 ${count(before)}칸 가운데 ${count(after)}칸이 남아요.`
    : `${name}: ${count(after)} of ${count(before)} cells get through ${which}.`;
}

/** The signal's way down, rule after rule and ReLU by ReLU, and the learner's cells beside the open ones. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { side, gates, rules, signal } = view;
  const picture = (at: number) => {
    const { rule, gate, before, after } = grade.steps[at];
    const marked = (cell: number) => answer.cells[rule].includes(cell);
    const correct = (cell: number) => grade.parts[rule * side * side + cell].correct;
    return (
      <div className="flex flex-wrap gap-x-3 gap-y-3 sm:gap-x-6">
        {gate === null ? (
          <NumberGrid columns={side} values={before} title={WORDS.signal[locale]} />
        ) : (
          <>
            <NumberGrid columns={side} values={gates[gate].forward} title={WORDS.forward[locale]} />
            <NumberGrid
              columns={side}
              values={before}
              title={WORDS.arrives[locale]}
              look={(cell) => (after[cell] === 0 ? "closed" : "open")}
            />
          </>
        )}
        <NumberGrid
          columns={side}
          values={signal}
          title={`${WORDS.mine[locale]}: ${RULE_NAMES[rules[rule]][locale]}`}
          look={(cell) => (correct(cell) ? "right" : marked(cell) ? "wrong" : "missed")}
          mark={(cell) => (marked(cell) ? (correct(cell) ? "✓" : "✗") : correct(cell) ? "" : "○")}
        />
        <p className="m-0 w-full text-sm text-ink-2">{WORDS.marks[locale]}</p>
      </div>
    );
  };
  return <ReplayFrame captions={grade.steps.map((step) => captionOf(view, step, locale))} locale={locale} picture={picture} />;
}
