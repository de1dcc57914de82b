"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import { ClassLegend, ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { pairSum, Sum } from "@/lib/ui/simulation";
import { Stage, stageBoxesOf, type BoxState } from "@/lib/ui/stage";
import { Arrow, OverlapGlow } from "@/lib/ui/stage/layers";
import type { Answer, Instance, Step } from "./challenge";
import { captionsOf, decisiveStep, roundOf } from "./replaySteps";

/**
 * Plays the engine's rounds: take the best, compare, drop. It opens at the learner's first misstep, misjudged boxes carry their
 * mark throughout and lead to the step that decides them, and the last step lays answer and truth on top of each other.
 */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<Instance, null, Answer, Step>) {
  const { steps } = grade;
  const ko = locale === "ko";
  const chosen = new Set(answer.keep);
  const wrong = grade.parts.filter((p) => !p.correct).map((p) => p.id);
  const missteps = wrong
    .map((id): Misstep => {
      const extra = chosen.has(id);
      const spoken = extra ? (ko ? "골랐지만 지워져요" : "chosen, but falls") : ko ? "놓쳤지만 살아남아요" : "not chosen, but survives";
      return { id, at: decisiveStep(steps, id), label: `${extra ? "✗" : "!"} ${id}`, spoken };
    })
    .sort((a, b) => a.at - b.at);
  const captions = captionsOf(view, steps, new Set(wrong), chosen, locale);
  const boxOf = (id: string) => view.boxes.find((b) => b.id === id);
  const comparedAt = (at: number) => {
    const step = steps[at];
    if (step?.type !== "compare") return null;
    const [a, b] = [boxOf(step.by), boxOf(step.id)];
    return a && b ? { a, b, iou: step.iou, suppressed: step.suppressed } : null;
  };

  const picture = (at: number) => {
    const done = at >= steps.length;
    const played = steps.slice(0, at + 1);
    const kept = new Set(played.filter((s) => s.type === "pick").map((s) => s.id));
    const fallen = new Set(played.filter((s) => s.type === "compare" && s.suppressed).map((s) => s.id));
    const stateOf = (id: string): BoxState => {
      if (done && wrong.includes(id)) return chosen.has(id) ? "wrong" : "missed";
      return fallen.has(id) ? "suppressed" : kept.has(id) ? "kept" : "idle";
    };
    const markOf = (id: string) => (done || !wrong.includes(id) ? "" : chosen.has(id) ? " ✗" : " !");
    const now = comparedAt(at);
    return (
      <>
        <Stage
          width={view.width}
          height={view.height}
          sprites={view.sprites}
          boxes={stageBoxesOf(view.boxes, locale, ({ id }) => ({ state: stateOf(id), mark: markOf(id) }))}
          label={ko ? "엔진이 한 NMS" : "NMS as the engine ran it"}
          description={captions[at] ?? ""}
          locale={locale}
          underlay={now ? <OverlapGlow a={now.a.box} b={now.b.box} /> : null}
        >
          {roundOf(steps, at).map((s) => {
            const [from, to] = [boxOf(s.by), boxOf(s.id)];
            return from && to ? <Arrow key={s.id} from={from.box} to={to.box} text="" tone="drops" quiet /> : null;
          })}
          {now ? <Arrow from={now.a.box} to={now.b.box} text={now.iou.toFixed(2)} tone={now.suppressed ? "drops" : "spares"} /> : null}
        </Stage>
        <ClassLegend boxes={view.boxes} locale={locale} />
      </>
    );
  };
  const below = (at: number) => {
    const now = comparedAt(at);
    return <div className="min-h-[4.5rem]">{now ? <Sum lines={pairSum(now.a, now.b, locale, view.threshold)} quiet /> : null}</div>;
  };
  return <ReplayFrame captions={captions} missteps={missteps} locale={locale} picture={picture} below={below} />;
}
