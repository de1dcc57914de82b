"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { BACKGROUND, IGNORED } from "@/lib/engine/match";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Beside, LabelRows } from "@/lib/ui/boards";
import { objectBoxes, Stage, type StageBox } from "@/lib/ui/stage";
import { letter } from "@/lib/words";
import { labelName, type Answer, type View } from "./challenge";

const WORDS = {
  stage: { ko: "물체와 앵커", en: "Objects and anchors" },
  rule: {
    ko: "0.7 이상은 양성, 0.3 미만은 음성, 그 사이는 무시. 그리고 물체마다 가장 좋은 앵커는 모두 양성이에요.",
    en: "From 0.7 positive, below 0.3 negative, in between ignored; and every object's best anchors are positive.",
  },
  anchor: { ko: "앵커", en: "Anchor" },
  show: { ko: "그림에서 보기", en: "Show on the picture" },
} satisfies Record<string, Text>;

const corners = (box: BoxXYXY) => `(${box[0]}, ${box[1]})–(${box[2]}, ${box[3]})`;

function describe({ objects, anchors }: View, locale: Locale): string {
  const things = objects.map(({ cls, box }, i) => `${i + 1} ${CLASS_NAMES[cls][locale]} ${corners(box)}`).join(", ");
  const boxes = anchors.map((box, a) => `${letter(a)} ${corners(box)}`).join(", ");
  return locale === "ko" ? `물체: ${things}. 앵커: ${boxes}.` : `Objects: ${things}. Anchors: ${boxes}.`;
}

/** Short enough for five labels side by side on a phone. */
function shortName(label: number, objects: number, locale: Locale): string {
  if (label < 0 || objects === 1) return labelName(label, objects)[locale];
  return locale === "ko" ? `양성 ${label + 1}` : `pos. ${label + 1}`;
}

/** "IoU(1) 0.52  IoU(2) 0.00" */
const iousOf = ({ objects }: View, anchor: BoxXYXY) =>
  objects.map(({ box }, i) => `IoU${objects.length > 1 ? `(${i + 1})` : ""} ${iou(box, anchor).toFixed(2)}`).join("  ");

/** The anchors with their letters, as board and replay draw them. */
export const anchorBoxes = ({ anchors }: View, stateOf: (a: number) => StageBox["state"]): StageBox[] =>
  anchors.map((box, a) => ({ id: `anchor-${a}`, box, label: letter(a), tone: a, state: stateOf(a), description: letter(a) }));

const lookOf = (label: number | null): StageBox["state"] =>
  label === null || label === IGNORED ? "idle" : label === BACKGROUND ? "ghost" : "picked";

/** The scene with its anchors; a row for each with its IoUs (while they are given) and the labels to choose from. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [seen, setSeen] = useState<number | null>(null);
  const set = (anchor: number, label: number) => {
    setSeen(anchor);
    onChange({ labels: answer.labels.map((old, a) => (a === anchor ? label : old)) });
  };
  const stateOf = (a: number) => (seen === null ? lookOf(answer.labels[a] ?? null) : seen === a ? "picked" : "ghost");
  return (
    <Beside
      picture={
        <Stage
          width={view.width}
          height={view.height}
          sprites={view.objects}
          boxes={[...objectBoxes(view.objects, locale), ...anchorBoxes(view, stateOf)]}
          label={WORDS.stage[locale]}
          description={describe(view, locale)}
          locale={locale}
          locked={locked}
        />
      }
    >
      <p className="m-0 text-sm text-ink-2">{WORDS.rule[locale]}</p>
      <LabelRows
        rows={view.anchors.map((anchor, a) => ({
          tag: letter(a),
          name: `${WORDS.anchor[locale]} ${letter(a)}`,
          tone: a,
          facts: view.table ? iousOf(view, anchor) : undefined,
        }))}
        options={[BACKGROUND, IGNORED, ...view.objects.keys()].map((value) => ({
          value,
          label: shortName(value, view.objects.length, locale),
        }))}
        labels={answer.labels}
        onLabel={set}
        onPoint={setSeen}
        pointed={seen}
        show={WORDS.show[locale]}
        locked={locked}
      />
    </Beside>
  );
}
