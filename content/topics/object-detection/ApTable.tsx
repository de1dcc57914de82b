"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import { RULES, type LabAnswer } from "./lab";
import { RULE_NAMES } from "./readings";

const WORDS = {
  caption: {
    ko: "AP: 11점(VOC 2007), 넓이(VOC 2010부터), 101점(COCO)",
    en: "AP: 11-point (VOC 2007), area (VOC 2010 on), 101-point (COCO)",
  },
  all: { ko: "모든 검출", en: "all detections" },
  cut: { ko: "만", en: "only" },
  still: { ko: "s와 상관없어요", en: "does not depend on s" },
  moves: { ko: "s를 따라 움직여요", en: "moves with s" },
} satisfies Record<string, Text>;

export interface ApTableProps {
  /** Null before the first answer. */
  readonly answer: LabAnswer | null;
  readonly name: string;
  readonly score: number;
  /** Whether the score threshold has been moved: what depends on it is said then. */
  readonly moved: boolean;
  readonly locale: Locale;
}

/** A class's AP and the mean over classes, by each definition: from all detections, and from those above the score threshold alone. */
export function ApTable({ answer, name, score, moved, locale }: ApTableProps) {
  const above = locale === "ko" ? `점수 ≥ ${num(score, 2)}${WORDS.cut.ko}` : `score ≥ ${num(score, 2)} ${WORDS.cut.en}`;
  const rows = [
    { id: "ap", title: `AP (${name})`, which: WORDS.all[locale], note: WORDS.still, values: answer?.ap },
    { id: "cutAp", title: `AP (${name})`, which: above, note: WORDS.moves, values: answer?.cutAp },
    { id: "map", title: "mAP", which: WORDS.all[locale], note: WORDS.still, values: answer?.map },
    { id: "cutMap", title: "mAP", which: above, note: WORDS.moves, values: answer?.cutMap },
  ];
  return (
    <table className="w-full border-collapse text-sm" data-testid="ap-table">
      <caption className="pb-1 text-left text-sm text-ink-2">{WORDS.caption[locale]}</caption>
      <thead>
        <tr className="border-b border-line-strong text-ink-2">
          <td className="min-w-0! p-0!" />
          {RULES.map((rule) => (
            <th
              key={rule}
              scope="col"
              className="whitespace-nowrap min-w-0! bg-transparent! pr-0! pl-2.5! py-1! text-right align-bottom font-medium"
            >
              {RULE_NAMES[rule][locale]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, which, note, values }) => (
          <tr key={id} className="border-b border-line" data-row={id}>
            <th scope="row" className="min-w-0! bg-transparent! px-0! py-1.5! text-left font-medium text-ink">
              {title}, {which}
              {moved ? <span className="block text-xs font-normal text-ink-2">{note[locale]}</span> : null}
            </th>
            {RULES.map((rule) => (
              <td key={rule} className="min-w-0! pr-0! pl-2.5! text-right font-mono tabular-nums text-ink">
                {values ? num(values[rule], 3) : "…"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
