"use client";

import { useMemo } from "react";
import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { Bars } from "@/lib/ui/plots";
import { Stage } from "@/lib/ui/stage";
import { OutlinesLayer } from "@/lib/ui/stage/layers";
import { josa, letter, num } from "@/lib/words";
import type { Answer, Step, View } from "./challenge";
import { bestOfMaps, highest, overlapsOf, POSITIVE, SIDE, truthOf, type Overlap } from "./instance";
import { MapLayer } from "./MapLayer";
import { objectBoxes, sprites } from "./pictureBoxes";
import { keptText, mapName, shown } from "./words";

const WORDS = {
  stage: { ko: "물체와 기본 상자", en: "Object and default boxes" },
  ious: { ko: "지도마다 가장 큰 IoU", en: "Best IoU of each map" },
  spoken: { ko: "달라요", en: "answered otherwise" },
} satisfies Record<string, Text>;

/** What a step shows: a map's positives of an object, or where it has none its best box. */
function boxesOn(overlaps: readonly (readonly Overlap[])[], { asks }: View, step: Exclude<Step, "kept">): readonly Overlap[] {
  const on = overlaps[step.object].filter(({ map }) => map === step.map);
  const positive = asks === "best" ? [] : on.filter(({ iou }) => iou >= POSITIVE);
  return positive.length > 0 ? positive : on.slice(0, 1);
}

function captionOf(view: View, overlaps: readonly (readonly Overlap[])[], step: Step): Text {
  if (step === "kept") return keptText(view);
  const { object, map } = step;
  const best = bestOfMaps(view)[object];
  const value = shown(best[map]);
  const name = letter(object);
  const on = mapName(view, map);
  const start: Text = {
    ko: `${josa(name, "과/와")} 가장 잘 겹치는 ${on}의 상자는 IoU ${value}.`,
    en: `The best box of ${on} has an IoU of ${value} with ${name}.`,
  };
  const wins = highest(best) === map;
  if (view.asks === "best") {
    const last = map === view.sides.length - 1;
    if (!last) return start;
    const winner = mapName(view, highest(best));
    return { ko: `${start.ko} 지도 가운데 ${josa(winner, "이/가")} 가장 커요.`, en: `${start.en} Of all maps ${winner} has the highest.` };
  }
  const count = boxesOn(overlaps, view, step).length;
  if (best[map] >= POSITIVE)
    return { ko: `${start.ko} 0.5 이상인 상자가 ${num(count)}개예요.`, en: `${start.en} Boxes from 0.5 on: ${num(count)}.` };
  return wins
    ? {
        ko: `${start.ko} 0.5보다 낮지만 ${name}의 가장 좋은 상자라서 양성이에요.`,
        en: `${start.en} It is below 0.5, but the best that ${name} has: positive.`,
      }
    : { ko: `${start.ko} 양성이 없어요.`, en: `${start.en} No positive here.` };
}

/** Object by object, map by map: the default boxes that overlap it most, and their IoUs; at last the negatives. */
export function Replay({ instance: { view }, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const overlaps = useMemo(() => overlapsOf(view), [view]);
  const truth = truthOf(view);
  const bests = bestOfMaps(view);
  const captions = steps.map((step) => captionOf(view, overlaps, step)[locale]);
  const missteps = grade.parts.flatMap(({ id, correct, label }, i): Misstep[] => {
    if (correct) return [];
    const at =
      id === "kept" ? steps.length - 1 : steps.findIndex((step) => step !== "kept" && step.object === i && step.map === truth.maps[i][0]);
    return [{ id, at: Math.max(0, at), label: `✗ ${id === "kept" ? label[locale] : id}`, spoken: WORDS.spoken[locale] }];
  });
  const picture = (at: number) => {
    const step = steps[at];
    const last = step === "kept" ? null : step;
    return (
      <Stage
        width={SIDE}
        height={SIDE}
        sprites={sprites(view)}
        boxes={objectBoxes(view, last?.object ?? -1, locale)}
        label={WORDS.stage[locale]}
        description={captions[at]}
        locale={locale}
        locked
        underlay={last ? <MapLayer side={view.sides[last.map]} /> : null}
      >
        {last ? (
          <OutlinesLayer outlines={boxesOn(overlaps, view, last).map(({ box }, i) => ({ key: String(i), box, tone: last.map + 1 }))} />
        ) : null}
      </Stage>
    );
  };
  const below = (at: number) => {
    const step = steps[at];
    if (step === "kept") return null;
    return (
      <Bars
        label={`${WORDS.ious[locale]}: ${letter(step.object)}`}
        most={1}
        marked={String(step.map)}
        bars={bests[step.object].flatMap((value, map) =>
          map > step.map
            ? []
            : [
                {
                  id: String(map),
                  title: mapName(view, map),
                  value,
                  text: `${shown(value)}${truth.maps[step.object].includes(map) ? " ✓" : ""}`,
                },
              ],
        )}
      />
    );
  };
  return <ReplayFrame captions={captions} missteps={missteps} locale={locale} picture={picture} below={below} />;
}
