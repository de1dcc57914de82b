"use client";

import type { Locale, Text } from "@/lib/challenges";
import type { ReplayProps } from "@/lib/challenges/play";
import { ReplayFrame } from "@/lib/ui/boards";
import { josa, letter, num } from "@/lib/words";
import type { Answer, Step, View } from "./challenge";
import { mix, rectified } from "./mix";
import { NumberMap, sizeOf } from "./Tile";

const WORDS = {
  sum: { ko: "지금까지의 합", en: "The sum so far" },
  target: { ko: "T", en: "T" },
  left: { ko: "T에서 남은 차이", en: "What T still lacks" },
  spoken: { ko: "가중치가 달라요", en: "wrong weight" },
} satisfies Record<string, Text>;

/** What T differs from the sum at a step, as it is shown. */
function remainder({ tiles, target, relu }: View, step: Step): number[] {
  const sum = mix(tiles.slice(0, step.tiles), step.weights);
  const shown = relu ? rectified(sum) : sum;
  return target.map((v, cell) => v - shown[cell]);
}

function captionOf(view: View, steps: readonly Step[], at: number, own: boolean, locale: Locale): string {
  const { tiles, weights, moved } = steps[at];
  const open = remainder(view, steps[at]).filter((v) => v !== 0).length;
  const ko = locale === "ko";
  const left =
    open === 0
      ? ko
        ? "T와 똑같아요."
        : "That is T."
      : ko
        ? `아직 ${open}칸이 달라요.`
        : `${open === 1 ? "1 cell still differs" : `${open} cells still differ`}.`;
  if (moved !== null) {
    const [name, before, now] = [letter(moved), num(steps[at - 1].weights[moved]), num(weights[moved])];
    return ko
      ? `${name} 페이더가 ${before}에서 ${josa(now, "으로/로")} 옮겨 가요. ${left}`
      : `Fader ${name} moves from ${before} to ${now}. ${left}`;
  }
  const [name, weight] = [letter(tiles - 1), num(weights[tiles - 1])];
  return ko
    ? `타일 ${josa(name, "을/를")} ${own ? "내 " : ""}가중치 ${josa(weight, "으로/로")} 더해요. ${left}`
    : `Tile ${name} is added with ${own ? "your" : "the"} weight ${weight}. ${left}`;
}

/** The sum growing tile by tile with the learner's weights, what is still missing, and the wrong faders moving to their places. */
export function Replay({ instance: { view }, grade: { steps }, own, locale }: ReplayProps<View, null, Answer, Step>) {
  const size = sizeOf(view.target);
  const missteps = steps.flatMap(({ moved }, at) =>
    moved === null ? [] : [{ id: letter(moved), at, label: `✗ ${letter(moved)}`, spoken: WORDS.spoken[locale] }],
  );
  const picture = (at: number) => {
    const step = steps[at];
    const sum = mix(view.tiles.slice(0, step.tiles), step.weights);
    return (
      <div className="@container">
        <div className="grid grid-cols-2 gap-4 @lg:grid-cols-3">
          <NumberMap values={sum} scale={size} title={WORDS.sum[locale]} />
          <NumberMap values={view.target} scale={size} title={WORDS.target[locale]} />
          <NumberMap values={remainder(view, step)} scale={size} title={WORDS.left[locale]} />
        </div>
        <ul className="m-0 mt-3 flex list-none flex-wrap gap-2 p-0 font-mono text-sm tabular-nums">
          {step.weights.map((weight, k) => (
            <li
              key={k}
              className={`m-0 rounded-full border px-3 py-1 ${
                k >= step.tiles
                  ? "border-line text-ink-3"
                  : k === step.moved
                    ? "border-good font-bold text-good"
                    : "border-line-strong text-ink"
              }`}
            >
              {letter(k)} × {num(weight)}
            </li>
          ))}
        </ul>
      </div>
    );
  };
  return (
    <ReplayFrame
      captions={steps.map((_, at) => captionOf(view, steps, at, own, locale))}
      missteps={missteps}
      start={steps.length - 1}
      locale={locale}
      picture={picture}
    />
  );
}
