"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { ReplayFrame } from "@/lib/ui/boards";
import { BudgetBar } from "../../BudgetBar";
import type { Answer, Step, View } from "./challenge";
import { GroupRows, LOOKS } from "./GroupRows";
import { GROUPS } from "./groups";
import { LimitRows } from "./LimitRows";
import { captionOf, mineOf } from "./replaySteps";

const WORDS = {
  shares: { ko: "무리마다 전체에서 차지하는 몫", en: "Each group's share of the whole" },
  misstep: { ko: "내 답", en: "your answer" },
} satisfies Record<string, Text>;

/** γ runs from cross-entropy to the learner's and on to a right one, then α: the shares move, and the limit that breaks shows. */
export function Replay({ instance: { view }, grade, own, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const mine = mineOf(steps);
  const captions = steps.map((step) => captionOf(view, step, own, locale));
  const missteps = steps[mine].broken
    .map((id) => ({ id, at: mine, label: `✗ ${WORDS.misstep[locale]}`, spoken: captions[mine] }))
    .slice(0, 1);
  return (
    <ReplayFrame
      captions={captions}
      missteps={missteps}
      start={mine}
      locale={locale}
      picture={(at) => {
        const step = steps[at];
        return (
          <div className="flex flex-col gap-4">
            <BudgetBar
              high
              segments={view.groups.map(({ id }, i) => ({ id, name: GROUPS[id].name[locale], share: step.shares[i], look: LOOKS[id] }))}
            />
            <LimitRows view={view} locale={locale} at={step.at} broken={step.broken} open={step.alpha === null ? ["objects"] : []} />
          </div>
        );
      }}
      // Below, so that a phone shows the whole and the limits move with the slider in one window.
      below={(at) => <GroupRows groups={view.groups} shares={steps[at].shares} locale={locale} label={WORDS.shares[locale]} />}
    />
  );
}
