"use client";

import type { Locale } from "@/lib/challenges/text";
import { LinePlot, ScatterPlot } from "@/lib/ui/plots";
import { large, num } from "@/lib/words";
import { titleOf } from "./challenges/detector-race/runners";
import { costAt, proposalsAt, STEPS } from "./costModel";
import type { BankModel } from "./raceModels";
import { RECORDED_MODELS } from "./recordedModels";

const STOPS = Array.from({ length: STEPS + 1 }, (_, step) => proposalsAt(step));
const withProposals = RECORDED_MODELS.filter(({ each }) => each > 0);
const without = RECORDED_MODELS.filter(({ each }) => each === 0);
/** Costs are in millions: the axis names that once in English, each Korean number carries its 만 and 억. */
const costAxis = (locale: Locale) =>
  ({
    label: locale === "ko" ? "곱셈" : "Multiplications (million)",
    scale: "log",
    format: (cost: number) => (locale === "ko" ? large(cost * 1e6, "ko", 1e5) : num(cost, cost >= 10 ? 0 : 1)),
  }) as const;

/** Cost over the number of proposals: who pays for each of them, beside the cheapest of those that have none. */
export function CostCurve({ proposals, locale }: { readonly proposals: number; readonly locale: Locale }) {
  const cheapest = without.reduce<BankModel | null>((a, b) => (a === null || b.fixed < a.fixed ? b : a), null);
  return (
    <LinePlot
      title={locale === "ko" ? "후보가 늘면 계산량은 어떻게 되나" : "What more proposals cost"}
      x={{ label: locale === "ko" ? "후보의 수" : "Proposals", scale: "log", domain: [10, 2000], format: (n) => num(n) }}
      y={costAxis(locale)}
      series={[...withProposals, ...(cheapest ? [cheapest] : [])].map((model, tone) => ({
        id: model.name,
        label: titleOf(model.name),
        tone,
        points: STOPS.map((n) => ({ x: n, y: costAt(model, n) })),
      }))}
      guides={[{ axis: "x", at: proposals, label: `N = ${num(proposals)}` }]}
      locale={locale}
    />
  );
}

/** Accuracy against cost at a number of proposals, in the two families. */
export function TradeOff({ proposals, locale }: { readonly proposals: number; readonly locale: Locale }) {
  const points = (models: readonly BankModel[]) =>
    models.map((model) => ({ x: costAt(model, proposals), y: 100 * model.seen, label: titleOf(model.name) }));
  return (
    <ScatterPlot
      title={locale === "ko" ? "계산량과 정확도" : "Cost and accuracy"}
      x={costAxis(locale)}
      y={{ label: "mAP@.5 (%)", domain: [0, 100], format: (map) => map.toFixed(0) }}
      groups={[
        { id: "with", label: locale === "ko" ? "후보마다 계산" : "Pays per proposal", tone: 1, points: points(withProposals) },
        { id: "without", label: locale === "ko" ? "후보와 상관없음" : "Same at any N", tone: 0, points: points(without) },
      ]}
      size={90}
      locale={locale}
    />
  );
}
