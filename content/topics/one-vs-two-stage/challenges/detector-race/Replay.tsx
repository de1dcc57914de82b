"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { ReplayFrame } from "@/lib/ui/boards";
import { SeenSwitch } from "@/lib/ui/scene";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { josa } from "@/lib/words";
import { CostBars } from "../../CostBars";
import { ScenePicture, SIDE } from "../../ScenePicture";
import type { Answer, Step, View } from "./challenge";
import { coverOf } from "./instance";
import { captionOf, isAsked, misstepsOf, outOfReach } from "./replaySteps";
import { sourceOf, titleOf } from "./runners";
import { objectBox, proposalBoxes } from "./sceneBoxes";
import { multiplications } from "./words";

const WORDS = {
  cost: { ko: "곱셈 수", en: "Multiplications" },
  live: { ko: "이 그림에서 지금 직접 돌려 보기", en: "Run it live on this picture" },
} satisfies Record<string, Text>;

/** The boxes of a step: each object, in reach or not, and the proposal looked at that overlaps it most, with its IoU. */
function boxesOf(view: View, { runner, lost }: Step, locale: Locale): StageBox[] {
  const source = sourceOf(runner);
  const asked = isAsked(view, runner);
  return view.objects.flatMap((object, i) => {
    const own = objectBox(object, i, !asked ? "truth" : lost.includes(i) ? "missed" : "kept", locale);
    if (!asked || source === null) return [own];
    const overlap = coverOf(view, source, i).toFixed(2);
    return [own, ...proposalBoxes(view, source, i, locale, false).map((box) => ({ ...box, label: `${box.label} ${overlap}` }))];
  });
}

/** The race, the cheapest runner first: the sum it costs, what it reaches and what it does not. */
export function Replay({ instance: { view }, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const ko = locale === "ko";
  const captions = steps.map((step) => captionOf(view, step, locale));
  return (
    <ReplayFrame
      captions={captions}
      locale={locale}
      missteps={misstepsOf(view, grade, locale)}
      picture={(at) => (
        <div className="mx-auto w-full max-w-md">
          <Stage
            width={SIDE}
            height={SIDE}
            boxes={boxesOf(view, steps[at], locale)}
            label={ko ? `${josa(titleOf(steps[at].runner), "이/가")} 닿는 물체` : `What ${titleOf(steps[at].runner)} reaches`}
            description={captions[at]}
            locale={locale}
            underlay={<ScenePicture scene={view.scene} />}
          />
        </div>
      )}
      below={(at) => (
        <>
          <SeenSwitch locale={locale} />
          <CostBars
            rows={steps.map(({ runner, cost, lost }) => ({
              name: runner,
              title: titleOf(runner),
              amount: cost,
              text: [multiplications(cost, locale), outOfReach(lost, locale)].filter((text) => text !== "").join(" · "),
            }))}
            marked={steps[at].runner}
            label={WORDS.cost[locale]}
          />
          <p className="m-0 text-sm">
            <a className="font-medium text-ink underline" href={`/${locale}/race?seed=${encodeURIComponent(view.seed)}`}>
              {WORDS.live[locale]}
            </a>
          </p>
        </>
      )}
    />
  );
}
