"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { ClassLegend, ReplayFrame } from "@/lib/ui/boards";
import { LinePlot } from "@/lib/ui/plots";
import { Sum } from "@/lib/ui/simulation";
import { Stage, type BoxState } from "@/lib/ui/stage";
import { num } from "@/lib/words";
import type { Answer, Step, View } from "./challenge";
import { perfect, shownAp, type Mark } from "./judging";
import { foundBoxes, thingBoxes } from "./pictureBoxes";
import { areaSum, captionOf, misstepsOf, pointOf } from "./replaySteps";

const WORDS = {
  stage: { ko: "순위를 따라 판정하기", en: "Judged along the ranking" },
  plot: { ko: "정밀도와 재현율", en: "Precision and recall" },
  recall: { ko: "재현율", en: "Recall" },
  precision: { ko: "정밀도", en: "Precision" },
  measured: { ko: "여기까지의 곡선", en: "The curve so far" },
  envelope: { ko: "포락선", en: "Envelope" },
  mine: { ko: "내 답", en: "yours" },
  area: { ko: "넓이", en: "area" },
} satisfies Record<string, Text>;

const STATE: Readonly<Record<Mark, BoxState>> = { tp: "kept", fp: "wrong", ignored: "ghost" };

type Area = Extract<Step, { type: "area" }>;

/** The envelope from recall 0 to 1, with its steps: each height holds back to the true positive before it. */
const envelopePoints = ({ heights, positives }: Area) => [
  ...heights.flatMap((y, i) => [
    { x: i / positives, y },
    { x: (i + 1) / positives, y },
  ]),
  ...(heights.length < positives
    ? [
        { x: heights.length / positives, y: 0 },
        { x: 1, y: 0 },
      ]
    : []),
];

/** The engine's way down the ranking: what each detection is and why, the curve growing with it, and at the end the area. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const captions = steps.map((step, place) => captionOf(view, step, place, locale));
  const area = steps.find((step) => step.type === "area");
  const positives = area?.positives ?? 1;
  const ap = perfect(view).ap ?? 0;
  const played = (at: number) => steps.slice(0, at + 1).filter((step) => step.type === "detection");

  const picture = (at: number) => {
    const now = steps[at];
    const past = played(at);
    const found = new Set(past.filter(({ mark }) => mark === "tp").map(({ object }) => object));
    const done = now.type === "area";
    return (
      <>
        <Stage
          width={view.width}
          height={view.height}
          sprites={view.objects}
          boxes={[
            ...thingBoxes(view, locale, (i) => {
              const { cls, difficult } = view.objects[i];
              return done && cls === view.cls && !difficult && !found.has(i) ? "missed" : "truth";
            }),
            ...foundBoxes(view, locale, (i) => {
              const step = past.find(({ id }) => id === view.detections[i].id);
              return step ? STATE[step.mark] : done ? "suppressed" : "idle";
            }),
          ]}
          label={WORDS.stage[locale]}
          description={captions[at]}
          locale={locale}
          pointed={now.type === "detection" ? now.id : null}
        />
        <ClassLegend boxes={view.detections} locale={locale} />
      </>
    );
  };

  const below = (at: number) => {
    const now = steps[at];
    const points = played(at).flatMap((step) => {
      const point = step.mark === "ignored" ? null : pointOf(step, positives);
      return point ? [point] : [];
    });
    return (
      <div className="flex flex-col gap-3">
        <LinePlot
          title={WORDS.plot[locale]}
          x={{ label: WORDS.recall[locale], domain: [0, 1], format: (x) => num(x, 2) }}
          y={{ label: WORDS.precision[locale], domain: [0, 1], format: (y) => num(y, 2) }}
          series={[
            // It starts at recall 0, so that one point is a line already.
            {
              id: "measured",
              label: WORDS.measured[locale],
              tone: 0,
              points: points.length === 0 ? [] : [{ x: 0, y: points[0].y }, ...points],
            },
            ...(now.type === "area" ? [{ id: "envelope", label: WORDS.envelope[locale], tone: 1, points: envelopePoints(now) }] : []),
          ]}
          reached={points.length === 0 || now.type === "area" ? undefined : { ...points[points.length - 1], tone: 0 }}
          locale={locale}
        />
        <div className="min-h-12">
          {now.type === "area" ? (
            <Sum
              quiet
              lines={[
                { name: "AP", word: WORDS.area[locale], sum: areaSum(now, ap), result: true },
                ...(answer.ap === null ? [] : [{ name: WORDS.mine[locale], sum: shownAp(answer.ap) }]),
              ]}
            />
          ) : (
            <Sum
              quiet
              lines={[
                {
                  name: WORDS.precision[locale],
                  sum: now.counted === 0 ? "–" : `${now.found} ÷ ${now.counted} = ${num(now.found / now.counted, 2)}`,
                },
                { name: WORDS.recall[locale], sum: `${now.found} ÷ ${positives} = ${num(now.found / positives, 2)}` },
              ]}
            />
          )}
        </div>
      </div>
    );
  };
  return (
    <ReplayFrame captions={captions} missteps={misstepsOf(view, answer, grade, locale)} locale={locale} picture={picture} below={below} />
  );
}
