"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import { ReplayFrame } from "@/lib/ui/boards";
import type { Answer, Step, View } from "./challenge";
import { Mosaic } from "./Mosaic";
import { PairSum } from "./PairSum";
import { captionsOf } from "./replaySteps";
import { pairWords } from "./words";

/** The pairs light up by rising similarity until the first one merges; where the learner took another pair, it is laid beside it. */
export function Replay({ instance: { view }, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const ko = locale === "ko";
  const captions = captionsOf(view, steps, locale);
  const missteps = steps.flatMap((step, at) =>
    step.type === "yours"
      ? [{ id: "yours", at, label: `✗ ${pairWords(step.rated.pair)[locale]}`, spoken: ko ? "고른 짝이에요" : "the pair you chose" }]
      : [],
  );
  return (
    <ReplayFrame
      captions={captions}
      missteps={missteps}
      locale={locale}
      picture={(at) => {
        const step = steps[at];
        return (
          <Mosaic
            view={view}
            names={step.names}
            picked={step.type === "merge" ? [step.made] : step.type === "yours" ? step.best.pair : step.rated.pair}
            others={step.type === "yours" ? step.rated.pair : []}
            box={step.type === "merge" ? step.box : undefined}
            label={ko ? "엔진이 합치는 차례" : "The merges as the engine makes them"}
            description={captions[at]}
            locale={locale}
          />
        );
      }}
      below={(at) => {
        const step = steps[at];
        return (
          <div className="min-h-[10rem]">
            {step.type === "merge" ? null : <PairSum view={view} names={step.names} pair={step.rated.pair} total locale={locale} />}
          </div>
        );
      }}
    />
  );
}
