"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges";
import { area, enclosing, giou, intersectionArea, iou, unionArea } from "@/lib/engine/boxes";
import { ReplayFrame } from "@/lib/ui/boards";
import { overlapSum, Sum } from "@/lib/ui/simulation";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { OverlapLayer } from "@/lib/ui/stage/layers";
import { josa, letter, num } from "@/lib/words";
import { fractionOf, hundredths, isKo, shown } from "../../measures";
import type { Answer, Step, Truth, View } from "./challenge";
import { MINE, nameOf } from "./task";

const WORDS = {
  stage: { ko: "다시 보기", en: "Replay" },
  example: { ko: "예시", en: "Example" },
} satisfies Record<string, Text>;

function captionOf({ objects, targets }: View, step: Step): Text {
  if (step.target === null) {
    const values = targets
      .map(
        ({ object, measure }) =>
          `${nameOf({ measure })}(${letter(object)}) = ${num((measure === "iou" ? iou : giou)(objects[object].box, step.box), 3)}`,
      )
      .join(", ");
    return { ko: `목표에 맞는 상자의 한 예예요: ${values}. 답은 하나가 아니에요.`, en: `One box that hits it: ${values}. There are many.` };
  }
  const target = targets[step.target];
  const truth = objects[target.object].box;
  const name = letter(target.object);
  if (step.shows === "areas")
    return {
      ko: `${name}의 넓이는 ${num(area(truth))}, ${MINE.ko}의 넓이는 ${isKo(num(area(step.box)))}.`,
      en: `${name} has area ${num(area(truth))}; ${MINE.en} has ${num(area(step.box))}.`,
    };
  if (step.shows === "shared")
    return {
      ko: `둘 다 덮는 넓이, 교집합은 ${isKo(num(intersectionArea(truth, step.box)))}.`,
      en: `Both cover ${num(intersectionArea(truth, step.box))}: the intersection.`,
    };
  if (step.shows === "union")
    return {
      ko: `합집합은 ${isKo(num(unionArea(truth, step.box)))}. 겹친 몫은 한 번만 세요.`,
      en: `The union is ${num(unionArea(truth, step.box))}: the shared part counts once.`,
    };
  if (step.shows === "hull")
    return {
      ko: `감싼 상자 C의 넓이는 ${isKo(num(area(enclosing(truth, step.box))))}.`,
      en: `The enclosing box C has area ${num(area(enclosing(truth, step.box)))}.`,
    };
  const measure = nameOf(target);
  const value = shown(hundredths(fractionOf(target.measure, truth, step.box)));
  return {
    ko: `${josa(measure, "은/는")} ${value}, 목표는 ${isKo(shown(target.hundredths))}.`,
    en: `The ${measure} is ${value}; the target was ${shown(target.hundredths)}.`,
  };
}

/** The learner's box measured against each target, then one that hits them all. */
export function Replay({ instance: { view }, grade, locale }: ReplayProps<View, Truth, Answer, Step>) {
  const captions = grade.steps.map((each) => captionOf(view, each)[locale]);
  const shownAt = (at: number) => {
    const { box, target: index, shows } = grade.steps[at];
    const { object, measure } = view.targets[index ?? 0];
    const lit = index !== null && shows !== "verdict" ? shows : measure === "giou" ? "hull" : "union";
    const judged = index !== null && shows === "verdict";
    const state = index === null || (judged && grade.parts[index].correct) ? "kept" : judged ? "wrong" : "idle";
    return { box, object, lit, state, example: index === null } as const;
  };
  const picture = (at: number) => {
    const { box, object, lit, state, example } = shownAt(at);
    const objects = view.objects.map((each, i): StageBox => ({
      id: letter(i),
      box: each.box,
      label: letter(i),
      tone: 0,
      state: i === object ? "idle" : "ghost",
      description: letter(i),
    }));
    return (
      <Stage
        width={view.width}
        height={view.height}
        sprites={view.objects}
        boxes={[...objects, { id: "mine", box, label: (example ? WORDS.example : MINE)[locale], tone: 1, state, description: "" }]}
        label={WORDS.stage[locale]}
        description={captions[at] ?? ""}
        locale={locale}
        locked
        underlay={<OverlapLayer a={view.objects[object].box} b={box} lit={lit} />}
      />
    );
  };
  const below = (at: number) => {
    const { box, object, lit, example } = shownAt(at);
    const names = [letter(object), (example ? WORDS.example : MINE)[locale]] as const;
    return <Sum lines={overlapSum({ a: view.objects[object].box, b: box, names, upTo: lit, locale })} />;
  };
  return <ReplayFrame captions={captions} locale={locale} picture={picture} below={below} />;
}
