"use client";

import { useState } from "react";
import { iou } from "@/lib/engine/boxes";
import type { ReplayProps } from "@/lib/challenges/play";
import { Timeline } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { Arrow } from "../../Arrow";
import { IouArithmetic } from "../../IouArithmetic";
import { describe, pictureTag, tonesOf } from "../../stageBoxes";
import type { Answer, Step, Truth, View } from "./challenge";
import { captionOf, troubleAt } from "./replaySteps";
import { ThresholdStrip } from "./ThresholdStrip";

/**
 * Runs NMS at every threshold of the slider, from the learner's own: too low loses neighbours, too high leaves doubles. An arrow
 * names the pair of boxes that decides each trouble, and the arithmetic below the picture is that of the first one.
 */
export function Replay({ instance: { view, truth }, answer, grade, locale }: ReplayProps<View, Truth, Answer, Step>) {
  const instance = { ...view, ...truth };
  const { steps } = grade;
  const mine = steps.findIndex((s) => s.hundredths === answer.hundredths);
  const [at, setAt] = useState(Math.max(0, mine));
  const ko = locale === "ko";
  const step = steps[at];
  const kept = new Set(step.kept);
  const tone = tonesOf(instance.boxes);
  const boxes = instance.boxes.map((box, i): StageBox => ({
    id: box.id,
    box: box.box,
    label: pictureTag(box, instance.boxes),
    tone: tone(box),
    state: !kept.has(box.id) ? "suppressed" : step.perObject[instance.objects[i]] > 1 ? "wrong" : "kept",
    description: describe(box, locale),
    score: box.score,
  }));
  const troubles = troubleAt(instance, step);
  const captions = steps.map((s) => captionOf(instance, s, s.hundredths === answer.hundredths, locale));
  const lost = instance.sprites.filter((_, object) => step.perObject[object] === 0);
  return (
    <div className="flex flex-col gap-3">
      <Stage
        width={instance.width}
        height={instance.height}
        sprites={instance.sprites}
        boxes={boxes}
        label={ko ? "임계값마다 남는 상자" : "What each threshold keeps"}
        description={captions[at]}
        locale={locale}
      >
        {lost.map(({ box }, i) => (
          <rect
            key={i}
            aria-hidden="true"
            x={box[0]}
            y={box[1]}
            width={box[2] - box[0]}
            height={box[3] - box[1]}
            fill="var(--warn)"
            fillOpacity={0.18}
            stroke="var(--warn)"
            strokeWidth={3}
            strokeDasharray="4 6"
          />
        ))}
        {troubles.map(({ a, b, kind }) => (
          <Arrow
            key={`${a.id}${b.id}`}
            from={a.box}
            to={b.box}
            text={iou(a.box, b.box).toFixed(2)}
            tone={kind === "lost" ? "drops" : "doubles"}
          />
        ))}
      </Stage>
      <ThresholdStrip steps={steps} at={at} mine={mine} locale={locale} />
      <Timeline step={at} count={steps.length} onStep={setAt} locale={locale} captions={captions} />
      <div className="min-h-[4.5rem]">
        {troubles[0] ? <IouArithmetic a={troubles[0].a} b={troubles[0].b} threshold={step.hundredths / 100} locale={locale} /> : null}
      </div>
    </div>
  );
}
