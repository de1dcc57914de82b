"use client";

import { useState } from "react";
import { labelling } from "@/lib/challenges/answers";
import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { Beside, LabelRows } from "@/lib/ui/boards";
import { Stage } from "@/lib/ui/stage";
import type { Answer, View } from "./challenge";
import { choices } from "./instance";
import { GridLines, pictureBoxes } from "./pictureBoxes";
import { boxName, sidesSaid, toneOf } from "./words";

const WORDS = {
  picture: { ko: "상자와 크기", en: "Boxes and their sizes" },
  show: { ko: "그림에서 보기", en: "show on the picture" },
  sides: { ko: "글자 옆은 너비 × 높이(픽셀)예요.", en: "Beside each letter: width × height in pixels." },
  measure: { ko: "굵은 선은 다섯 칸마다 있어요.", en: "Every fifth line is a strong one." },
} satisfies Record<string, Text>;

/** The boxes to scale, and a row of levels for each; one level beyond each end can be chosen and is never there. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [row, setRow] = useState<number | null>(null);
  const boxes = pictureBoxes(view, (i) => (row === i ? "picked" : "idle"));
  const options = choices(view).map((value) => ({ value, label: `P${value}` }));
  return (
    <Beside
      manyChoices
      picture={
        <Stage
          width={view.width}
          height={view.height}
          boxes={boxes}
          label={WORDS.picture[locale]}
          description={boxes.map(({ description }) => description).join(", ")}
          locale={locale}
          pointed={row === null ? null : boxName(row)}
          onPoint={(id) => setRow(id === null ? null : boxes.findIndex((box) => box.id === id))}
          locked={locked}
          underlay={<GridLines {...view} />}
        />
      }
    >
      <p className="m-0 text-sm text-ink-2">{WORDS[view.grid > 0 ? "measure" : "sides"][locale]}</p>
      <LabelRows
        rows={view.boxes.map((_, i) => ({
          tag: boxName(i),
          name: locale === "ko" ? `상자 ${boxName(i)}` : `Box ${boxName(i)}`,
          tone: toneOf(i),
          facts: view.grid > 0 ? undefined : sidesSaid(view, i),
        }))}
        options={options}
        labels={answer.levels}
        onLabel={(i, level) => onChange({ levels: labelling.put(answer.levels, i, level) })}
        onPoint={setRow}
        pointed={row}
        show={WORDS.show[locale]}
        locked={locked}
      />
    </Beside>
  );
}
