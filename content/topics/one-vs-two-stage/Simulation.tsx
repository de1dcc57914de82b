"use client";

import type { SimulationProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { Stat } from "@/lib/ui/components";
import { inRange, KnobPanel, knobsFor, SimulationFrame, useKnobs } from "@/lib/ui/simulation";
import { count, num, percent } from "@/lib/words";
import { titleOf } from "./challenges/detector-race/runners";
import { multiplications } from "./challenges/detector-race/words";
import { CostBars } from "./CostBars";
import { CostCurve, TradeOff } from "./CostPlots";
import { costAt, proposalsAt, STEPS } from "./costModel";
import type { BankModel } from "./raceModels";
import { RECORDED_MODELS } from "./recordedModels";

const DEFAULTS = { view: "cost", step: 12 };
const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "choice",
    name: "view",
    label: { ko: "보기", en: "View" },
    options: [
      { value: "cost", label: { ko: "곱셈", en: "cost" } },
      { value: "candidates", label: { ko: "후보", en: "candidates" } },
      { value: "curve", label: { ko: "곡선", en: "curve" } },
      { value: "map", label: { ko: "정확도", en: "accuracy" } },
    ],
  },
  {
    kind: "slider",
    name: "step",
    label: { ko: "후보의 수", en: "Proposals" },
    symbol: "N",
    min: 0,
    max: STEPS,
    step: 1,
    format: (step) => num(proposalsAt(step)),
  },
]);

const BARS = {
  cost: { ko: "그림 하나의 곱셈 수", en: "Multiplications for one picture" },
  candidates: { ko: "점수를 매기는 후보의 수", en: "Candidates that get a score" },
} satisfies Record<string, Text>;

const costRow = (model: BankModel, proposals: number, locale: Locale) => {
  const cost = costAt(model, proposals);
  return { amount: cost, text: `${multiplications(cost, locale)} · mAP\u00a0${percent(model.seen)}` };
};

function candidatesRow(model: BankModel, proposals: number, locale: Locale) {
  const amount = model.each > 0 ? proposals : model.candidates;
  return { amount, text: locale === "ko" ? `후보 ${num(amount)}개` : count(amount, "candidate") };
}

/** What our own nine detectors multiply for a picture as the number of proposals changes, and how many candidates each scores. */
export function Simulation({ locale }: SimulationProps) {
  const { knobs: given, put, reset, shareUrl } = useKnobs("stages", DEFAULTS);
  const knobs = inRange(KNOBS, given);
  const { view } = knobs;
  const ko = locale === "ko";
  const proposals = proposalsAt(Math.round(knobs.step));
  const rows = RECORDED_MODELS.map((model) => ({
    name: model.name,
    title: titleOf(model.name),
    ...(view === "cost" ? costRow(model, proposals, locale) : candidatesRow(model, proposals, locale)),
  }));
  const rcnn = RECORDED_MODELS.find(({ name }) => name === "rcnn");
  const least = Math.min(...RECORDED_MODELS.filter(({ each }) => each === 0).map((model) => costAt(model, proposals)));
  return (
    <SimulationFrame
      title={ko ? "계산은 어디에 드나" : "Where the cost lies"}
      locale={locale}
      onReset={reset}
      shareUrl={shareUrl}
      picture={
        view === "curve" ? (
          <CostCurve proposals={proposals} locale={locale} />
        ) : view === "map" ? (
          <TradeOff proposals={proposals} locale={locale} />
        ) : (
          <CostBars rows={rows} label={BARS[view === "cost" ? "cost" : "candidates"][locale]} />
        )
      }
      knobs={
        <>
          <KnobPanel list={KNOBS} knobs={knobs} put={put} locale={locale} />
          {rcnn && Number.isFinite(least) ? (
            <Stat
              label={ko ? "R-CNN ÷ 후보 없이 가장 적은 것" : "R-CNN ÷ cheapest without proposals"}
              value={`${num(costAt(rcnn, proposals) / least, 1)}${ko ? "배" : "×"}`}
            />
          ) : null}
        </>
      }
      caption={
        ko
          ? "R-CNN은 후보마다 CNN 전체를 다시 돌리고, Fast·Faster R-CNN은 후보마다 작은 머리만 돌려요. 나머지는 후보의 수와 상관없어요. 후보가 아무리 많아도 물체는 그림에 몇 개뿐이에요."
          : "R-CNN runs a whole CNN for each proposal, Fast and Faster R-CNN only a small head. The others do not depend on proposals. And of all those candidates only a handful hold an object."
      }
    />
  );
}
