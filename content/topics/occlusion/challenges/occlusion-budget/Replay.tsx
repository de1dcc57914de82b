"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { ReplayFrame } from "@/lib/ui/boards";
import type { tasks } from "../../tasks";
import type { Answer, View } from "./challenge";
import { DesignPicture, HiddenPicture } from "./HiddenPicture";
import type { Truth } from "./instance";
import type { Step } from "./steps";
import { logit } from "./words";

const WORDS = {
  before: { ko: "가리기 전", en: "Nothing hidden" },
  now: { ko: "가린 뒤", en: "Hidden" },
  ghost: { ko: "하나씩 잰 감소를 모두 뺐다면", en: "If single drops added up" },
  wrong: { ko: "답이 아니에요", en: "not among them" },
} satisfies Record<string, Text>;

/** The score without and with the patches, and the ghost of what single drops would leave. */
function Bars({ value, step: { score, ghost }, locale }: { readonly value: number; readonly step: Step; readonly locale: Locale }) {
  if (score === null) return null;
  const rows = [
    { text: WORDS.before[locale], at: value, tone: "bg-ink-3" },
    { text: WORDS.now[locale], at: score, tone: "bg-brand" },
    ...(ghost === null ? [] : [{ text: WORDS.ghost[locale], at: ghost, tone: "border-2 border-dashed border-ink-3" }]),
  ];
  const low = Math.min(0, ...rows.map(({ at }) => at));
  const share = (at: number) => `${(100 * (at - low)) / (value - low)}%`;
  return (
    <dl className="m-0 grid grid-cols-[auto_minmax(0,1fr)_3rem] items-center gap-x-3 gap-y-1 text-sm text-ink">
      {rows.map(({ text, at, tone }) => (
        <div key={text} className="contents">
          <dt className="text-ink-2">{text}</dt>
          <dd className="m-0" aria-hidden="true">
            <span
              className={`block h-3 rounded-full transition-[width] duration-300 motion-reduce:transition-none ${tone}`}
              style={{ width: share(at) }}
            />
          </dd>
          <dd className="m-0 text-right font-mono tabular-nums">{logit(at)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Patches come down on the picture and the score falls by the recorded steps. */
export function Replay({ instance: { view }, grade: { steps }, locale, engine }: ReplayProps<View, Truth, Answer, Step, typeof tasks>) {
  return (
    <ReplayFrame
      captions={steps.map(({ says }) => says[locale])}
      missteps={steps.flatMap(({ wrong }, at) =>
        wrong && !steps[at - 1]?.wrong ? [{ id: String(at), at, label: `✗ ${at + 1}`, spoken: WORDS.wrong[locale] }] : [],
      )}
      locale={locale}
      picture={(at) => {
        const step = steps[at];
        return view.task === "design" ? (
          <DesignPicture view={view} patch={step.design?.patch ?? null} stride={step.design?.stride ?? null} locale={locale} />
        ) : (
          <div className="flex flex-col gap-3">
            <div className="mx-auto w-full max-w-72">
              <HiddenPicture view={view} hidden={step.places} engine={engine} locale={locale} />
            </div>
            <Bars value={view.value} step={step} locale={locale} />
          </div>
        );
      }}
    />
  );
}
