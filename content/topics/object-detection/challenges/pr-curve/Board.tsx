"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import { labelling } from "@/lib/challenges/answers";
import type { Locale, Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Beside, ClassLegend, LabelRows, SpotChips, useSpotlight } from "@/lib/ui/boards";
import { NumberField } from "@/lib/ui/components";
import { Stage } from "@/lib/ui/stage";
import { marksOf, MARK_TAGS } from "./words";
import type { Answer, View } from "./challenge";
import { foundBoxes, overlapsOf, thingBoxes } from "./pictureBoxes";

const WORDS = {
  stage: { ko: "물체와 검출", en: "Objects and detections" },
  choose: { ko: "순위에 올릴 검출을 점수가 높은 것부터 눌러요", en: "Choose the detections that take part, best score first" },
  rank: { ko: "내 순위", en: "Your ranking" },
  none: { ko: "아직 아무것도 올리지 않았어요.", en: "Nothing is ranked yet." },
  tally: {
    ko: "‘2 .72’는 물체 2와의 IoU가 0.72라는 뜻이에요(0.05 이상, 둘까지). 분수는 내 표시로 센 그 순위까지의 정밀도예요.",
    en: "“2 .72” is an IoU of 0.72 with object 2 (from 0.05 on, two at most). The fraction is the precision so far, by your own marks.",
  },
  detection: { ko: "검출", en: "Detection" },
  show: { ko: "그림에서 보기", en: "Show on the picture" },
  nothing: { ko: "겹치는 물체 없음", en: "overlaps nothing" },
} satisfies Record<string, Text>;

function describe(view: View, locale: Locale): string {
  return [...thingBoxes(view, locale), ...foundBoxes(view, locale, () => "idle")].map(({ description }) => description).join(". ");
}

/** "2/3": true positives among the counted ones, up to and with a place of the ranking; "–" where the mark is open or not counted. */
function tallyAt(view: View, { ranked, marks }: Answer, place: number): string {
  const so = ranked.slice(0, place + 1).map((id) => marks[view.detections.findIndex((found) => found.id === id)] ?? null);
  const counted = so.filter((mark) => mark === "tp" || mark === "fp");
  const last = so[place];
  return last === "ignored" || so.includes(null) || counted.length === 0
    ? "–"
    : `${counted.filter((mark) => mark === "tp").length}/${counted.length}`;
}

/** Detections are taken into the ranking one by one, on the picture's tags or below it, and marked row by row; then the AP. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const { lit, seen, onSeen, handlers } = useSpotlight();
  const [row, setRow] = useState<string | null>(null);
  const several = new Set(view.detections.map(({ cls }) => cls)).size > 1;
  const toggle = (id: string) =>
    onChange({
      ...answer,
      ranked: answer.ranked.includes(id) ? answer.ranked.filter((other) => other !== id) : [...answer.ranked, id],
    });
  const indexOf = (id: string) => view.detections.findIndex((found) => found.id === id);
  const boxes = foundBoxes(view, locale, (i) => (answer.ranked.includes(view.detections[i].id) ? "picked" : "idle"));
  const chips = boxes.map((box, i) => ({
    ...box,
    label: several ? `${box.label} ${CLASS_NAMES[view.detections[i].cls][locale]}` : box.label,
  }));
  const pointed = lit ?? row;
  return (
    // Beside the picture a row has no room for its labels: they stand below its numbers.
    <div className="md:[&_li:has([role=radiogroup])]:flex-col md:[&_li:has([role=radiogroup])]:items-stretch">
      <Beside
        picture={
          <Stage
            width={view.width}
            height={view.height}
            sprites={view.objects}
            boxes={[...thingBoxes(view, locale), ...boxes]}
            label={WORDS.stage[locale]}
            description={describe(view, locale)}
            locale={locale}
            locked={locked}
            pointed={pointed}
            onPoint={onSeen}
            onToggle={toggle}
          />
        }
      >
        <ClassLegend boxes={view.detections} locale={locale} />
        <span className="text-sm font-medium text-ink">{WORDS.choose[locale]}</span>
        <SpotChips
          handlers={handlers}
          pointed={seen}
          boxes={chips}
          selected={answer.ranked}
          onToggle={toggle}
          locale={locale}
          locked={locked}
          label={WORDS.choose[locale]}
        />
        <span className="text-sm font-medium text-ink">{WORDS.rank[locale]}</span>
        {answer.ranked.length === 0 ? (
          <p className="m-0 text-sm text-ink-2">{WORDS.none[locale]}</p>
        ) : (
          <>
            <LabelRows
              rows={answer.ranked.map((id, place) => ({
                tag: id,
                name: `${WORDS.detection[locale]} ${id}`,
                tone: boxes[indexOf(id)].tone,
                facts: (
                  <span className="flex w-full items-baseline justify-between gap-3">
                    <span className="whitespace-nowrap">
                      {overlapsOf(view, indexOf(id)) || <span className="font-sans">{WORDS.nothing[locale]}</span>}
                    </span>
                    <b className="pl-2">{tallyAt(view, answer, place)}</b>
                  </span>
                ),
              }))}
              options={marksOf(view).map((value) => ({ value, label: MARK_TAGS[value][locale] }))}
              labels={answer.ranked.map((id) => answer.marks[indexOf(id)] ?? null)}
              onLabel={(place, mark) => onChange({ ...answer, marks: labelling.put(answer.marks, indexOf(answer.ranked[place]), mark) })}
              onPoint={(place) => setRow(place === null ? null : answer.ranked[place])}
              pointed={row === null ? null : answer.ranked.indexOf(row)}
              show={WORDS.show[locale]}
              locked={locked}
            />
            <p className="m-0 text-sm text-ink-2">{WORDS.tally[locale]}</p>
          </>
        )}
        <div className="max-w-48">
          <NumberField
            label="AP"
            value={answer.ap === null ? null : answer.ap / 100}
            min={0}
            max={1}
            step={0.01}
            onChange={(ap) => onChange({ ...answer, ap: Math.round(100 * ap) })}
            locale={locale}
            disabled={locked}
          />
        </div>
      </Beside>
    </div>
  );
}
