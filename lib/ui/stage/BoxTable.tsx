"use client";

import { boxAt } from "@/lib/engine/boxes/shape";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { Locale } from "@/lib/challenges/text";
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

// The marks of importance keep the tables of lesson texts from widening this one.
/** The picture's boxes as numbers, always in step with it: the way in for keyboards, screen readers and exact minds. */
export function BoxTable({ boxes, bounds, onChange, locale, smallest = 4 }: BoxTableProps) {
  return (
    <table className="w-full table-fixed text-left text-sm">
      <caption className="sr-only">{locale === "ko" ? "상자 좌표 (픽셀)" : "Box coordinates (pixels)"}</caption>
      <thead>
        <tr className="text-ink-2">
          <th scope="col" className="w-[18%] !min-w-0 !border-0 !px-1 py-1 font-medium">
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
        {boxes.map(({ id, label, box, fixed }) => (
          <tr key={id}>
            <th scope="row" className="!min-w-0 !border-0 !px-1 py-1 font-semibold text-ink">
              {label}
            </th>
            {NAMES.map((name, i) => {
              const low = i < 2 ? 0 : box[i - 2] + smallest;
              const high = i < 2 ? box[i + 2] - smallest : i === 2 ? bounds.width : bounds.height;
              return (
                <td key={name} className="!min-w-0 !border-0 !p-1">
                  {onChange && !fixed ? (
                    <CompactNumber
                      label={`${label} ${name}`}
                      value={box[i]}
                      min={low}
                      max={high}
                      onChange={(value) =>
                        onChange(
                          id,
                          boxAt(
                            box.map((v, k) => (k === i ? Math.round(value) : v)),
                            0,
                          ),
                        )
                      }
                    />
                  ) : (
                    <span className="font-mono tabular-nums text-ink">{box[i]}</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A number field whose label is read, not shown: the column heads show it. */
function CompactNumber({
  label,
  value,
  min,
  max,
  onChange,
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  return (
    <div className="[&_input]:px-1.5 [&_input]:text-sm [&_input]:[appearance:textfield] [&_label]:sr-only">
      <NumberField label={label} value={value} min={min} max={max} step={1} onChange={onChange} />
    </div>
  );
}
