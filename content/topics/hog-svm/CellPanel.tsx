"use client";

import { useMemo } from "react";
import type { Locale } from "@/lib/challenges/text";
import { hog } from "@/lib/engine/propose";
import { classNames } from "@/lib/ui/components";
import { Sum, type SumLine } from "@/lib/ui/simulation";
import { equality, num } from "@/lib/words";
import { degreesOf, fold } from "./bins";
import { changedImage, cropOf, type Described, type Question } from "./described";
import { Dial } from "./Dial";
import { Histogram } from "./Histogram";

/** The gradients of one cell, pixel by pixel. */
function useCell({ pixels }: Described, { cell, contrast, invert, turned }: Question, row: number, column: number) {
  return useMemo(() => {
    const image = changedImage(pixels, { contrast, invert, turned });
    const crop = cropOf(image, [column * cell, row * cell, (column + 1) * cell, (row + 1) * cell]);
    const { gradient } = hog(crop.image, { pixelsPerCell: [crop.image.height, crop.image.width], cellsPerBlock: [1, 1] });
    return Array.from({ length: cell * cell }, (_, i) => {
      const at = (crop.top + Math.floor(i / cell)) * crop.image.width + crop.left + (i % cell);
      return { x: gradient.dx[at], y: gradient.dy[at], size: gradient.magnitude[at] };
    });
  }, [pixels, contrast, invert, turned, cell, row, column]);
}

export interface CellPanelProps {
  readonly described: Described;
  readonly question: Question;
  readonly row: number;
  readonly column: number;
  /** The pixel whose vote is worked out; null: none. */
  readonly pixel: number | null;
  readonly locale: Locale;
}

/** One cell: the arrows of its pixels, its bars, and on request one vote with its arithmetic. */
export function CellPanel({ described, question, row, column, pixel, locale }: CellPanelProps) {
  const ko = locale === "ko";
  const { cell, bins, signed } = question;
  const gradients = useCell(described, question, row, column);
  const at = (row * described.side + column) * bins;
  // The engine gives means over the cell; the sum is what its pixels add up to.
  const bars = Array.from(described.cells.subarray(at, at + bins), (value) => value * cell * cell);
  const strongest = Math.max(...gradients.map(({ size }) => size), 1e-9);
  const chosen = pixel === null ? null : Math.min(pixel, gradients.length - 1);
  const g = chosen === null ? null : gradients[chosen];
  const degrees = g ? degreesOf(g.x, g.y) : null;
  const span = signed ? 360 : 180;
  const folded = degrees === null ? null : signed ? degrees : fold(degrees);
  const bin = folded === null ? null : Math.floor((folded * bins) / span);
  return (
    // On a phone the bars have the whole width, and the dial stands beside the arrows.
    <div className="grid grid-cols-2 items-center gap-4 pb-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]" data-testid="cell-panel">
      <svg
        viewBox={`0 0 ${cell} ${cell}`}
        role="img"
        aria-label={ko ? "칸의 픽셀마다 기울기 화살표" : "A gradient arrow for each pixel of the cell"}
        className={classNames(
          "w-full rounded-[var(--radius)] border border-line bg-paper-2",
          g ? "" : "max-sm:col-span-2 max-sm:mx-auto max-sm:max-w-44",
        )}
      >
        {gradients.map(({ x, y, size }, i) => {
          if (size < 0.02 * strongest) return null;
          const reach = (0.46 * Math.sqrt(size / strongest)) / size;
          const [cx, cy] = [(i % cell) + 0.5, Math.floor(i / cell) + 0.5];
          const [dx, dy] = [x * reach, y * reach];
          return (
            <g key={i} stroke={i === chosen ? "var(--brand)" : "var(--ink)"} strokeWidth={0.07} strokeLinecap="round" fill="none">
              <path d={`M${cx - dx} ${cy - dy}L${cx + dx} ${cy + dy}`} />
              <circle cx={cx + dx} cy={cy + dy} r={0.09} fill={i === chosen ? "var(--brand)" : "var(--ink)"} />
            </g>
          );
        })}
        {chosen === null ? null : (
          <rect x={chosen % cell} y={Math.floor(chosen / cell)} width={1} height={1} fill="none" stroke="var(--brand)" strokeWidth={0.08} />
        )}
      </svg>
      <div className="max-sm:order-1 max-sm:col-span-2">
        <Histogram values={bars} span={span} lit={bin === null ? [] : [bin]} label={ko ? "이 칸의 막대" : "This cell's bars"} />
      </div>
      {g && degrees !== null && folded !== null && bin !== null ? (
        <>
          <Dial
            degrees={g.size > 0 ? degrees : null}
            folded={!signed}
            label={ko ? `방향 ${num(degrees)}°` : `direction ${num(degrees)}°`}
            className="mx-auto w-full max-w-40"
          />
          <div className="max-sm:order-2 max-sm:col-span-2">
            <Sum lines={voteLines({ ...g, degrees, folded, bin, question, ko })} />
          </div>
        </>
      ) : null}
    </div>
  );
}

interface Voting {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly degrees: number;
  readonly folded: number;
  readonly bin: number;
  readonly question: Question;
  readonly ko: boolean;
}

/** gx, gy → size, direction → bar, with this pixel's numbers. */
function voteLines({ x, y, size, degrees, folded, bin, question: { bins, signed, shared }, ko }: Voting): SumLine[] {
  const width = (signed ? 360 : 180) / bins;
  const middle = num(width * (bin + 0.5), 1);
  const plain = (value: number) => num(value, Number.isInteger(value) ? 0 : 1);
  return [
    { name: "gx", sum: plain(x) },
    { name: "gy", sum: plain(y) },
    {
      name: ko ? "크기" : "size",
      sum: `√(${plain(Math.abs(x))}² + ${plain(Math.abs(y))}²) ${equality(Math.sqrt(Number(x.toFixed(1)) ** 2 + Number(y.toFixed(1)) ** 2), size, 1)} ${num(size, 1)}`,
    },
    {
      name: ko ? "방향" : "direction",
      sum: degrees === folded ? `${num(degrees)}°` : `${num(degrees)}° − 180° = ${num(folded)}°`,
    },
    {
      name: ko ? "막대" : "bar",
      result: true,
      sum: shared
        ? ko
          ? `가운데가 ${middle}°인 막대와 그 이웃이 나눠요`
          : `shared by the bar around ${middle}° and its neighbour`
        : `⌊${num(folded)} ÷ ${num(width, width % 1 === 0 ? 0 : 1)}⌋ = ${num(bin)}`,
    },
  ];
}
