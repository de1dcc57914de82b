"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges";
import { anchorBox } from "@/lib/engine/anchors";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Beside } from "@/lib/ui/boards";
import { Segmented } from "@/lib/ui/components";
import { objectBoxes, Stage } from "@/lib/ui/stage";
import { GridLayer, middleOf, nearestCentre, OutlinesLayer, TapLayer } from "@/lib/ui/stage/layers";
import { shapesOf, type Answer, type View } from "./challenge";
import { Shop } from "./Shop";

const WORDS = {
  stage: { ko: "물체와 앵커 격자", en: "Objects and the anchor grid" },
  where: { ko: "앵커를 대 볼 물체 (번호 · 너비×높이)", en: "Try your anchors on (number · width×height)" },
  hint: {
    ko: "그림을 눌러도 그 자리에 앵커를 대 볼 수 있어요. IoU는 채점할 때 알려 줘요.",
    en: "Tap the picture to try your anchors anywhere. The IoUs come with the verdict.",
  },
} satisfies Record<string, Text>;
const size = ({ box }: View["objects"][number]) => `${box[2] - box[0]}×${box[3] - box[1]}`;

function describe(view: View, locale: Locale): string {
  const list = view.objects.map((object, i) => `${i + 1} ${CLASS_NAMES[object.cls][locale]} ${size(object)}`).join(", ");
  return locale === "ko"
    ? `가로 ${view.width}, 세로 ${view.height} 픽셀 그림에 물체가 있어요 (너비×높이): ${list}. 앵커 중심은 ${view.stride}픽셀마다 있어요.`
    : `A picture of ${view.width} by ${view.height} pixels with objects (width×height): ${list}. Anchor centres stand every ${view.stride} pixels.`;
}

/** The scene with its grid, a place to hold the chosen anchors against it, and the shop of scales and ratios. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [held, setHeld] = useState<{ readonly object: number; readonly centre: readonly [number, number] }>(() => ({
    object: 0,
    centre: nearestCentre(view, ...middleOf(view.objects[0].box)),
  }));
  const hold = (object: number) => setHeld({ object, centre: nearestCentre(view, ...middleOf(view.objects[object].box)) });
  const objects = objectBoxes(view.objects, locale);
  const outlines = shapesOf(view, answer).map(([s, r]) => ({
    key: `${s}/${r}`,
    box: anchorBox(...held.centre, view.scales[s], view.ratios[r][0] / view.ratios[r][1]),
    tone: s,
  }));
  return (
    <Beside
      picture={
        <Stage
          width={view.width}
          height={view.height}
          sprites={view.objects}
          boxes={objects}
          label={WORDS.stage[locale]}
          description={describe(view, locale)}
          locale={locale}
          locked={locked}
          underlay={<GridLayer {...view} />}
        >
          <OutlinesLayer outlines={outlines} centre={held.centre} />
          <TapLayer
            width={view.width}
            height={view.height}
            onTap={(x, y) => setHeld({ object: -1, centre: nearestCentre(view, x, y) })}
            onTag={(id) => hold(objects.findIndex((object) => object.id === id))}
          />
        </Stage>
      }
    >
      <Segmented
        label={WORDS.where[locale]}
        value={held.object}
        onChange={hold}
        options={view.objects.map((object, i) => ({ value: i, label: `${i + 1} · ${size(object)}` }))}
      />
      <p className="m-0 text-sm text-ink-2">{WORDS.hint[locale]}</p>
      <Shop view={view} answer={answer} onChange={onChange} locale={locale} locked={locked} />
    </Beside>
  );
}
