"use client";

import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Beside } from "@/lib/ui/boards";
import { Segmented } from "@/lib/ui/components";
import { BoxTable, EditableBox, Stage } from "@/lib/ui/stage";
import { GridLines } from "../../GridLines";
import type { Answer, View } from "./challenge";
import { SMALLEST } from "./instance";
import { NumberTable } from "./NumberTable";
import { placeOf } from "./words";

export const WORDS = {
  stage: { ko: "칸으로 나눈 그림", en: "The picture and its cells" },
  mine: { ko: "내 상자", en: "Your box" },
  cls: { ko: "클래스", en: "Class" },
} satisfies Record<string, Text>;

/** The grid with a box to move and size, the numbers of the cells beside it, and the class where it is asked. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const { width, height, grid, cells, classes } = view;
  const box = answer.box ?? view.start;
  const size = `${width}×${height}`;
  return (
    <Beside
      picture={
        <Stage
          width={width}
          height={height}
          boxes={[]}
          label={WORDS.stage[locale]}
          description={
            locale === "ko"
              ? `${size} 그림, ${grid}×${grid}칸. ${placeOf(cells[0]).ko}.`
              : `A picture of ${size}, ${grid}×${grid} cells. ${placeOf(cells[0]).en}.`
          }
          locale={locale}
          locked={locked}
          underlay={
            <GridLines
              width={width}
              height={height}
              grid={grid}
              filled={view.lit ? [{ cell: cells[0].row * grid + cells[0].column, strong: true }] : []}
            />
          }
        >
          <EditableBox
            id="mine"
            box={box}
            bounds={view}
            label={WORDS.mine[locale]}
            tone={1}
            onChange={(next) => onChange({ ...answer, box: next })}
            locale={locale}
            locked={locked}
            live={false}
            state={locked ? "idle" : "picked"}
          />
        </Stage>
      }
    >
      <NumberTable view={view} locale={locale} />
      <BoxTable
        boxes={[{ id: "mine", label: WORDS.mine[locale], box, fixed: locked }]}
        bounds={view}
        onChange={(_, next) => onChange({ ...answer, box: next })}
        locale={locale}
        smallest={SMALLEST}
      />
      {classes.length > 0 ? (
        <Segmented
          label={WORDS.cls[locale]}
          value={answer.cls}
          onChange={(cls) => onChange({ ...answer, cls })}
          disabled={locked}
          options={classes.map((value) => ({ value, label: CLASS_NAMES[value][locale] }))}
        />
      ) : null}
    </Beside>
  );
}
