"use client";

import { useState } from "react";
import type { ReplayProps } from "@/lib/challenges/play";
import { Timeline } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { Arrow } from "../../Arrow";
import { IouArithmetic } from "../../IouArithmetic";
import { describe, pictureTag, tonesOf } from "../../stageBoxes";
import type { Answer, Instance, Step } from "./challenge";

/** Plays the engine's rounds: take the best, compare, drop. Boxes the learner misjudged carry their mark throughout. */
export function Replay({ instance, answer, grade, locale }: ReplayProps<Instance, Answer, Step>) {
  const { steps } = grade;
  const firstMiss = firstMisstep(grade.parts.filter((p) => !p.correct).map((p) => p.id), steps);
  const [at, setAt] = useState(firstMiss);
  const ko = locale === "ko";
  const tone = tonesOf(instance.boxes);
  const byId = new Map(instance.boxes.map((b) => [b.id, b]));
  const kept = new Set<string>();
  const fallen = new Set<string>();
  for (const step of steps.slice(0, at + 1)) {
    if (step.type === "pick") kept.add(step.id);
    else if (step.suppressed) fallen.add(step.id);
  }
  const wrong = new Set(grade.parts.filter((p) => !p.correct).map((p) => p.id));
  const chosen = new Set(answer.keep);
  const boxes = instance.boxes.map(
    (box): StageBox => ({
      id: box.id,
      box: box.box,
      label: wrong.has(box.id) ? `${pictureTag(box, instance.boxes)} ${chosen.has(box.id) ? "✗" : "?"}` : pictureTag(box, instance.boxes),
      tone: tone(box),
      state: fallen.has(box.id) ? "suppressed" : kept.has(box.id) ? "kept" : "idle",
      description: describe(box, locale),
    }),
  );
  const step = steps[at];
  const [a, b] = step?.type === "compare" ? [byId.get(step.by), byId.get(step.id)] : [undefined, undefined];
  const captions = steps.map((s) => {
    const mine = wrong.has(s.id) ? (ko ? " (여기가 어긋났어요)" : " (here your answer differed)") : "";
    if (s.type === "pick") return (ko ? `남은 것 중 점수가 가장 높은 ${s.id}(${s.score.toFixed(2)})를 남겨요.` : `Of those left, ${s.id} (${s.score.toFixed(2)}) scores best: keep it.`) + mine;
    return (
      (s.suppressed
        ? ko
          ? `${s.id}와 ${s.by}의 IoU ${s.iou.toFixed(2)} > ${instance.threshold}: ${s.id}를 지워요.`
          : `${s.id} overlaps ${s.by}: IoU ${s.iou.toFixed(2)} > ${instance.threshold}, so ${s.id} falls.`
        : ko
          ? `${s.id}와 ${s.by}의 IoU ${s.iou.toFixed(2)} ≤ ${instance.threshold}: ${s.id}는 아직 남아요.`
          : `${s.id} overlaps ${s.by}: IoU ${s.iou.toFixed(2)} ≤ ${instance.threshold}, so ${s.id} still stands.`) + mine
    );
  });
  return (
    <div className="flex flex-col gap-3">
      <Stage
        width={instance.width}
        height={instance.height}
        sprites={instance.sprites}
        boxes={boxes}
        label={ko ? "엔진이 한 NMS" : "NMS as the engine ran it"}
        description={captions[at] ?? ""}
        locale={locale}
      >
        {step?.type === "compare" && a && b ? <Arrow from={a.box} to={b.box} text={step.iou.toFixed(2)} strong={step.suppressed} /> : null}
      </Stage>
      <Timeline step={at} count={steps.length} onStep={setAt} locale={locale} captions={captions} />
      <div className="min-h-16">{a && b ? <IouArithmetic a={a} b={b} threshold={instance.threshold} locale={locale} /> : null}</div>
    </div>
  );
}

/** The step at which the first misjudged box is decided; the start when nothing was misjudged. */
function firstMisstep(wrong: readonly string[], steps: readonly Step[]): number {
  const index = steps.findIndex((s) => wrong.includes(s.id) && (s.type === "pick" || s.suppressed));
  return Math.max(0, index);
}
