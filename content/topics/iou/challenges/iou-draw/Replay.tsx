"use client";

import { useState } from "react";
import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges";
import { area, enclosing, giou, intersectionArea, iou, unionArea } from "@/lib/engine/boxes";
import { Timeline } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { Arithmetic } from "../../Arithmetic";
import { fractionOf, hundredths, isKo, shown } from "../../measures";
import { OverlapLayers, type Lit } from "../../OverlapLayers";
import type { Answer, Step, Truth, View } from "./challenge";

const letter = (index: number) => "AB"[index];

function captionOf({ objects, targets }: View, step: Step): Text {
  if (step.target === null) {
    const values = targets
      .map(
        ({ object, measure }) =>
          `${measure === "iou" ? "IoU" : "GIoU"}(${letter(object)}) = ${(measure === "iou" ? iou : giou)(objects[object].box, step.box).toFixed(3).replace("-", "−")}`,
      )
      .join(", ");
    return { ko: `목표에 맞는 상자의 한 예예요: ${values}. 답은 하나가 아니에요.`, en: `One box that hits it: ${values}. There are many.` };
  }
  const target = targets[step.target];
  const truth = objects[target.object].box;
  const name = letter(target.object);
  if (step.shows === "areas")
    return {
      ko: `${name}의 넓이는 ${area(truth)}, 내 상자의 넓이는 ${isKo(area(step.box))}.`,
      en: `${name} has area ${area(truth)}; your box has ${area(step.box)}.`,
    };
  if (step.shows === "shared")
    return {
      ko: `둘이 함께 덮는 넓이는 ${isKo(intersectionArea(truth, step.box))}.`,
      en: `Together they cover ${intersectionArea(truth, step.box)}.`,
    };
  if (step.shows === "union")
    return {
      ko: `합집합은 ${isKo(unionArea(truth, step.box))}. 겹친 몫은 한 번만 세요.`,
      en: `The union is ${unionArea(truth, step.box)}: the shared part counts once.`,
    };
  if (step.shows === "hull")
    return {
      ko: `감싼 상자 C의 넓이는 ${isKo(area(enclosing(truth, step.box)))}.`,
      en: `The enclosing box C has area ${area(enclosing(truth, step.box))}.`,
    };
  const measure = target.measure === "iou" ? "IoU" : "GIoU";
  const value = shown(hundredths(fractionOf(target.measure, truth, step.box)));
  return {
    ko: `${measure}는 ${value}, 목표는 ${isKo(shown(target.hundredths))}.`,
    en: `The ${measure} is ${value}; the target was ${shown(target.hundredths)}.`,
  };
}

/** The learner's box measured against each target, then one that hits them all. */
export function Replay({ instance: { view: instance }, grade, locale }: ReplayProps<View, Truth, Answer, Step>) {
  const [at, setAt] = useState(0);
  const step = grade.steps[Math.min(at, grade.steps.length - 1)];
  const target = instance.targets[step.target ?? 0];
  const truth = instance.objects[target.object].box;
  const full: Lit = target.measure === "giou" ? "hull" : "union";
  const lit: Lit = step.target === null || step.shows === "verdict" ? full : step.shows;
  const captions = grade.steps.map((each) => captionOf(instance, each)[locale]);
  const mine: StageBox["state"] =
    step.target === null ? "kept" : step.shows === "verdict" ? (grade.parts[step.target].correct ? "kept" : "wrong") : "idle";
  return (
    <div className="flex flex-col gap-3">
      <Stage
        width={instance.width}
        height={instance.height}
        sprites={instance.objects.map(({ cls, box, flip }) => ({ cls, box, flip }))}
        boxes={[
          ...instance.objects.map(({ box }, i): StageBox => ({
            id: letter(i),
            box,
            label: letter(i),
            tone: 0,
            state: i === target.object ? "idle" : "ghost",
            description: letter(i),
          })),
          {
            id: "mine",
            box: step.box,
            label: locale === "ko" ? (step.target === null ? "예시" : "내 상자") : step.target === null ? "Example" : "Yours",
            tone: 1,
            state: mine,
            description: "",
          },
        ]}
        label={locale === "ko" ? "다시 보기" : "Replay"}
        description={captions[at] ?? ""}
        locale={locale}
        locked
        underlay={<OverlapLayers a={truth} b={step.box} lit={lit} />}
      />
      <Timeline step={at} count={grade.steps.length} onStep={setAt} locale={locale} captions={captions} />
      <Arithmetic a={truth} b={step.box} upTo={lit} locale={locale} />
    </div>
  );
}
