"use client";

import { useState } from "react";
import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { BACKGROUND, IGNORED } from "@/lib/engine/match";
import { Timeline } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { labelName, letter, type Answer, type Instance, type Step } from "./challenge";

function captionOf({ objects, anchors }: Instance, step: Step): Text {
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
  if (current) return "picked";
  return label === null ? "idle" : label === IGNORED ? "ghost" : "suppressed";
}

/** The engine's labelling step by step, with the learner's labels beside the truth. */
export function Replay({ instance: { view: instance }, answer, grade, locale }: ReplayProps<Instance, null, Answer, Step>) {
  const [at, setAt] = useState(0);
  const step = grade.steps[Math.min(at, grade.steps.length - 1)];
  const captions = grade.steps.map((each) => captionOf(instance, each)[locale]);
  const truth = grade.steps[grade.steps.length - 1].labels;
  const name = (label: number | null) => (label === null ? "–" : labelName(label, instance.objects.length)[locale]);
  return (
    <div className="flex flex-col gap-3">
      <Stage
        width={instance.width}
        height={instance.height}
        sprites={instance.objects}
        boxes={[
          ...instance.objects.map(({ box, cls }, i): StageBox => ({
            id: `object-${i}`,
            box,
            label: String(i + 1),
            tone: 0,
            state: "truth",
            description: CLASS_NAMES[cls][locale],
          })),
          ...instance.anchors.map((box, a): StageBox => ({
            id: `anchor-${a}`,
            box,
            label: letter(a),
            tone: a,
            state: stateOf(step, a),
            description: letter(a),
          })),
        ]}
        label={locale === "ko" ? "이름표가 붙는 과정" : "How the labels come about"}
        description={captions[at] ?? ""}
        locale={locale}
        locked
      />
      <Timeline step={at} count={grade.steps.length} onStep={setAt} locale={locale} captions={captions} />
      <ul className="m-0 grid list-none grid-cols-1 gap-1 p-0 text-sm sm:grid-cols-2">
        {grade.parts.map(({ id, correct }, a) => (
          <li key={id} className="flex items-center gap-2 text-ink">
            <b className="w-5 font-mono">{letter(a)}</b>
            <span className={correct ? "text-good" : "text-bad"}>{`${correct ? "✓" : "✗"} ${name(answer.labels[a] ?? null)}`}</span>
            {correct ? null : <span>{`→ ${name(truth[a])}`}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
