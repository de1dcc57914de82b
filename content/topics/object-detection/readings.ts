/** The lab's curve as it is drawn and read. */
import { precisionEnvelope, precisionRecall, type ApRule } from "@/lib/engine/evaluate";
import { num, type Text } from "@/lib/words";
import type { LabAnswer } from "./lab";

/** What the three definitions are called. */
export const RULE_NAMES: Readonly<Record<ApRule, Text>> = {
  "11-point": { ko: "11점", en: "11-point" },
  "all-point": { ko: "넓이", en: "area" },
  "101-point": { ko: "101점", en: "101-point" },
};

export interface Point {
  readonly x: number;
  readonly y: number;
}

type Curve = Pick<LabAnswer, "positives" | "scores" | "hits">;

/** Recall and precision after each detection. */
export function measuredPoints({ hits, positives }: Curve): Point[] {
  const { recall, precision } = precisionRecall(hits, positives);
  return hits.map((_, i) => ({ x: recall[i], y: precision[i] }));
}

/** The envelope's height at each true positive, best score first. */
export function heightsAtHits({ hits, positives }: Curve): number[] {
  const envelope = precisionEnvelope(precisionRecall(hits, positives));
  return hits.flatMap((hit, i) => (hit ? [envelope[i]] : []));
}

/** The envelope with its steps, from recall 0 to 1: each height holds back to the true positive before. */
export function envelopePoints(curve: Curve): Point[] {
  const heights = heightsAtHits(curve);
  const { positives } = curve;
  const reached = heights.length / positives;
  return [
    ...heights.flatMap((y, i) => [
      { x: i / positives, y },
      { x: (i + 1) / positives, y },
    ]),
    ...(reached < 1
      ? [
          { x: reached, y: 0 },
          { x: 1, y: 0 },
        ]
      : []),
  ];
}

/** The envelope's height at recall k / steps for k = 0 … steps, what an interpolated AP is the mean of; 0 where no recall reaches it. */
export function heightsAtSteps(curve: Curve, steps: number): number[] {
  const heights = heightsAtHits(curve);
  return Array.from({ length: steps + 1 }, (_, k) => {
    // The first true positive whose recall reaches k / steps; recall 0 is reached by the first one.
    const first = heights.findIndex((_height, i) => (i + 1) * steps >= k * curve.positives);
    return first < 0 ? 0 : heights[first];
  });
}

/** Where a score threshold stands on the curve. */
export interface OperatingPoint {
  /** Detections from the threshold on, and the true positives among them. */
  readonly shown: number;
  readonly found: number;
  readonly precision: number | null;
  readonly recall: number;
}

export function operatingPoint({ scores, hits, positives }: Curve, score: number): OperatingPoint {
  const shown = scores.filter((one) => one >= score).length;
  const found = hits.slice(0, shown).filter((hit) => hit === 1).length;
  return { shown, found, precision: shown === 0 ? null : found / shown, recall: found / positives };
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const shortened = (values: readonly number[]) =>
  values.length <= 5
    ? values.map((v) => num(v, 2)).join(" + ")
    : `${values
        .slice(0, 3)
        .map((v) => num(v, 2))
        .join(" + ")} + … + ${num(values[values.length - 1], 2)}`;

/** How each rule comes to its AP, with the curve's own numbers. */
export function sumsOf(curve: Curve, ap: Readonly<Record<ApRule, number>>): { readonly rule: ApRule; readonly sum: Text }[] {
  const eleven = heightsAtSteps(curve, 10);
  const hundred = heightsAtSteps(curve, 100);
  const hits = heightsAtHits(curve);
  const by = (values: readonly number[], divisor: number, rule: ApRule) =>
    `(${values.length === 0 ? "0" : shortened(values)}) ÷ ${divisor} = ${num(total(values), 2)} ÷ ${divisor} = ${num(ap[rule], 3)}`;
  const at = {
    "11-point": { ko: "재현율 0, 0.1, …, 1에서: ", en: "at recall 0, 0.1, …, 1: " },
    "all-point": { ko: `TP ${hits.length}개마다: `, en: `at each of ${hits.length} TPs: ` },
    "101-point": { ko: "재현율 0, 0.01, …, 1에서: ", en: "at recall 0, 0.01, …, 1: " },
  } as const;
  const sums = {
    "11-point": by(eleven, 11, "11-point"),
    "all-point": by(hits, curve.positives, "all-point"),
    "101-point": by(hundred, 101, "101-point"),
  } as const;
  return (["11-point", "all-point", "101-point"] as const).map((rule) => ({
    rule,
    sum: { ko: at[rule].ko + sums[rule], en: at[rule].en + sums[rule] },
  }));
}
