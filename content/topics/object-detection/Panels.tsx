"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import type { ErrorType } from "@/lib/engine/evaluate";
import { Bars, LinePlot } from "@/lib/ui/plots";
import { StatRow, Sum } from "@/lib/ui/simulation";
import { num, signed } from "@/lib/words";
import type { LabAnswer, LabErrors } from "./lab";
import { TYPE_NAMES } from "./pairs";
import { envelopePoints, measuredPoints, operatingPoint, RULE_NAMES, sumsOf } from "./readings";

const WORDS = {
  recall: { ko: "재현율", en: "Recall" },
  precision: { ko: "정밀도", en: "Precision" },
  measured: { ko: "곡선", en: "The curve" },
  envelope: { ko: "포락선", en: "Envelope" },
  shown: { ko: "보이는 검출 (모든 장면)", en: "Shown, all scenes" },
  gains: {
    ko: "한 종류만 모두 고치면 mAP가 오르는 만큼 (임계값 위의 검출)",
    en: "What mAP gains when one kind alone is corrected (detections above the threshold)",
  },
  count: { ko: "개", en: "" },
} satisfies Record<string, Text>;

const two = (value: number) => num(value, 2);

export interface CurvePanelProps {
  readonly answer: LabAnswer;
  readonly name: string;
  readonly score: number;
  readonly locale: Locale;
}

/** The curve of one class over all scenes, its envelope, and where the score threshold stands on it. */
export function CurvePanel({ answer, name, score, locale }: CurvePanelProps) {
  const at = operatingPoint(answer, score);
  return (
    <div className="flex flex-col gap-3">
      <LinePlot
        title={locale === "ko" ? `${name}: 정밀도–재현율 곡선` : `Precision over recall: ${name}`}
        x={{ label: WORDS.recall[locale], domain: [0, 1], format: two }}
        y={{ label: WORDS.precision[locale], domain: [0, 1], format: two }}
        series={[
          { id: "measured", label: WORDS.measured[locale], tone: 0, points: measuredPoints(answer) },
          { id: "envelope", label: WORDS.envelope[locale], tone: 1, points: envelopePoints(answer) },
        ]}
        guides={[{ axis: "x", at: at.recall, label: `s = ${two(score)}` }]}
        locale={locale}
      />
      <StatRow
        columns={3}
        stats={[
          { label: WORDS.shown[locale], value: at.shown },
          { label: WORDS.precision[locale], value: at.precision === null ? "–" : two(at.precision) },
          { label: WORDS.recall[locale], value: two(at.recall) },
        ]}
      />
    </div>
  );
}

const TYPES: readonly ErrorType[] = ["class", "localisation", "both", "duplicate", "background", "missed"];

/** The causes of error over all scenes, each with its number and what it costs. */
export function ErrorsPanel({ errors, locale }: { readonly errors: LabErrors | null; readonly locale: Locale }) {
  return (
    <Bars
      label={WORDS.gains[locale]}
      bars={TYPES.map((type) => ({
        id: type,
        title: TYPE_NAMES[type][locale],
        value: errors?.gain[type] ?? 0,
        text: errors ? `${num(errors.counts[type])}${WORDS.count[locale]} · ${signed(errors.gain[type], 3)}` : "…",
      }))}
    />
  );
}

/** How each definition comes to its number. */
export function SumPanel({ answer, locale }: { readonly answer: LabAnswer; readonly locale: Locale }) {
  return (
    <Sum
      lines={sumsOf(answer, answer.ap).map(({ rule, sum }) => ({
        name: RULE_NAMES[rule][locale],
        sum: sum[locale],
        result: rule === "all-point",
      }))}
    />
  );
}
