"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { ReplayFrame } from "@/lib/ui/boards";
import { StatRow } from "@/lib/ui/simulation";
import { objectBoxes, Stage, type StageBox } from "@/lib/ui/stage";
import { GridLayer } from "@/lib/ui/stage/layers";
import { shapeName, moveText, type Answer, type Instance, type Step } from "./challenge";

const WORDS = {
  stage: { ko: "선택이 나아지는 과정", en: "How the choice improves" },
  points: { ko: "점수", en: "Score" },
  mean: { ko: "평균 IoU", en: "Mean IoU" },
  recall: { ko: "재현율", en: "Recall" },
  anchors: { ko: "고른 앵커", en: "Anchors" },
  object: { ko: "물체", en: "Object" },
  fit: { ko: "가장 잘 맞는 앵커", en: "Best anchor" },
} satisfies Record<string, Text>;

const foundOf = ({ objects }: Instance, recall: number) => Math.round(recall * objects.length);

function captionOf(instance: Instance, step: Step, locale: Locale): string {
  const found = foundOf(instance, step.recall);
  const numbers =
    locale === "ko"
      ? `평균 IoU ${step.mean.toFixed(2)}, ${found}/${instance.objects.length}개 찾음, ${step.points}점`
      : `mean IoU ${step.mean.toFixed(2)}, ${found} of ${instance.objects.length} found, ${step.points} points`;
  return `${moveText(instance, step.move)[locale]} → ${numbers}`;
}

/** From the learner's choice uphill, one change at a time, to what the search found: each object with its best anchor. */
export function Replay({ instance: { view }, grade, locale }: ReplayProps<Instance, null, Answer, Step>) {
  const t = view.threshold / 100;
  const captions = grade.steps.map((each) => captionOf(view, each, locale));
  const picture = (at: number) => {
    const fits = grade.steps[at].fits.flatMap(({ anchor, iou, shape }, i): StageBox[] =>
      anchor && shape
        ? [{ id: `fit-${i}`, box: anchor, label: iou.toFixed(2), tone: shape[0], state: iou >= t ? "kept" : "wrong", description: "" }]
        : [],
    );
    return (
      <Stage
        width={view.width}
        height={view.height}
        sprites={view.objects}
        boxes={[...objectBoxes(view.objects, locale, "ghost"), ...fits]}
        label={WORDS.stage[locale]}
        description={captions[at]}
        locale={locale}
        locked
        underlay={<GridLayer {...view} />}
      />
    );
  };
  const below = (at: number) => {
    const { points, mean, recall, shapes, fits } = grade.steps[at];
    return (
      <>
        <StatRow
          columns={3}
          stats={[
            { label: WORDS.points[locale], value: points },
            { label: WORDS.mean[locale], value: mean.toFixed(3) },
            { label: `${WORDS.recall[locale]} (≥ ${t.toFixed(1)})`, value: `${foundOf(view, recall)}/${view.objects.length}` },
          ]}
        />
        <p className="m-0 text-sm text-ink-2">
          {WORDS.anchors[locale]}: <span className="font-mono text-ink">{shapes.map((shape) => shapeName(view, shape)).join(" · ")}</span>
        </p>
        <table className="w-full text-left text-sm">
          <thead>
            <tr className="text-ink-2">
              <th scope="col" className="py-1 font-medium">
                {WORDS.object[locale]}
              </th>
              <th scope="col" className="py-1 font-medium">
                {WORDS.fit[locale]}
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                IoU
              </th>
            </tr>
          </thead>
          <tbody>
            {fits.map(({ iou, shape }, i) => (
              <tr key={i} className="border-t border-line text-ink">
                <th scope="row" className="py-1 font-medium">{`${i + 1} ${CLASS_NAMES[view.objects[i].cls][locale]}`}</th>
                <td className="py-1 font-mono">{shape ? shapeName(view, shape) : "–"}</td>
                <td
                  className={`py-1 text-right font-mono font-semibold ${iou >= t ? "text-good" : "text-bad"}`}
                >{`${iou >= t ? "✓" : "✗"} ${iou.toFixed(2)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    );
  };
  return <ReplayFrame captions={captions} locale={locale} picture={picture} below={below} />;
}
