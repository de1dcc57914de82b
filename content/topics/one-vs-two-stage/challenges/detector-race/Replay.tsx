"use client";

import { useState } from "react";
import type { ReplayProps } from "@/lib/challenges/play";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { Timeline } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { CostBars } from "../../CostBars";
import { ScenePicture } from "../../ScenePicture";
import { ERROR_NAMES, type Answer, type Step, type Truth, type View } from "./challenge";
import { titleOf } from "./runners";

const SIDE = 112;

/** The race, the cheapest runner first: what each found, where it erred, and what it cost. */
export function Replay({ instance: { view, truth }, grade, locale }: ReplayProps<View, Truth, Answer, Step>) {
  const instance = { ...view, ...truth };
  const { steps } = grade;
  const [at, setAt] = useState(0);
  const ko = locale === "ko";
  const step = steps[at];
  const runner = instance.runners.find(({ name }) => name === step.runner);
  const nameOf = (label: number) => CLASS_NAMES[VOC_CLASSES[label]][locale];
  const found = (runner?.found ?? []).map(({ label, score, box }, i): StageBox => {
    const kind = step.kinds[i];
    const word = kind === "hit" ? (ko ? "맞음" : "right") : ERROR_NAMES[kind][locale];
    return {
      id: `${step.runner}-${i}`,
      box,
      label: `${nameOf(label)} ${score.toFixed(2).replace(/^0/, "")}`,
      tone: label % 8,
      state: kind === "hit" ? "kept" : "wrong",
      description: ko ? `${nameOf(label)}, 점수 ${score.toFixed(2)}: ${word}` : `${nameOf(label)}, score ${score.toFixed(2)}: ${word}`,
      score,
    };
  });
  const missed = step.missed.map((object): StageBox => {
    const { label, box } = instance.objects[object];
    return {
      id: `missed-${object}`,
      box,
      label: nameOf(label),
      tone: label % 8,
      state: "missed",
      description: ko ? `놓친 물체: ${nameOf(label)}` : `missed: ${nameOf(label)}`,
    };
  });
  const captions = steps.map(({ runner: name, hits, passes, main }) => {
    const errors = main.map((error) => ERROR_NAMES[error][locale]).join(ko ? " · " : ", ");
    return ko
      ? `${titleOf(name)}: ${instance.objects.length}개 중 ${hits}개, CNN ${passes}번, 주된 실수: ${errors}`
      : `${titleOf(name)}: ${hits} of ${instance.objects.length}, ${passes} CNN ${passes === 1 ? "pass" : "passes"}, mainly: ${errors}`;
  });
  return (
    <div className="flex flex-col gap-3">
      <div className="mx-auto w-full max-w-md">
        <Stage
          width={SIDE}
          height={SIDE}
          boxes={[...found, ...missed]}
          label={ko ? `${titleOf(step.runner)}의 상자` : `The boxes of ${titleOf(step.runner)}`}
          description={captions[at]}
          locale={locale}
          underlay={<ScenePicture scene={instance.scene} side={SIDE} />}
        />
      </div>
      <Timeline step={at} count={steps.length} onStep={setAt} locale={locale} captions={captions} />
      <CostBars
        rows={steps.map(({ runner: name, cost, hits }) => ({
          name,
          title: titleOf(name),
          cost,
          note: ko ? `${hits}개 찾음` : `${hits} found`,
        }))}
        marked={step.runner}
        label={ko ? "곱셈 수 (백만, 로그 눈금)" : "Multiplications (million, log scale)"}
        locale={locale}
      />
      <p className="m-0 text-sm">
        <a className="font-medium text-ink underline" href={`/${locale}/race?seed=${encodeURIComponent(instance.seed)}`}>
          {ko ? "이 그림에서 지금 직접 돌려 보기" : "Run it live on this picture"}
        </a>
      </p>
    </div>
  );
}
