"use client";

import { useState } from "react";
import { labelling } from "@/lib/challenges/answers";
import type { BoardProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Beside, LabelRows, PairArrow, PairPanel, SpotChips, usePair, useSpotlight } from "@/lib/ui/boards";
import { Segmented } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { OverlapGlow } from "@/lib/ui/stage/layers";
import { letter } from "@/lib/words";
import type { Answer, View } from "./challenge";
import { optionsOf, overlapOf, type Label } from "./instance";
import { measurable, objectList, pictureBoxes } from "./pictureBoxes";
import { labelName, ruleOf, shown, STAGE_NAMES } from "./words";

const WORDS = {
  picture: { ko: "물체와 상자", en: "Objects and boxes" },
  training: { ko: "학습", en: "Training" },
  box: { ko: "상자", en: "Box" },
  show: { ko: "그림에서 보기", en: "Show on the picture" },
  measure: { ko: "IoU를 잴 상자 두 개", en: "Two boxes to measure" },
} satisfies Record<string, Text>;

/** "dog 0.35 · cat 0.80", or with one class "IoU 0.35". */
function factsOf(view: View, box: number, locale: Locale): string {
  const { own, other } = overlapOf(view, view.boxes[box]);
  if (view.other === null) return `IoU ${shown(own)}`;
  return `${CLASS_NAMES[view.cls][locale]} ${shown(own)} · ${CLASS_NAMES[view.other][locale]} ${shown(other)}`;
}

const LOOK: Readonly<Record<Label, StageBox["state"]>> = { positive: "picked", other: "picked", background: "ghost", out: "idle" };

/** The picture with its boxes; one training at a time, a row a box with the labels to choose from. Where IoUs are not printed, two boxes are measured. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [at, setAt] = useState(0);
  const [row, setRow] = useState<number | null>(null);
  const { lit, seen, onSeen, handlers } = useSpotlight();
  const things = measurable(view);
  const { ids, toggle, pair } = usePair(things);
  const stage = view.stages[Math.min(at, view.stages.length - 1)];
  const labels = answer.labels[at] ?? [];
  const several = view.stages.length > 1;
  const measuring = !view.table && !locked;
  const set = (box: number, label: Label) => {
    setRow(box);
    onChange({ labels: answer.labels.map((list, s) => (s === at ? labelling.put(list, box, label) : list)) });
  };
  const boxes = pictureBoxes(view, locale, (box) => (labels[box] ? LOOK[labels[box]] : "idle"), measuring ? "idle" : "truth").map((each) =>
    measuring && ids.includes(each.id) ? { ...each, state: "measured" as const } : each,
  );
  const pointed = row === null ? lit : letter(row);
  const open = (s: number) => answer.labels[s]?.filter((label) => label === null).length ?? 0;
  return (
    <Beside
      picture={
        <Stage
          width={view.width}
          height={view.height}
          sprites={view.objects}
          boxes={boxes}
          label={WORDS.picture[locale]}
          description={`${objectList(view, locale)}. ${boxes.map(({ description }) => description).join(", ")}`}
          locale={locale}
          pointed={pointed}
          onPoint={measuring ? onSeen : undefined}
          onToggle={measuring ? toggle : undefined}
          locked={locked}
          underlay={measuring && pair ? <OverlapGlow a={pair[0].box} b={pair[1].box} /> : null}
        >
          {measuring && pair ? <PairArrow pair={pair} /> : null}
        </Stage>
      }
    >
      {measuring ? (
        <div className="flex flex-col gap-2">
          <SpotChips
            handlers={handlers}
            pointed={seen}
            boxes={boxes}
            selected={ids}
            use="measure"
            onToggle={toggle}
            locale={locale}
            label={WORDS.measure[locale]}
          />
          <PairPanel pair={pair} locale={locale} />
        </div>
      ) : null}
      {several ? (
        <Segmented
          label={WORDS.training[locale]}
          value={at}
          onChange={setAt}
          options={view.stages.map((each, s) => ({
            value: s,
            label: open(s) === 0 ? `${STAGE_NAMES[each][locale]} ✓` : `${STAGE_NAMES[each][locale]} (${open(s)})`,
          }))}
        />
      ) : null}
      <p className="m-0 text-sm text-ink-2">
        {several ? ruleOf(view, stage)[locale] : null}{" "}
        {locale === "ko" ? `그림의 물체: ${objectList(view, locale)}.` : `In the picture: ${objectList(view, locale)}.`}
      </p>
      <LabelRows
        key={stage}
        rows={view.boxes.map((_, box) => ({
          tag: letter(box),
          name: `${WORDS.box[locale]} ${letter(box)}`,
          tone: (box % 7) + 1,
          facts: view.table ? factsOf(view, box, locale) : undefined,
        }))}
        options={optionsOf(view, stage).map((value) => ({ value, label: labelName(view, stage, value)[locale] }))}
        labels={labels}
        onLabel={set}
        onPoint={setRow}
        pointed={row}
        show={WORDS.show[locale]}
        locked={locked}
      />
    </Beside>
  );
}
