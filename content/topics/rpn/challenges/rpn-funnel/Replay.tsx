"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Locale } from "@/lib/challenges/text";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { pairSum, Sum } from "@/lib/ui/simulation";
import { Stage, type BoxState } from "@/lib/ui/stage";
import { Arrow, OutlinesLayer, OverlapGlow } from "@/lib/ui/stage/layers";
import { josa } from "@/lib/words";
import type { Answer, Step, View } from "./challenge";
import { asScored, pictureBoxes } from "./pictureBoxes";
import { two } from "./words";

/** The ids that a step decides. */
function settled(step: Step): readonly string[] {
  if (step.type === "decode") return [];
  if (step.type === "limit" || step.type === "small") return step.fall;
  return step.type === "pick" || step.suppressed ? [step.id] : [];
}

function captionOf(view: View, step: Step, locale: Locale): string {
  const ko = locale === "ko";
  const { before, smallest, threshold, boxes } = view;
  if (step.type === "limit")
    return ko
      ? `점수 순으로 ${boxes.length}개 가운데 ${before}개만 들어가요. ${step.fall.join(", ")} 떨어짐.`
      : `Of ${boxes.length} the best ${before} by score go in: ${step.fall.join(", ")} fall.`;
  if (step.type === "decode") return ko ? "델타를 따라 앵커가 상자로 옮겨 가요." : "Deltas turn the anchors into boxes.";
  if (step.type === "small")
    return step.fall.length === 0
      ? ko
        ? `한 변이 ${smallest}픽셀보다 짧은 상자는 없어요.`
        : `No box has a side below ${smallest} pixels.`
      : ko
        ? `한 변이 ${smallest}픽셀보다 짧은 상자를 버려요: ${step.fall.join(", ")}.`
        : `Boxes with a side below ${smallest} pixels fall: ${step.fall.join(", ")}.`;
  if (step.type === "pick")
    return ko
      ? `남아 있는 것 가운데 점수가 가장 높은 ${step.id} (${two(step.score)}). 남겨요.`
      : `Of those still standing ${step.id} (${two(step.score)}) scores best: keep it.`;
  const overlap = two(step.iou);
  return ko
    ? `${josa(step.by, "과/와")} ${step.id}의 IoU는 ${overlap}, ${threshold}보다 ${step.suppressed ? `커요. ${josa(step.id, "을/를")} 지워요.` : `크지 않아요. ${josa(step.id, "은/는")} 아직 있어요.`}`
    : `The IoU of ${step.by} and ${step.id} is ${overlap}, ${step.suppressed ? `above ${threshold}: ${step.id} falls.` : `not above ${threshold}: ${step.id} still stands.`}`;
}

/** The funnel stage by stage: who is cut off by score, where the anchors go, which are too small, and NMS round by round. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps, parts } = grade;
  const ko = locale === "ko";
  const chosen = new Set(answer.keep);
  const wrong = parts.filter(({ correct }) => !correct).map(({ id }) => id);
  const missteps = wrong
    .map((id): Misstep => {
      const extra = chosen.has(id);
      const spoken = extra ? (ko ? "골랐지만 떨어져요" : "chosen, but falls") : ko ? "놓쳤지만 남아요" : "not chosen, but stays";
      return { id, at: steps.findIndex((step) => settled(step).includes(id)), label: `${extra ? "✗" : "!"} ${id}`, spoken };
    })
    .sort((a, b) => a.at - b.at);
  const kept = steps.flatMap((step) => (step.type === "pick" ? [step.id] : []));
  const captions = [
    ...steps.map((step) => captionOf(view, step, locale)),
    ko
      ? `끝났어요. ${view.boxes.length}개 가운데 ${kept.length}개가 후보로 남았어요: ${kept.join(", ")}.`
      : `Done. ${kept.length} of ${view.boxes.length} are proposals: ${kept.join(", ")}.`,
  ];
  const decoded = steps.findIndex(({ type }) => type === "decode");
  const scored = asScored(view.boxes, () => "box");
  const scoredOf = (id: string) => scored.find((box) => box.id === id);
  const comparedAt = (at: number) => {
    const step = steps[at];
    if (step?.type !== "compare") return null;
    const [a, b] = [scoredOf(step.by), scoredOf(step.id)];
    return a && b ? { a, b, ...step } : null;
  };
  const picture = (at: number) => {
    const done = at >= steps.length;
    const played = steps.slice(0, at + 1);
    const stays = new Set(played.flatMap((step) => (step.type === "pick" ? [step.id] : [])));
    const fallen = new Set(played.flatMap((step) => (step.type === "pick" ? [] : settled(step))));
    const what = at >= decoded ? "box" : "anchor";
    const stateOf = (id: string): BoxState => {
      if (done && wrong.includes(id)) return chosen.has(id) ? "wrong" : "missed";
      return fallen.has(id) ? "suppressed" : stays.has(id) ? "kept" : "idle";
    };
    const now = comparedAt(at);
    return (
      <Stage
        width={view.width}
        height={view.height}
        sprites={view.sprites}
        boxes={pictureBoxes(view.boxes, locale, ({ id }) => ({
          what,
          state: stateOf(id),
          mark: done || !wrong.includes(id) ? "" : chosen.has(id) ? " ✗" : " !",
        }))}
        label={ko ? "깔때기를 지나는 상자" : "Boxes on their way through the funnel"}
        description={captions[at] ?? ""}
        locale={locale}
        underlay={
          <>
            {at === decoded ? (
              <OutlinesLayer outlines={view.boxes.map(({ id, anchor }) => ({ key: id, box: anchor, tone: 1, faded: true }))} />
            ) : null}
            {now ? <OverlapGlow a={now.a.box} b={now.b.box} /> : null}
          </>
        }
      >
        {now ? <Arrow from={now.a.box} to={now.b.box} text={two(now.iou)} tone={now.suppressed ? "drops" : "spares"} /> : null}
      </Stage>
    );
  };
  const below = (at: number) => {
    const now = comparedAt(at);
    return <div className="min-h-[4.5rem]">{now ? <Sum lines={pairSum(now.a, now.b, locale, view.threshold)} quiet /> : null}</div>;
  };
  return <ReplayFrame captions={captions} missteps={missteps} locale={locale} picture={picture} below={below} />;
}
