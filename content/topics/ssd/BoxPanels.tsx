"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { Bars } from "@/lib/ui/plots";
import { Sum } from "@/lib/ui/simulation";
import { num, signed } from "@/lib/words";
import { PER_CELL, type Looked } from "./looked";
import { bestClass, bestObject, boxAtPlace, defaultBox, MAPS, movedBoxes, placeOf } from "./simulationModel";

const nameOf = (k: number, locale: Locale) => CLASS_NAMES[VOC_CLASSES[k]][locale];
const sizeOf = (box: number) => {
  const [x1, y1, x2, y2] = defaultBox(box);
  return `${num(x2 - x1)}×${num(y2 - y1)}`;
};

function whereOf(box: number): Text {
  const { map, cell } = placeOf(box);
  const { side } = MAPS[map];
  const [row, column] = [Math.floor(cell / side) + 1, (cell % side) + 1];
  return {
    ko: `${side}×${side} 지도의 ${row}번째 줄 ${column}번째 칸`,
    en: `${side}×${side} map, row ${row}, column ${column}`,
  };
}

export interface PanelProps {
  readonly looked: Looked;
  readonly scores: readonly (readonly number[])[];
  readonly box: number;
  readonly locale: Locale;
}

/** The four default boxes of one cell: how sure each is, and of what; and how much each overlaps an object. */
export function CellPanel({ looked, scores, box, locale }: PanelProps) {
  const ko = locale === "ko";
  const place = placeOf(box);
  return (
    <div className="flex flex-col gap-3">
      <p className="m-0 text-sm text-ink">
        <b>{whereOf(box)[locale]}</b>
      </p>
      <Bars
        label={ko ? "기본 상자 넷의 가장 높은 점수, 물체와의 IoU" : "Best score of its four default boxes, IoU with an object"}
        most={1}
        marked={String(box)}
        bars={Array.from({ length: PER_CELL }, (_, shape) => {
          const own = boxAtPlace({ ...place, shape });
          const { k, p } = bestClass(scores[own]);
          const object = bestObject(looked, own);
          return {
            id: String(own),
            title: sizeOf(own),
            value: p,
            text: `${nameOf(k, locale)} ${num(p, 2)} · ${num(object?.iou ?? 0, 2)}`,
          };
        })}
      />
    </div>
  );
}

const step = (value: number) => {
  const text = signed(value, 2);
  return /^\d/.test(text) ? `+ ${text}` : text.replace(/^(.)/, "$1 ");
};

/** One default box: its softmax, and the box that its four numbers make of it. */
export function BoxSum({ looked, scores, box, locale }: PanelProps) {
  const ko = locale === "ko";
  const row = scores[box];
  const order = row.map((_, k) => k).sort((a, b) => row[b] - row[a]);
  const [x1, y1, x2, y2] = defaultBox(box);
  const [tx, ty, tw, th] = Array.from({ length: 4 }, (_, i) => looked.deltas[box * 4 + i]);
  const [x, y, w, h] = [(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1];
  const moved = Array.from(movedBoxes(looked, [box]));
  const name = (k: number) => (k === 0 ? (ko ? "배경" : "background") : nameOf(k - 1, locale));
  return (
    <div className="flex flex-col gap-4">
      <p className="m-0 text-sm text-ink">
        <b>{whereOf(box)[locale]}</b> {ko ? `기본 상자 ${sizeOf(box)}` : `default box ${sizeOf(box)}`}
      </p>
      <Bars
        label={ko ? "소프트맥스가 나눈 확률 가운데 높은 것 (합은 1)" : "The highest of its softmax (all 21 add up to 1)"}
        most={1}
        marked={String(order[0])}
        bars={order.slice(0, 4).map((k) => ({ id: String(k), title: name(k), value: row[k], text: num(row[k], 3) }))}
      />
      <Sum
        lines={[
          { name: "x", sum: `${num(x, 1)} ${step(0.1 * tx)} × ${num(w, 1)} = ${num(x + 0.1 * tx * w, 1)}` },
          { name: "y", sum: `${num(y, 1)} ${step(0.1 * ty)} × ${num(h, 1)} = ${num(y + 0.1 * ty * h, 1)}` },
          { name: "w", sum: `${num(w, 1)} × e^(0.2 × ${num(tw, 2)}) = ${num(w * Math.exp(0.2 * tw), 1)}` },
          { name: "h", sum: `${num(h, 1)} × e^(0.2 × ${num(th, 2)}) = ${num(h * Math.exp(0.2 * th), 1)}` },
          { name: ko ? "상자" : "box", sum: `(${moved.map((value) => num(value)).join(", ")})`, result: true },
        ]}
      />
    </div>
  );
}
