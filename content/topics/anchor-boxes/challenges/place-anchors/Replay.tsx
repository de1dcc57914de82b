"use client";

import { useState } from "react";
import type { ReplayProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Stat, Timeline } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { GridLayer } from "../../GridLayer";
import { objectBoxes } from "./Board";
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

function captionOf(instance: Instance, step: Step, locale: Locale): string {
  const found = Math.round(step.recall * instance.objects.length);
  const numbers =
    locale === "ko"
      ? `평균 IoU ${step.mean.toFixed(2)}, ${found}/${instance.objects.length}개 찾음, ${step.points}점`
      : `mean IoU ${step.mean.toFixed(2)}, ${found} of ${instance.objects.length} found, ${step.points} points`;
  return `${moveText(instance, step.move)[locale]} → ${numbers}`;
}

/** From the learner's choice uphill, one change at a time, to what the search found: each object with its best anchor. */
export function Replay({ instance: { view: instance }, grade, locale }: ReplayProps<Instance, null, Answer, Step>) {
  const [at, setAt] = useState(0);
  const step = grade.steps[Math.min(at, grade.steps.length - 1)];
  const t = instance.threshold / 100;
  const fits: StageBox[] = step.fits.flatMap(({ anchor, iou, shape }, i) =>
    anchor && shape
      ? [{ id: `fit-${i}`, box: anchor, label: iou.toFixed(2), tone: shape[0], state: iou >= t ? "kept" : "wrong", description: "" }]
      : [],
  );
  const captions = grade.steps.map((each) => captionOf(instance, each, locale));
  return (
    <div className="flex flex-col gap-3">
      <Stage
        width={instance.width}
        height={instance.height}
        sprites={instance.objects}
        boxes={[...objectBoxes(instance, locale, () => "ghost"), ...fits]}
        label={WORDS.stage[locale]}
        description={captions[at] ?? ""}
        locale={locale}
        locked
        underlay={<GridLayer {...instance} />}
      />
      <Timeline step={at} count={grade.steps.length} onStep={setAt} locale={locale} captions={captions} />
      <div className="grid grid-cols-3 gap-3">
        <Stat label={WORDS.points[locale]} value={step.points} />
        <Stat label={WORDS.mean[locale]} value={step.mean.toFixed(3)} />
        <Stat
          label={`${WORDS.recall[locale]} (≥ ${t.toFixed(1)})`}
          value={`${Math.round(step.recall * instance.objects.length)}/${instance.objects.length}`}
        />
      </div>
      <p className="m-0 text-sm text-ink-2">
        {WORDS.anchors[locale]}:{" "}
        <span className="font-mono text-ink">{step.shapes.map((shape) => shapeName(instance, shape)).join(" · ")}</span>
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
          {step.fits.map(({ iou, shape }, i) => (
            <tr key={i} className="border-t border-line text-ink">
              <th scope="row" className="py-1 font-medium">{`${i + 1} ${CLASS_NAMES[instance.objects[i].cls][locale]}`}</th>
              <td className="py-1 font-mono">{shape ? shapeName(instance, shape) : "–"}</td>
              <td
                className={`py-1 text-right font-mono font-semibold ${iou >= t ? "text-good" : "text-bad"}`}
              >{`${iou >= t ? "✓" : "✗"} ${iou.toFixed(2)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
