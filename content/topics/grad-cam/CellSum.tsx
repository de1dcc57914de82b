"use client";

import type { Locale } from "@/lib/challenges/text";
import { Slider } from "@/lib/ui/components";
import { Sum } from "@/lib/ui/simulation";
import { cellName, num, scientific } from "@/lib/words";
import { MiniTile } from "./MiniTile";
import type { Explained } from "./question";
import { addsOf, cellTerms, largestSize } from "./simulationModel";

/** Terms that are written out. */
const TERMS = 6;
/** From a channel's tile, over its number, to the end of its line. */
const TO_PRODUCT = ["calc(100% + 13rem)", "50%"] as const;

interface CellSumProps {
  readonly explained: Explained;
  readonly cell: number;
  readonly onCell: (cell: number) => void;
  readonly locale: Locale;
}

/** One cell's Σ α A: its largest terms, the rest, and what the ReLU makes of it. The picture takes a tap as well. */
export function CellSum({ explained, cell, onCell, locale }: CellSumProps) {
  const { side } = explained;
  const ko = locale === "ko";
  const { terms, others, rest, sum } = cellTerms(explained, cell, TERMS);
  const [row, column] = [Math.floor(cell / side), cell % side];
  // In units of the cell's largest term's power of ten the sum reads as one column of numbers.
  const value = (v: number) => scientific(v, 2);
  return (
    <div className="flex flex-col gap-3" data-testid="cell-sum">
      <div className="grid grid-cols-2 gap-3">
        <Slider
          label={ko ? "행" : "Row"}
          value={row + 1}
          min={1}
          max={side}
          step={1}
          onChange={(at) => onCell((at - 1) * side + column)}
          locale={locale}
        />
        <Slider
          label={ko ? "열" : "Column"}
          value={column + 1}
          min={1}
          max={side}
          step={1}
          onChange={(at) => onCell(row * side + at - 1)}
          locale={locale}
        />
      </div>
      <p className="m-0 text-sm font-semibold text-ink">{cellName(cell, side)[locale]}</p>
      <Sum
        quiet
        lines={[
          ...terms.map(({ index, alpha, activation, product }) => ({
            name: `#${index}`,
            picture: <ChannelTile explained={explained} index={index} alpha={alpha} cell={cell} text={value(product)} />,
            word: ko ? "채널" : "channel",
            sum: (
              <>
                <span className="whitespace-nowrap">
                  {value(alpha)} × {num(activation, 2)}
                </span>{" "}
                <span className="whitespace-nowrap">= {value(product)}</span>
              </>
            ),
          })),
          { name: ko ? `나머지 ${others}개` : `${others} others`, sum: value(rest) },
          { name: "Σ α·A", sum: value(sum) },
          { name: "ReLU", sum: value(Math.max(0, sum)), result: true },
        ]}
      />
    </div>
  );
}

/** Where a channel adds α · A and where it takes: the cell that is read, and its product on the way to the sum. */
function ChannelTile({
  explained,
  index,
  alpha,
  cell,
  text,
}: {
  readonly explained: Explained;
  readonly index: number;
  readonly alpha: number;
  readonly cell: number;
  readonly text: string;
}) {
  const adds = addsOf(explained, { index, alpha });
  return (
    <span className="w-9">
      <MiniTile values={adds} side={explained.side} most={largestSize(adds)} ringed={cell} flies={{ text, to: TO_PRODUCT }} />
    </span>
  );
}
