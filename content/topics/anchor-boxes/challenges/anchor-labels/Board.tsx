"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { BACKGROUND, IGNORED } from "@/lib/engine/match";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { classNames, Segmented } from "@/lib/ui/components";
import { Stage, toneColor, type StageBox } from "@/lib/ui/stage";
import { labelName, letter, type Answer, type View } from "./challenge";

const WORDS = {
  stage: { ko: "물체와 앵커", en: "Objects and anchors" },
  rule: {
    ko: "0.7 이상은 양성, 0.3 미만은 음성, 그 사이는 무시. 그리고 물체마다 가장 좋은 앵커는 모두 양성이에요.",
    en: "From 0.7 positive, below 0.3 negative, in between ignored; and every object's best anchors are positive.",
  },
  anchor: { ko: "앵커", en: "Anchor" },
  show: { ko: "그림에서 보기", en: "Show on the picture" },
} satisfies Record<string, Text>;
/** The picture stays in sight while the choices below it scroll, where a screen is tall enough for both. */
const PINNED = "[@media(min-height:700px)]:sticky top-[calc(var(--header)+0.25rem)] z-[5] mx-auto w-full max-w-xl";

const corners = (box: BoxXYXY) => `(${box[0]}, ${box[1]})–(${box[2]}, ${box[3]})`;

function describe({ objects, anchors }: View, locale: Locale): string {
  const things = objects.map(({ cls, box }, i) => `${i + 1} ${CLASS_NAMES[cls][locale]} ${corners(box)}`).join(", ");
  const boxes = anchors.map((box, a) => `${letter(a)} ${corners(box)}`).join(", ");
  return locale === "ko" ? `물체: ${things}. 앵커: ${boxes}.` : `Objects: ${things}. Anchors: ${boxes}.`;
}

const lookOf = (label: number | null): StageBox["state"] =>
  label === null || label === IGNORED ? "idle" : label === BACKGROUND ? "ghost" : "picked";

/** The scene with its anchors; a row for each with its IoUs (while they are given) and the labels to choose from. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [seen, setSeen] = useState<number | null>(null);
  const options = [BACKGROUND, IGNORED, ...view.objects.map((_, i) => i)].map((value) => ({
    value,
    label: shortName(value, view.objects.length, locale),
  }));
  const set = (anchor: number, label: number) => {
    setSeen(anchor);
    onChange({ labels: answer.labels.map((old, a) => (a === anchor ? label : old)) });
  };
  const anchors = view.anchors.map((box, a): StageBox => ({
    id: `anchor-${a}`,
    box,
    label: letter(a),
    tone: a,
    state: seen === null ? lookOf(answer.labels[a] ?? null) : seen === a ? "picked" : "ghost",
    description: letter(a),
  }));
  return (
    <div className="flex flex-col gap-3">
      <div className={PINNED}>
        <Stage
          width={view.width}
          height={view.height}
          sprites={view.objects}
          boxes={[
            ...view.objects.map(({ box, cls }, i): StageBox => ({
              id: `object-${i}`,
              box,
              label: String(i + 1),
              tone: 0,
              state: "truth",
              description: CLASS_NAMES[cls][locale],
            })),
            ...anchors,
          ]}
          label={WORDS.stage[locale]}
          description={describe(view, locale)}
          locale={locale}
          locked={locked}
        />
      </div>
      <p className="m-0 text-sm text-ink-2">{WORDS.rule[locale]}</p>
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {view.anchors.map((box, a) => (
          <li
            key={a}
            onPointerEnter={() => setSeen(a)}
            onPointerLeave={() => setSeen(null)}
            onFocus={() => setSeen(a)}
            onBlur={() => setSeen(null)}
            className={classNames(
              "flex flex-col gap-2 rounded-[var(--radius)] border-2 bg-sheet p-2 sm:flex-row sm:items-center",
              seen === a ? "border-brand" : "border-line",
            )}
          >
            <span className="flex items-center gap-2 sm:w-52">
              <button
                type="button"
                aria-label={`${WORDS.anchor[locale]} ${letter(a)}: ${WORDS.show[locale]}`}
                className="inline-flex size-9 shrink-0 items-center justify-center rounded-[8px] border-2 font-mono font-bold text-ink"
                style={{ borderColor: toneColor(a) }}
              >
                {letter(a)}
              </button>
              {view.table ? (
                <span className="font-mono text-sm tabular-nums text-ink">
                  {view.objects
                    .map((object, i) => `IoU${view.objects.length > 1 ? `(${i + 1})` : ""} ${iou(object.box, box).toFixed(2)}`)
                    .join("  ")}
                </span>
              ) : null}
            </span>
            <div className="min-w-0 grow [&>div>span]:sr-only [&_button]:px-1.5 sm:[&_button]:px-3">
              <Segmented
                label={`${WORDS.anchor[locale]} ${letter(a)}`}
                value={answer.labels[a] ?? UNSET}
                onChange={(label) => set(a, label)}
                options={options}
                disabled={locked}
              />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Short enough for five labels side by side on a phone. */
function shortName(label: number, objects: number, locale: Locale): string {
  if (label < 0 || objects === 1) return labelName(label, objects)[locale];
  return locale === "ko" ? `양성 ${label + 1}` : `pos. ${label + 1}`;
}

/** No option has this value: nothing is chosen yet. */
const UNSET = 99;
