"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { Slider } from "@/lib/ui/components";
import { Sum } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { fine } from "../../fine";
import type { Answer, View } from "./challenge";
import { GroupRows } from "./GroupRows";
import { GROUPS, type GroupId } from "./groups";
import { weightOf, type Group } from "./instance";
import { LimitRows } from "./LimitRows";
import { QUANTITY } from "./words";

/** Where the sliders rest before anything is chosen; letting go of one there chooses it. */
const START = { gamma: 20, alpha: 50 } as const;

const WORDS = {
  groups: { ko: "이 학습의 모든 곳, 무리마다 한 줄", en: "All places of this training, a row a group" },
  tap: { ko: "무리를 눌러 한 곳의 무게를 재요.", en: "Choose a group to weigh one of its places." },
  limits: { ko: "한도", en: "Limits" },
  gamma: { ko: "집중", en: "Focus" },
  alpha: { ko: "물체의 무게", en: "Weight of objects" },
  asked: { ko: "몫을 재는 것", en: "Shares are of" },
  value: { ko: "값", en: "value" },
  gradient: { ko: "기울기", en: "gradient" },
  factor: { ko: "집중 인자", en: "focusing factor" },
} satisfies Record<string, Text>;

/** αₜ of a group; 1 where α is not asked for. @param alpha hundredths */
const alphaOf = ({ id }: Group, alpha: number | null): number => (alpha === null ? 1 : (GROUPS[id].object ? alpha : 100 - alpha) / 100);

/** The arithmetic of one group at the present γ and α: one place, then all of its places. Sums of groups are what is asked. */
function Scale({
  group,
  gamma,
  alpha,
  locale,
}: {
  readonly group: Group;
  readonly gamma: number;
  readonly alpha: number | null;
  readonly locale: Locale;
}) {
  const { id, count, pt } = group;
  const p = pt / 1000;
  const object = GROUPS[id].object;
  const weight = alphaOf(group, alpha);
  const [value, gradient] = (["value", "gradient"] as const).map((quantity) => weight * weightOf(pt, gamma, quantity));
  // The sum on a line of its own: small numbers are long, and the sliders below must not move while they are dragged.
  const times = (one: number) => (
    <>
      <span className="block whitespace-nowrap @max-3xs:whitespace-normal">{`${fine(one)} × ${num(count)}`}</span>
      <span className="block whitespace-nowrap @max-3xs:whitespace-normal">{`= ${fine(one * count)}`}</span>
    </>
  );
  const factor = weightOf(pt, gamma, "value") / weightOf(pt, 0, "value");
  return (
    <Sum
      quiet
      lines={[
        { name: "−log pₜ", sum: `−log ${num(p, 3)} = ${fine(weightOf(pt, 0, "value"))}` },
        { name: "(1 − pₜ)ᵞ", word: WORDS.factor[locale], sum: `${num(1 - p, 3)}^${num(gamma / 10, 1)} = ${fine(factor)}` },
        ...(alpha === null ? [] : [{ name: "αₜ", sum: object ? `α = ${num(weight, 2)}` : `1 − α = ${num(weight, 2)}` }]),
        { name: WORDS.value[locale], sum: times(value), result: true },
        { name: WORDS.gradient[locale], sum: times(gradient), result: true },
      ]}
    />
  );
}

/** The population, the limits and a scale for one group at a time; γ and α are set without seeing what they add up to. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [chosen, setChosen] = useState<GroupId>(view.groups[0].id);
  // Their sums stay in the rows, of the present γ and α.
  const [weighed, setWeighed] = useState<readonly GroupId[]>([chosen]);
  const group = view.groups.find(({ id }) => id === chosen) ?? view.groups[0];
  const asksAlpha = view.limits.objects !== null;
  const gamma = answer.gamma ?? START.gamma;
  const alpha = asksAlpha ? (answer.alpha ?? START.alpha) : null;
  const weigh = (id: GroupId) => {
    setChosen(id);
    setWeighed((before) => (before.includes(id) ? before : [...before, id]));
  };
  const sumOf = (one: Group) =>
    weighed.includes(one.id) ? fine(alphaOf(one, alpha) * weightOf(one.pt, gamma, view.quantity) * one.count) : null;
  // Also while a knob still says "?": this is what is weighed with.
  const at = `γ ${num(gamma / 10, 1)}${alpha === null ? "" : `, α ${num(alpha / 100, 2)}`}`;
  return (
    <div className="grid items-start gap-5 flat:grid-cols-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <div className="flex min-w-0 flex-col gap-2">
        <GroupRows groups={view.groups} locale={locale} label={WORDS.groups[locale]} chosen={group.id} onChoose={weigh} sumOf={sumOf} />
        <p className="m-0 px-2 text-xs text-ink-2" data-testid="weighed-at">
          {locale === "ko"
            ? `Σ: 무게를 잰 무리의 ${QUANTITY[view.quantity].ko} 합 (${at}일 때)`
            : `Σ: the sum of a weighed group's ${QUANTITY[view.quantity].en}s (at ${at})`}
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-4 self-stretch">
        <div className="flex flex-col gap-2.5 rounded-[var(--radius)] border border-line p-3">
          <p className="m-0 flex flex-wrap justify-between gap-x-3 text-sm">
            <b className="text-ink">{WORDS.limits[locale]}</b>
            <span className="text-ink-2">
              {WORDS.asked[locale]}: <b className="text-ink">{QUANTITY[view.quantity][locale]}</b>
            </span>
          </p>
          <LimitRows view={view} locale={locale} />
        </div>
        <div className="@container rounded-[var(--radius)] border border-line bg-paper-2 p-3" data-testid="scale">
          <p className="m-0 mb-2 text-sm font-semibold text-ink">
            {GROUPS[group.id].name[locale]}
            <span className="block font-normal text-ink-2">{WORDS.tap[locale]}</span>
          </p>
          <Scale group={group} gamma={gamma} alpha={alpha} locale={locale} />
        </div>
        {/* In a low window the sliders come first and stay beside the groups. */}
        <div className="flex flex-col gap-4 flat:sticky flat:top-0 flat:z-[5] flat:order-first flat:gap-2 flat:bg-paper flat:pb-2 flat:pt-1">
          <Slider
            label={WORDS.gamma[locale]}
            symbol="γ"
            value={gamma / 10}
            min={0}
            max={5}
            step={0.1}
            onChange={(value) => onChange({ ...answer, gamma: Math.round(value * 10) })}
            format={(value) => (answer.gamma === null ? "?" : num(value, 1))}
            locale={locale}
            disabled={locked}
            open={answer.gamma === null}
          />
          {asksAlpha ? (
            <Slider
              label={WORDS.alpha[locale]}
              symbol="α"
              value={(alpha ?? START.alpha) / 100}
              min={0.05}
              max={0.95}
              step={0.05}
              onChange={(value) => onChange({ ...answer, alpha: Math.round(value * 20) * 5 })}
              format={(value) => (answer.alpha === null ? "?" : num(value, 2))}
              locale={locale}
              disabled={locked}
              open={answer.alpha === null}
            />
          ) : null}
        </div>
      </div>
    </div>
  );
}
