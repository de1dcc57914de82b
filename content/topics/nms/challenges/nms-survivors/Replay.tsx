"use client";

import { useState } from "react";
import type { ReplayProps } from "@/lib/challenges/play";
import { Button, Timeline } from "@/lib/ui/components";
import { Stage, type BoxState, type StageBox } from "@/lib/ui/stage";
import { Arrow } from "../../Arrow";
import { ClassLegend } from "../../Chips";
import { IouArithmetic } from "../../IouArithmetic";
import { Overlap } from "../../Overlap";
import { describe, pictureTag, tonesOf } from "../../stageBoxes";
import type { Answer, Instance, Step } from "./challenge";
import { captionsOf, decisiveStep, roundOf } from "./replaySteps";

/**
 * Plays the engine's rounds: take the best, compare, drop. It opens at the learner's first misstep, misjudged boxes carry their
 * mark throughout and lead to the step that decides them, and the last step lays answer and truth on top of each other.
 */
export function Replay({ instance: { view: instance }, answer, grade, locale }: ReplayProps<Instance, null, Answer, Step>) {
  const { steps } = grade;
  const wrong = grade.parts.filter((p) => !p.correct).map((p) => p.id);
  const missteps = wrong.map((id) => ({ id, at: decisiveStep(steps, id) })).sort((a, b) => a.at - b.at);
  const [at, setAt] = useState(missteps.length > 0 ? missteps[0].at : 0);
  const ko = locale === "ko";
  const tone = tonesOf(instance.boxes);
  const boxOf = (id: string) => instance.boxes.find((b) => b.id === id);
  const chosen = new Set(answer.keep);
  const done = at >= steps.length;
  const played = steps.slice(0, at + 1);
  const kept = new Set(played.filter((s) => s.type === "pick").map((s) => s.id));
  const fallen = new Set(played.filter((s) => s.type === "compare" && s.suppressed).map((s) => s.id));
  const stateOf = (id: string): BoxState => {
    if (done && wrong.includes(id)) return chosen.has(id) ? "wrong" : "missed";
    return fallen.has(id) ? "suppressed" : kept.has(id) ? "kept" : "idle";
  };
  const boxes = instance.boxes.map((box): StageBox => {
    const mark = wrong.includes(box.id) && !done ? (chosen.has(box.id) ? " ✗" : " !") : "";
    return {
      id: box.id,
      box: box.box,
      label: `${pictureTag(box, instance.boxes)}${mark}`,
      tone: tone(box),
      state: stateOf(box.id),
      description: describe(box, locale),
      score: box.score,
    };
  });
  const step = done ? undefined : steps[at];
  const [a, b] = step?.type === "compare" ? [boxOf(step.by), boxOf(step.id)] : [undefined, undefined];
  const captions = captionsOf(instance, steps, new Set(wrong), chosen, locale);
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
        underlay={a && b ? <Overlap a={a.box} b={b.box} /> : null}
      >
        {roundOf(steps, at).map((s) => {
          const [from, to] = [boxOf(s.by), boxOf(s.id)];
          return from && to ? <Arrow key={s.id} from={from.box} to={to.box} text="" tone="drops" quiet /> : null;
        })}
        {step?.type === "compare" && a && b ? (
          <Arrow from={a.box} to={b.box} text={step.iou.toFixed(2)} tone={step.suppressed ? "drops" : "spares"} />
        ) : null}
      </Stage>
      <ClassLegend boxes={instance.boxes} tone={tone} locale={locale} />
      {missteps.length > 0 ? (
        <div className="flex flex-wrap items-center gap-2" role="group" aria-label={ko ? "어긋난 곳으로 가기" : "Go to a misstep"}>
          <span className="text-sm font-semibold text-ink">{ko ? "어긋난 곳" : "Missteps"}</span>
          {missteps.map(({ id, at: place }) => (
            <Button
              key={id}
              size="sm"
              variant={place === at ? "primary" : "secondary"}
              aria-pressed={place === at}
              onClick={() => setAt(place)}
            >
              {chosen.has(id) ? "✗" : "!"} {id}
              <span className="sr-only">
                {chosen.has(id)
                  ? ko
                    ? ", 골랐지만 지워져요"
                    : ", chosen, but falls"
                  : ko
                    ? ", 놓쳤지만 살아남아요"
                    : ", not chosen, but survives"}
              </span>
            </Button>
          ))}
        </div>
      ) : null}
      <Timeline step={at} count={steps.length + 1} onStep={setAt} locale={locale} captions={captions} />
      <div className="min-h-[4.5rem]">{a && b ? <IouArithmetic a={a} b={b} threshold={instance.threshold} locale={locale} /> : null}</div>
    </div>
  );
}
