"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges";
import { area, enclosing, intersectionArea, unionArea } from "@/lib/engine/boxes";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { overlapSum, Sum } from "@/lib/ui/simulation";
import { Stage } from "@/lib/ui/stage";
import { OverlapLayer } from "@/lib/ui/stage/layers";
import { josa, num } from "@/lib/words";
import { fractionOf, hundredths, isKo, shown } from "../../measures";
import type { Answer, Step, View } from "./challenge";

function captionOf(view: View, answer: Answer, step: Step): Text {
  const { a, b, measure } = view.pairs[step.pair];
  const n = step.pair + 1;
  if (step.shows === "areas")
    return {
      ko: `그림 ${n}: A의 넓이는 ${num(area(a))}, B의 넓이는 ${isKo(num(area(b)))}.`,
      en: `Picture ${n}: A has area ${num(area(a))}, B has area ${num(area(b))}.`,
    };
  if (step.shows === "shared") {
    const shared = intersectionArea(a, b);
    return shared === 0
      ? { ko: "둘 다 덮는 곳이 없으니 교집합은 0이에요.", en: "No place is covered by both: the intersection is 0." }
      : { ko: `둘 다 덮는 곳, 교집합은 ${isKo(num(shared))}.`, en: `The place both cover, the intersection, is ${num(shared)}.` };
  }
  if (step.shows === "union")
    return {
      ko: `합집합은 더한 뒤 겹친 몫을 한 번 빼요: ${num(unionArea(a, b))}.`,
      en: `The union adds both and takes the shared part off once: ${num(unionArea(a, b))}.`,
    };
  if (step.shows === "hull") {
    const empty = area(enclosing(a, b)) - unionArea(a, b);
    return {
      ko: `둘을 감싼 상자 C에서 빈 곳은 ${isKo(num(empty))}. GIoU는 이 몫만큼 깎여요.`,
      en: `In the enclosing box C, ${num(empty)} is empty. GIoU loses that share.`,
    };
  }
  const value = shown(hundredths(fractionOf(measure, a, b)));
  const guess = answer.guesses[step.pair];
  const name = measure === "iou" ? "IoU" : "GIoU";
  return guess === null
    ? { ko: `${josa(name, "은/는")} ${isKo(value)}.`, en: `The ${name} is ${value}.` }
    : { ko: `${josa(name, "은/는")} ${value}, 내 어림은 ${shown(guess)}.`, en: `The ${name} is ${value}; you said ${shown(guess)}.` };
}

/** Each pair again: areas, intersection, union, (enclosing box,) and the sum with its own numbers. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const captions = grade.steps.map((each) => captionOf(view, answer, each)[locale]);
  const shownAt = (at: number) => {
    const { pair: index, shows } = grade.steps[at];
    const pair = view.pairs[index];
    const lit = shows !== "verdict" ? shows : pair.measure === "giou" ? "hull" : "union";
    return { pair, part: grade.parts[index], lit, judged: shows === "verdict" } as const;
  };
  const picture = (at: number) => {
    const { pair, part, lit, judged } = shownAt(at);
    return (
      <Stage
        width={view.width}
        height={view.height}
        sprites={[{ cls: pair.cls, box: pair.a, flip: pair.flip }]}
        boxes={[
          { id: "a", box: pair.a, label: "A", tone: 0, state: "idle", description: "A" },
          { id: "b", box: pair.b, label: "B", tone: 1, state: !judged ? "idle" : part.correct ? "kept" : "wrong", description: "B" },
        ]}
        label={part.label[locale]}
        description={captions[at] ?? ""}
        locale={locale}
        locked
        underlay={<OverlapLayer a={pair.a} b={pair.b} lit={lit} />}
      />
    );
  };
  const below = (at: number) => {
    const { pair, lit } = shownAt(at);
    return <Sum lines={overlapSum({ a: pair.a, b: pair.b, upTo: lit, locale })} />;
  };
  const missteps = grade.steps.flatMap(({ pair, shows }, at): Misstep[] => {
    const part = grade.parts[pair];
    if (shows !== "verdict" || part.correct) return [];
    return [{ id: part.id, at, label: `✗ ${pair + 1}`, spoken: part.label[locale] }];
  });
  return <ReplayFrame captions={captions} missteps={missteps} locale={locale} picture={picture} below={below} />;
}
