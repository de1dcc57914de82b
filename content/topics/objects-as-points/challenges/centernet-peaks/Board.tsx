"use client";

import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Beside, CellGrid } from "@/lib/ui/boards";
import { BoxTable, EditableBox, Stage } from "@/lib/ui/stage";
import { CellLines } from "../../CellLines";
import type { Answer, View } from "./challenge";
import { SMALLEST } from "./instance";
import { Heat } from "./Heat";
import { NumbersTable } from "./NumbersTable";
import { shown } from "./words";

const WORDS = {
  stage: { ko: "칸으로 나눈 그림", en: "The picture and its cells" },
  mine: { ko: "내 상자", en: "Your box" },
} satisfies Record<string, Text>;

/** A map a class, whose cells are marked; at the last level the numbers of four cells and a box as well. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const { side, maps, classes, decode } = view;
  const cells = side * side;
  const width = side * (decode?.stride ?? 1);
  const box = answer.box ?? decode?.start ?? null;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {maps.map((map, m) => (
          <CellGrid
            key={m}
            rows={side}
            columns={side}
            label={CLASS_NAMES[classes[m]][locale]}
            locale={locale}
            locked={locked}
            compact={maps.length > 1}
            marked={answer.peaks.filter((peak) => Math.floor(peak / cells) === m).map((peak) => peak % cells)}
            onChange={(marked) =>
              onChange({
                ...answer,
                peaks: [...answer.peaks.filter((peak) => Math.floor(peak / cells) !== m), ...marked.map((cell) => m * cells + cell)].sort(
                  (a, b) => a - b,
                ),
              })
            }
            say={(cell) => shown(map[cell])}
            content={(cell) => <Heat value={map[cell]} marked={answer.peaks.includes(m * cells + cell)} />}
          />
        ))}
      </div>
      {decode && box ? (
        <Beside
          picture={
            <Stage
              width={width}
              height={width}
              boxes={[]}
              label={WORDS.stage[locale]}
              description={
                locale === "ko"
                  ? `${width}×${width} 그림, 보폭 ${decode.stride}.`
                  : `A picture of ${width}×${width}, stride ${decode.stride}.`
              }
              locale={locale}
              locked={locked}
              underlay={<CellLines side={width} stride={decode.stride} />}
            >
              <EditableBox
                id="mine"
                box={box}
                bounds={{ width, height: width }}
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
          <NumbersTable view={view} lit={null} locale={locale} />
          <BoxTable
            boxes={[{ id: "mine", label: WORDS.mine[locale], box, fixed: locked }]}
            bounds={{ width, height: width }}
            onChange={(_, next) => onChange({ ...answer, box: next })}
            locale={locale}
            smallest={SMALLEST}
          />
        </Beside>
      ) : null}
    </div>
  );
}
