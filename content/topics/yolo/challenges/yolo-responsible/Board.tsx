"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Beside, LabelRows, PairArrow, PairPanel, SpotChips, usePair, useSpotlight } from "@/lib/ui/boards";
import { Segmented } from "@/lib/ui/components";
import { Stage } from "@/lib/ui/stage";
import { OverlapGlow } from "@/lib/ui/stage/layers";
import { cellName, letter } from "@/lib/words";
import { CellPick } from "../../CellPick";
import { GridLines } from "../../GridLines";
import type { Answer, View } from "./challenge";
import { SIDE, TARGETS, type One } from "./instance";
import { measurable, objectBoxes, predictedBoxes, sprites } from "./pictureBoxes";
import { boxName, NONE, openIn, rulesOf, shown, TARGET_NAMES } from "./words";

const WORDS = {
  picture: { ko: "물체와 칸", en: "Objects and cells" },
  object: { ko: "물체", en: "Object" },
  cells: { ko: "칸을 골라요. 화살표 키로도 골라요.", en: "Choose the cell; arrow keys choose as well." },
  open: { ko: "그림에서 칸을 골라요", en: "choose its cell in the picture" },
  answers: { ko: "답할 상자", en: "Answering box" },
  targets: { ko: "확신값이 배울 값", en: "What each confidence is taught" },
  show: { ko: "그림에서 보기", en: "Show on the picture" },
  measure: { ko: "IoU를 잴 상자 두 개", en: "Two boxes to measure" },
  confidence: { ko: "확신값", en: "confidence" },
} satisfies Record<string, Text>;

/** Object by object: a cell of the picture, the box that answers, and what the cell's confidences are taught. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [at, setAt] = useState(0);
  const [row, setRow] = useState<number | null>(null);
  const { lit, handlers } = useSpotlight();
  const { ids, toggle, pair } = usePair(measurable(view, at));
  const one = answer.answers[at];
  const measuring = !view.table && view.stage > 1 && !locked;
  const set = (change: Partial<One>) => onChange({ answers: answer.answers.map((old, i) => (i === at ? { ...old, ...change } : old)) });
  const predicted = view.predicted[at] ?? [];
  const object = view.objects[at];
  const place = one.cell === null ? null : cellName(one.cell, view.grid)[locale];
  const boxes = [
    ...objectBoxes(view, locale, (i) => (i === at ? "picked" : "truth")),
    ...predictedBoxes(view, at, locale, (b) => (b === one.box ? "kept" : "idle")),
  ].map((each) => (measuring && ids.includes(each.id) ? { ...each, state: "measured" as const } : each));
  const facts = (b: number) =>
    [
      ...(view.table ? [`IoU ${shown(iou(predicted[b].box, object.box))}`] : []),
      `${WORDS.confidence[locale]} ${shown(predicted[b].confidence / 100)}`,
    ].join(" · ");
  const rows = predicted.map((_, b) => ({ tag: String(b + 1), name: boxName(b)[locale], tone: b + 1, facts: facts(b) }));
  const cells = [...new Set(answer.answers.flatMap(({ cell }) => (cell === null ? [] : [cell])))].map((cell) => ({
    cell,
    strong: cell === one.cell,
    note: answer.answers.flatMap((each, i) => (each.cell === cell ? [letter(i)] : [])).join(" "),
  }));
  const spot = row === null ? lit : String(row + 1);
  return (
    <Beside
      picture={
        <CellPick
          grid={view.grid}
          cell={one.cell}
          onCell={(cell) => set({ cell })}
          label={`${letter(at)}: ${WORDS.cells[locale]}`}
          said={place ?? ""}
          locked={locked}
        >
          <Stage
            width={SIDE}
            height={SIDE}
            sprites={sprites(view)}
            boxes={boxes}
            label={WORDS.picture[locale]}
            description={boxes.map(({ description }) => description).join(", ")}
            locale={locale}
            pointed={spot !== null && boxes.some(({ id }) => id === spot) ? spot : null}
            locked
            underlay={
              <>
                <GridLines width={SIDE} height={SIDE} grid={view.grid} filled={cells} />
                {measuring && pair ? <OverlapGlow a={pair[0].box} b={pair[1].box} /> : null}
              </>
            }
          >
            {measuring && pair ? <PairArrow pair={pair} /> : null}
          </Stage>
        </CellPick>
      }
    >
      <Segmented
        label={WORDS.object[locale]}
        value={at}
        onChange={(next) => {
          setAt(next);
          setRow(null);
        }}
        options={view.objects.map((_, i) => {
          const open = openIn(view, answer.answers[i]);
          return { value: i, label: open === 0 ? `${letter(i)} ✓` : view.stage === 1 ? letter(i) : `${letter(i)} (${open})` };
        })}
      />
      <p className="m-0 text-ink">
        <b>{`${letter(at)}, ${CLASS_NAMES[object.cls][locale]}`}</b>
        {`: ${place ?? WORDS.open[locale]}`}
      </p>
      {predicted.length > 0 ? (
        <>
          <p className="m-0 text-sm text-ink-2">{rulesOf(view)[locale]}</p>
          {measuring ? (
            <div className="flex flex-col gap-2">
              <SpotChips
                handlers={handlers}
                pointed={null}
                boxes={boxes.filter(({ id }) => id === letter(at) || predicted[Number(id) - 1])}
                selected={ids}
                use="measure"
                onToggle={toggle}
                locale={locale}
                label={WORDS.measure[locale]}
              />
              <PairPanel pair={pair} locale={locale} />
            </div>
          ) : null}
          <Segmented<number | "none">
            label={WORDS.answers[locale]}
            value={one.box}
            onChange={(box) => set({ box })}
            disabled={locked}
            options={[
              ...predicted.map((_, b) => ({ value: b, label: String(b + 1) })),
              ...(view.shared ? [{ value: "none" as const, label: NONE[locale] }] : []),
            ]}
          />
          {view.stage === 3 && one.box !== "none" ? (
            <div className="flex flex-col gap-1.5">
              <p className="m-0 text-sm font-medium text-ink">{WORDS.targets[locale]}</p>
              <LabelRows
                key={at}
                rows={rows}
                options={TARGETS.map((value) => ({ value, label: TARGET_NAMES[value] }))}
                labels={one.targets}
                onLabel={(b, target) => set({ targets: one.targets.map((old, i) => (i === b ? target : old)) })}
                onPoint={setRow}
                pointed={row}
                show={WORDS.show[locale]}
                locked={locked}
              />
            </div>
          ) : (
            <ul className="m-0 flex list-none flex-col gap-1 p-0">
              {rows.map(({ tag, facts: said }) => (
                <li key={tag} className="m-0 font-mono text-sm tabular-nums text-ink">
                  <b>{tag}</b> {said}
                </li>
              ))}
            </ul>
          )}
        </>
      ) : null}
    </Beside>
  );
}
