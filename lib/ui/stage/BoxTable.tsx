"use client";

import { useState } from "react";
import { boxAt } from "@/lib/engine/boxes/shape";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { Locale, Text } from "@/lib/challenges/text";
import { particle } from "@/lib/words";
import { NumberField } from "../components/NumberField";

export interface BoxTableProps {
  readonly boxes: readonly { readonly id: string; readonly label: string; readonly box: BoxXYXY; readonly fixed?: boolean }[];
  readonly bounds: { readonly width: number; readonly height: number };
  /** Absent: the numbers are only shown. */
  readonly onChange?: (id: string, box: BoxXYXY) => void;
  readonly locale: Locale;
  /** The smallest side that typing may make. */
  readonly smallest?: number;
}

const NAMES = ["x1", "y1", "x2", "y2"] as const;

/** Four numbers that were typed over a box and are no box yet. */
interface Draft {
  readonly id: string;
  readonly over: BoxXYXY;
  readonly numbers: readonly number[];
}

interface Fault {
  /** Of the two numbers that do not go together. */
  readonly axis: 0 | 1;
  readonly text: Text;
}

/** Why four numbers are no box; null where they are one. */
function faultOf([x1, y1, x2, y2]: readonly number[], smallest: number): Fault | null {
  const axis = x2 - x1 < smallest ? 0 : y2 - y1 < smallest ? 1 : null;
  if (axis === null) return null;
  const [low, high] = [NAMES[axis], NAMES[axis + 2]];
  const text = {
    ko: `${high}${particle(high, "은/는")} ${low}보다 ${smallest} 이상 커야 해요. 적은 수는 그대로 두었어요.`,
    en: `${high} has to be at least ${smallest} more than ${low}. What you typed is kept.`,
  };
  return { axis, text };
}

// The marks of importance keep the tables of lesson texts from widening this one.
/**
 * The picture's boxes as numbers, always in step with it: the way in for keyboards, screen readers and exact minds. The four numbers of
 * a box are typed in any order; the box moves once they are one.
 */
export function BoxTable({ boxes, bounds, onChange, locale, smallest = 4 }: BoxTableProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const draftOf = (id: string, box: BoxXYXY) => (draft?.id === id && draft.over.join() === box.join() ? draft.numbers : null);
  const edit = (id: string, box: BoxXYXY, i: number, value: number) => {
    const numbers = (draftOf(id, box) ?? box).map((v, k) => (k === i ? Math.round(value) : v));
    const fits = faultOf(numbers, smallest) === null;
    setDraft(fits ? null : { id, over: box, numbers });
    if (fits) onChange?.(id, boxAt(numbers, 0));
  };
  const open = boxes.flatMap(({ id, label, box }) => {
    const numbers = draftOf(id, box);
    const fault = numbers && faultOf(numbers, smallest);
    return fault ? [{ id, axis: fault.axis, text: `${label}: ${fault.text[locale]}` }] : [];
  });
  return (
    <>
      <table className="w-full table-fixed text-left text-sm">
        <caption className="sr-only">{locale === "ko" ? "상자 좌표 (픽셀)" : "Box coordinates (pixels)"}</caption>
        <thead>
          <tr className="text-ink-2">
            <th scope="col" className="w-[14%] !min-w-0 !border-0 !px-1 py-1 font-medium">
              {locale === "ko" ? "상자" : "Box"}
            </th>
            {NAMES.map((name) => (
              <th key={name} scope="col" className="!min-w-0 !border-0 !px-1 py-1 font-mono font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {boxes.map(({ id, label, box, fixed }) => {
            const numbers = draftOf(id, box) ?? box;
            return (
              <tr key={id}>
                <th scope="row" className="!min-w-0 !border-0 !px-1 py-1 font-semibold text-ink">
                  {label}
                </th>
                {NAMES.map((name, i) => (
                  <td key={name} className="!min-w-0 !border-0 !px-0.5 !py-1">
                    {onChange && !fixed ? (
                      <NumberField
                        compact
                        label={`${label} ${name}`}
                        value={numbers[i]}
                        min={0}
                        max={i % 2 === 0 ? bounds.width : bounds.height}
                        step={1}
                        onChange={(value) => edit(id, box, i, value)}
                        locale={locale}
                        problem={open.find((one) => one.id === id && one.axis === i % 2)?.text}
                      />
                    ) : (
                      <span className="font-mono tabular-nums text-ink">{box[i]}</span>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {open.map(({ id, text }) => (
        <p key={id} aria-hidden="true" className="m-0 text-sm text-bad">
          {text}
        </p>
      ))}
    </>
  );
}
