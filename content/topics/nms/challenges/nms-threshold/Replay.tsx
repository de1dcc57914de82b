"use client";

import { iou } from "@/lib/engine/boxes";
import type { ReplayProps } from "@/lib/challenges/play";
import { ReplayFrame } from "@/lib/ui/boards";
import { pairSum, Sum } from "@/lib/ui/simulation";
import { Stage, stageBoxesOf } from "@/lib/ui/stage";
import { Arrow } from "@/lib/ui/stage/layers";
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
  const captions = steps.map((s, i) => captionOf(instance, s, i === mine, locale));

  const picture = (at: number) => {
    const { kept, perObject } = steps[at];
    const lost = view.sprites.filter((_, object) => perObject[object] === 0);
    return (
      <>
        <Stage
          width={view.width}
          height={view.height}
          sprites={view.sprites}
          boxes={stageBoxesOf(view.boxes, locale, ({ id }, i) => ({
            state: !kept.includes(id) ? "suppressed" : perObject[truth.objects[i]] > 1 ? "wrong" : "kept",
          }))}
          label={locale === "ko" ? "임계값마다 남는 상자" : "What each threshold keeps"}
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
          {troubleAt(instance, steps[at]).map(({ a, b, kind }) => (
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
      </>
    );
  };
  const below = (at: number) => {
    const [first] = troubleAt(instance, steps[at]);
    return (
      <div className="min-h-[4.5rem]">
        {first ? <Sum lines={pairSum(first.a, first.b, locale, steps[at].hundredths / 100)} quiet /> : null}
      </div>
    );
  };
  return <ReplayFrame captions={captions} start={mine} locale={locale} picture={picture} below={below} />;
}
