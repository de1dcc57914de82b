"use client";

import { useId } from "react";
import type { Locale } from "@/lib/challenges/text";
import { classNames } from "@/lib/ui/components";
import { letter, num } from "@/lib/words";
import type { Arrow } from "./bins";

/** Brightness on either side of an edge: further apart where the gradient is strong. */
const shade = (size: number, bright: boolean): string => {
  const off = Math.min(100, 28 + 4.5 * size);
  const grey = Math.round(128 + (bright ? off : -off));
  return `rgb(${grey} ${grey} ${grey})`;
};

/** One gradient as what is around its pixel: dark, an edge across, bright, and the arrow from the one to the other. */
function ArrowTile({ size, degrees }: Arrow) {
  const id = useId();
  const length = 26 + 1.6 * Math.min(size, 20);
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className="block aspect-square w-full">
      <defs>
        <linearGradient id={id} gradientTransform={`rotate(${degrees} 0.5 0.5)`}>
          <stop offset="0.38" stopColor={shade(size, false)} />
          <stop offset="0.62" stopColor={shade(size, true)} />
        </linearGradient>
      </defs>
      <rect width={100} height={100} rx={8} fill={`url(#${id})`} />
      <g transform={`translate(50 50) rotate(${degrees})`} fill="none" strokeLinecap="round" strokeLinejoin="round">
        {[
          { stroke: "#fffdf9", strokeWidth: 11 },
          { stroke: "#c23320", strokeWidth: 6 },
        ].map((line) => (
          <path key={line.stroke} {...line} d={`M${-length} 0H${length}M${length - 15} -11L${length} 0L${length - 15} 11`} />
        ))}
      </g>
    </svg>
  );
}

export interface ArrowTilesProps {
  readonly arrows: readonly Arrow[];
  /** The one that is at work now. */
  readonly lit?: number | null;
  readonly locale: Locale;
}

/** The gradients of a cell, each with its size and direction: a list that reads as it looks. */
export function ArrowTiles({ arrows, lit = null, locale }: ArrowTilesProps) {
  const ko = locale === "ko";
  return (
    <ul aria-label={ko ? "칸의 기울기" : "The cell's gradients"} className="m-0 grid list-none grid-cols-4 gap-2 p-0">
      {arrows.map((arrow, i) => (
        <li
          key={i}
          data-lit={i === lit || undefined}
          className={classNames(
            "m-0 min-w-0 rounded-[var(--radius)] border-2 p-1",
            i === lit ? "border-brand bg-brand-wash" : "border-line",
          )}
        >
          <div className="relative">
            <ArrowTile {...arrow} />
            <b
              className="absolute left-0 top-0 rounded-br-[6px] rounded-tl-[6px] bg-sheet px-1 text-xs leading-4 text-ink"
              aria-hidden="true"
            >
              {letter(i)}
            </b>
          </div>
          <p className="m-0 flex flex-wrap justify-center gap-x-1.5 font-mono text-xs tabular-nums text-ink sm:text-sm" aria-hidden="true">
            <b>{num(arrow.size)}</b>
            <span>{num(arrow.degrees)}°</span>
          </p>
          <span className="sr-only">
            {ko
              ? `${letter(i)}: 크기 ${num(arrow.size)}, 방향 ${num(arrow.degrees)}°`
              : `${letter(i)}: size ${num(arrow.size)}, direction ${num(arrow.degrees)}°`}
          </span>
        </li>
      ))}
    </ul>
  );
}
