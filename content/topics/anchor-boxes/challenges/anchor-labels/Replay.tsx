"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges";
import { BACKGROUND, IGNORED } from "@/lib/engine/match";
import { ReplayFrame } from "@/lib/ui/boards";
import { objectBoxes, Stage, type StageBox } from "@/lib/ui/stage";
import { letter } from "@/lib/words";
import { anchorBoxes } from "./Board";
import { labelName, type Answer, type View, type Step } from "./challenge";

const WORDS = { stage: { ko: "이름표가 붙는 과정", en: "How the labels come about" } } satisfies Record<string, Text>;

function captionOf({ objects, anchors }: View, step: Step): Text {
  if (step.kind === "threshold") {
    const name = letter(step.anchor);
    const label = labelName(step.labels[step.anchor] ?? BACKGROUND, objects.length);
    const value = step.iou.toFixed(2);
    if (step.iou === 0) return { ko: `${name}: 어느 물체와도 겹치지 않아서 ${label.ko}.`, en: `${name} meets no object: ${label.en}.` };
    return {
      ko: `${name}: 가장 높은 IoU는 물체 ${step.object + 1}에 대한 ${value}, 그래서 ${label.ko}.`,
      en: `${name}: its highest IoU is ${value} with object ${step.object + 1}: ${label.en}.`,
    };
  }
  if (step.kind === "rescue") {
    const names = step.anchors.map(letter).join(", ");
    const start = {
      ko: `물체 ${step.object + 1}에게 가장 좋은 앵커는 ${names} (IoU ${step.iou.toFixed(2)}).`,
      en: `Object ${step.object + 1}'s best ${step.anchors.length > 1 ? "anchors are" : "anchor is"} ${names} (IoU ${step.iou.toFixed(2)}).`,
    };
    if (step.changed.length === 0) return { ko: `${start.ko} 이미 양성이에요.`, en: `${start.en} Already positive.` };
    const changed = step.changed.map((a) => `${letter(a)} → ${labelName(step.labels[a] ?? BACKGROUND, objects.length).ko}`).join(", ");
    const changedEn = step.changed
      .map((a) => `${letter(a)} becomes ${labelName(step.labels[a] ?? BACKGROUND, objects.length).en}`)
      .join(", ");
    return { ko: `${start.ko} 0.7에 못 미쳐도 양성이 돼요: ${changed}.`, en: `${start.en} Positive although below 0.7: ${changedEn}.` };
  }
  const count = step.labels.filter((label) => label !== null && label >= 0).length;
  return {
    ko: `앵커 ${anchors.length}개 가운데 ${count}개가 양성이에요. 무시된 것은 손실에 들어가지 않아요.`,
    en: `${count} of ${anchors.length} anchors are positive. Ignored ones take no part in the loss.`,
  };
}

function stateOf(step: Step, a: number): StageBox["state"] {
  const current = step.kind === "threshold" ? step.anchor === a : step.kind === "rescue" && step.anchors.includes(a);
  const label = step.labels[a] ?? null;
  if (label !== null && label >= 0) return "kept";
  // Looked at, which says nothing yet of right or wrong.
  if (current) return "measured";
  return label === null ? "idle" : label === IGNORED ? "ghost" : "suppressed";
}

/** The engine's labelling step by step, with the learner's labels beside the truth. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const captions = steps.map((each) => captionOf(view, each)[locale]);
  const truth = steps[steps.length - 1].labels;
  const name = (label: number | null) => (label === null ? "–" : labelName(label, view.objects.length)[locale]);
  const picture = (at: number) => (
    <Stage
      width={view.width}
      height={view.height}
      sprites={view.objects}
      boxes={[...objectBoxes(view.objects, locale), ...anchorBoxes(view, (a) => stateOf(steps[at], a))]}
      label={WORDS.stage[locale]}
      description={captions[at]}
      locale={locale}
      locked
    />
  );
  const below = () => (
    <ul className="m-0 grid list-none grid-cols-1 gap-1 p-0 text-sm sm:grid-cols-2">
      {grade.parts.map(({ id, correct }, a) => (
        <li key={id} className="flex items-center gap-2 text-ink">
          <b className="w-5 font-mono">{letter(a)}</b>
          <span className={correct ? "text-good" : "text-bad"}>{`${correct ? "✓" : "✗"} ${name(answer.labels[a] ?? null)}`}</span>
          {correct ? null : <span>{`→ ${name(truth[a])}`}</span>}
        </li>
      ))}
    </ul>
  );
  return <ReplayFrame captions={captions} locale={locale} picture={picture} below={below} />;
}
