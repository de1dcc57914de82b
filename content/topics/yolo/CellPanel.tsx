"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { Bars } from "@/lib/ui/plots";
import { Sum } from "@/lib/ui/simulation";
import { cellName, num } from "@/lib/words";
import { B, C, S, type Looked } from "./looked";
import { boxAtCell, cellOf, columnOf, likeliest, numbersAt, rowOf, valuesAt } from "./simulationModel";

const WORDS = {
  classes: { ko: "클래스 값, 두 상자가 나눠 써요", en: "Class values, shared by both boxes" },
  confidence: { ko: "확신값", en: "confidence" },
} satisfies Record<string, Text>;

/** Class values that are told one by one. */
const TOLD = 5;
const SLOTS: readonly Text[] = [
  { ko: "첫 번째 상자", en: "First box" },
  { ko: "두 번째 상자", en: "Second box" },
];

const name = (cls: number, locale: Locale) => CLASS_NAMES[VOC_CLASSES[cls]][locale];
/** The object whose centre lies in a cell. */
const objectIn = ({ objects }: Looked, cell: number) => objects.find(({ box }) => cellOf(box) === cell);

export interface CellPanelProps {
  readonly looked: Looked;
  readonly cell: number;
  readonly locale: Locale;
}

/** The thirty numbers of a cell: five for each box, and one set of class values. */
export function CellPanel({ looked, cell, locale }: CellPanelProps) {
  const ko = locale === "ko";
  const { grid } = looked;
  const object = objectIn(looked, cell);
  const values = valuesAt(grid, cell);
  const order = values.map((_, k) => k).sort((a, b) => values[b] - values[a]);
  const rest = values[order[TOLD]];
  return (
    <div className="flex flex-col gap-4" data-testid="cell-panel">
      <p className="m-0 text-ink">
        <b>{cellName(cell, S)[locale]}</b>
        {ko ? `: 수 ${5 * B + C}개` : `: ${5 * B + C} numbers`}
      </p>
      <div className="grid grid-cols-2 gap-4 @max-3xs:grid-cols-1">
        {SLOTS.map((slot, s) => {
          const numbers = numbersAt(grid, cell, s);
          const overlap = object ? iou(boxAtCell(grid, cell, s), object.box) : null;
          return (
            <Bars
              key={s}
              label={slot[locale]}
              most={1}
              marked="confidence"
              bars={[
                ...(["x", "y", "w", "h"] as const).map((id) => ({ id, title: id, value: numbers[id], text: num(numbers[id], 2) })),
                { id: "confidence", title: WORDS.confidence[locale], value: numbers.confidence, text: num(numbers.confidence, 2) },
                ...(overlap === null ? [] : [{ id: "iou", title: "(IoU)", value: overlap, text: num(overlap, 2) }]),
              ]}
            />
          );
        })}
      </div>
      <Bars
        label={WORDS.classes[locale]}
        most={Math.max(1, ...values)}
        marked={String(order[0])}
        bars={order.slice(0, TOLD).map((k) => ({ id: String(k), title: name(k, locale), value: values[k], text: num(values[k], 2) }))}
      />
      <p className="m-0 text-sm text-ink-2">
        {ko
          ? `나머지 클래스 ${C - TOLD}개는 ${num(rest, 2)} 이하예요. 마지막 층에 누르는 함수가 없어서 1을 넘거나 0보다 작은 값도 나와요.`
          : `The other ${C - TOLD} classes are at ${num(rest, 2)} or below. The last layer squashes nothing, so values above 1 or below 0 occur.`}{" "}
        {object
          ? ko
            ? "(IoU)는 신경망이 낸 수가 아니라 물체와 잰 값이에요. 확신값과 나란히 견줘 보세요."
            : "(IoU) is no output: it is measured with the object, to be compared with the confidence."
          : ""}
      </p>
    </div>
  );
}

/** One box and its score, line by line, with this cell's numbers. */
export function BoxSum({ looked, cell, slot, by, locale }: CellPanelProps & { readonly slot: number; readonly by: string }) {
  const { grid } = looked;
  const { x, y, w, h, confidence } = numbersAt(grid, cell, slot);
  const [row, column] = [rowOf(cell), columnOf(cell)];
  const side = SCENE_SIDE / S;
  const { cls, value } = likeliest(grid, cell);
  const corners = boxAtCell(grid, cell, slot)
    .map((each) => num(each, 0))
    .join(", ");
  const times = (a: number, b: number) => `${num(a, 2)} × ${num(b, 2)} = ${num(a * b, 2)}`;
  return (
    <div className="flex flex-col gap-3" data-testid="box-sum">
      <p className="m-0 text-ink">
        <b>{`${cellName(cell, S)[locale]}, ${SLOTS[slot][locale].toLowerCase()}`}</b>
        <span className="block text-sm text-ink-2">
          {locale === "ko" ? `계산에서는 0부터 세요: 행 ${row}, 열 ${column}` : `The sums count from 0: row ${row}, column ${column}`}
        </span>
      </p>
      <Sum
        lines={[
          { name: "cx", sum: `(${column} + ${num(x, 2)}) × ${side} = ${num((column + x) * side, 1)}` },
          { name: "cy", sum: `(${row} + ${num(y, 2)}) × ${side} = ${num((row + y) * side, 1)}` },
          { name: "w", sum: `${num(w, 2)} × ${SCENE_SIDE} = ${num(w * SCENE_SIDE, 1)}` },
          { name: "h", sum: `${num(h, 2)} × ${SCENE_SIDE} = ${num(h * SCENE_SIDE, 1)}` },
          { name: locale === "ko" ? "상자" : "box", sum: `(${corners})`, result: true },
          {
            name: locale === "ko" ? "점수" : "score",
            sum: by === "confidence" ? num(confidence, 2) : `${times(confidence, value)} (${name(cls, locale)})`,
            result: true,
          },
        ]}
      />
    </div>
  );
}
