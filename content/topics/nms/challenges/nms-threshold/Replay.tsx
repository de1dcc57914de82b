"use client";

import { useState } from "react";
import type { ReplayProps } from "@/lib/challenges/play";
import { Timeline } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { describe, pictureTag, tonesOf } from "../../stageBoxes";
import type { Answer, Instance, Step } from "./challenge";

/** Runs NMS at every threshold of the slider: too low loses neighbours, too high leaves doubles. */
export function Replay({ instance, answer, grade, locale }: ReplayProps<Instance, Answer, Step>) {
  const { steps } = grade;
  const mine = steps.findIndex((s) => s.hundredths === answer.hundredths);
  const [at, setAt] = useState(Math.max(0, mine));
  const ko = locale === "ko";
  const step = steps[at];
  const kept = new Set(step.kept);
  const tone = tonesOf(instance.boxes);
  const boxes = instance.boxes.map(
    (box, i): StageBox => ({
      id: box.id,
      box: box.box,
      label: pictureTag(box, instance.boxes),
      tone: tone(box),
      state: !kept.has(box.id) ? "suppressed" : step.perObject[instance.objects[i]] > 1 ? "wrong" : "kept",
      description: describe(box, locale),
    }),
  );
  const lost = instance.sprites.filter((_, object) => step.perObject[object] === 0);
  const captions = steps.map((s) => {
    const none = s.perObject.filter((n) => n === 0).length;
    const doubles = s.perObject.filter((n) => n > 1).length;
    const yours = s.hundredths === answer.hundredths ? (ko ? " (내 답)" : " (your answer)") : "";
    const what =
      none + doubles === 0
        ? ko ? "모든 물체가 한 번씩 남아요." : "every object is kept once."
        : ko ? `사라진 물체 ${none}개, 두 번 이상 남은 물체 ${doubles}개.` : `${none} lost, ${doubles} kept more than once.`;
    return `t = ${(s.hundredths / 100).toFixed(2)}${yours}: ${what}`;
  });
  return (
    <div className="flex flex-col gap-3">
      <Stage width={instance.width} height={instance.height} sprites={instance.sprites} boxes={boxes} label={ko ? "임계값마다 남는 상자" : "What each threshold keeps"} description={captions[at]} locale={locale}>
        {lost.map(({ box }, i) => (
          <g key={i} aria-hidden="true">
            <rect x={box[0]} y={box[1]} width={box[2] - box[0]} height={box[3] - box[1]} fill="none" stroke="var(--warn)" strokeWidth={3} strokeDasharray="4 6" />
            <text x={(box[0] + box[2]) / 2} y={(box[1] + box[3]) / 2} textAnchor="middle" fontSize={26} fontWeight={800} fill="var(--warn)" stroke="var(--sheet)" strokeWidth={5} paintOrder="stroke">
              ?
            </text>
          </g>
        ))}
      </Stage>
      <Timeline step={at} count={steps.length} onStep={setAt} locale={locale} captions={captions} />
    </div>
  );
}
