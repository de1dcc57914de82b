"use client";

import { useMemo } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { num, percent } from "@/lib/words";
import { BudgetBar, fillOf, type Look } from "./BudgetBar";
import { fine, knobsSaid } from "./fine";
import type { FocalKnobs } from "./knobs";
import losses from "./losses.json" with { type: "json" };
import type { LossRecord } from "./recording";
import { binsOfMoment, CROSS_ENTROPY, sharesOf, sumsOf, totalOf, WHO, type Loss, type Who } from "./simulationModel";

const RECORD: LossRecord = losses as LossRecord;

const LOOKS: Readonly<Record<Who, Look>> = {
  easy: { tone: 0, strength: 0.4, hatched: false },
  hard: { tone: 5, strength: 0.9, hatched: false },
  object: { tone: 1, strength: 0.9, hatched: true },
};
const NAMES: Readonly<Record<Who, Text>> = {
  easy: { ko: "쉬운 배경", en: "Easy background" },
  hard: { ko: "어려운 배경", en: "Hard background" },
  object: { ko: "물체", en: "Objects" },
};

const WORDS = {
  entropy: { ko: "교차 엔트로피", en: "Cross-entropy" },
  count: { ko: "개수", en: "Count" },
  value: { ko: "값", en: "value" },
  gradient: { ko: "기울기", en: "gradient" },
  sum: { ko: "합", en: "sum" },
} satisfies Record<string, Text>;

/** Cross-entropy's sum over all entries of a moment. */
const entropyAt = (id: string) => {
  const moment = RECORD.moments.find((one) => one.id === id) ?? RECORD.moments[0];
  return totalOf(sumsOf(binsOfMoment(moment), CROSS_ENTROPY, "value"));
};
const TIMES = entropyAt("no-prior") / entropyAt("prior");

/** The easy background's share of the value at the start of training, without α. */
export const easyShareAt = (gamma: number): number =>
  sharesOf(sumsOf(binsOfMoment(RECORD.moments.find(({ id }) => id === "prior") ?? RECORD.moments[0]), { gamma, alpha: -1 }, "value")).easy;

/** Why the untrained detector has no easy background without π. */
const NO_PRIOR: Text = {
  ko: `π가 없으면 모든 곳이 pₜ ≈ 0.5에서 시작해요. 0.9보다 작으니 배경이 모두 ‘어려운’ 쪽으로 세어지고, 교차 엔트로피의 합은 π = 0.01일 때의 ${num(TIMES)}배예요.`,
  en: `Without π every place starts at pₜ ≈ 0.5. That is below 0.9, so all background counts as “hard”, and cross-entropy sums to ${num(TIMES)} times what it is with π = 0.01.`,
};

/** Who has which share: a bar for counts, one for cross-entropy and one for these knobs, each with its sum. Of values or of gradients, as the knobs say. */
export function Budget({ knobs, locale }: { readonly knobs: FocalKnobs; readonly locale: Locale }) {
  const moment = RECORD.moments.find(({ id }) => id === knobs.moment) ?? RECORD.moments[0];
  const bins = useMemo(() => binsOfMoment(moment), [moment]);
  const loss: Loss = { gamma: knobs.gamma, alpha: knobs.alphaOn ? knobs.alpha : -1 };
  const focal = knobsSaid(loss);
  const quantity = knobs.quantity === "gradient" ? "gradient" : "value";
  const rows = [
    { id: "count", name: WORDS.count[locale], sums: sumsOf(bins, loss, "count") },
    { id: "entropy", name: `${WORDS.entropy[locale]} ${WORDS[quantity][locale]}`, sums: sumsOf(bins, CROSS_ENTROPY, quantity) },
    { id: "focal", name: `${focal} ${WORDS[quantity][locale]}`, sums: sumsOf(bins, loss, quantity) },
  ];
  return (
    <div className="flex flex-col gap-2" data-testid="budget">
      <ul className="m-0 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-sm text-ink">
        {WHO.map((who) => (
          <li key={who} className="!m-0 inline-flex items-center gap-1.5">
            <span aria-hidden="true" className="size-4 rounded-[4px] border border-line-strong" style={fillOf(LOOKS[who])} />
            {NAMES[who][locale]}
          </li>
        ))}
      </ul>
      {rows.map(({ id, name, sums }) => {
        const shares = sharesOf(sums);
        return (
          <div key={id} className="flex flex-col gap-0.5" data-row={id}>
            <p className="m-0 flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
              <span className={id === "focal" ? "font-semibold text-ink" : "text-ink-2"}>
                {name}
                <span className="ml-2 font-mono text-xs tabular-nums text-ink" data-sum>
                  {WORDS.sum[locale]} {fine(totalOf(sums))}
                </span>
              </span>
              <span className="ml-auto font-mono text-xs tabular-nums text-ink-2">
                {WHO.map((who) => percent(shares[who], 1)).join(" · ")}
                <span className="sr-only"> ({WHO.map((who) => NAMES[who][locale]).join(", ")})</span>
              </span>
            </p>
            <BudgetBar segments={WHO.map((who) => ({ id: who, name: NAMES[who][locale], share: shares[who], look: LOOKS[who] }))} />
          </div>
        );
      })}
      {moment.id === "no-prior" ? <p className="m-0 text-sm text-ink-2">{NO_PRIOR[locale]}</p> : null}
    </div>
  );
}
