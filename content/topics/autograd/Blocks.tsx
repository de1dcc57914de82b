"use client";

import type { Shape } from "./layer";
import { shapeName } from "./layer";

export interface BlockPicture {
  readonly name: string;
  /** Null: not known. */
  readonly shape: Shape | null;
  /** Numbers of its cells, row by row. */
  readonly data?: readonly number[];
  /** Sides that must be equal are painted alike; `bad`: they are not. */
  readonly side?: { readonly along: "columns" | "rows"; readonly fits: boolean };
  /** A row, a column or both that is looked at. */
  readonly row?: number | null;
  readonly column?: number | null;
}

export interface BlocksProps {
  /** What stands in a row, with the signs between: a block, or text such as "·" and "=". */
  readonly parts: readonly (BlockPicture | string)[];
  readonly label: string;
  /** The largest side of all that will be shown, so that a cell keeps its size. */
  readonly most: number;
  /** One of many in a column: lower on a phone. */
  readonly low?: boolean;
}

const [CELL, GAP, HEAD] = [30, 26, 30] as const;
const UNKNOWN: Shape = [2, 2];

/** Matrices as rectangles true to their shapes, in one row. */
export function Blocks({ parts, label, most, low = false }: BlocksProps) {
  const widths = parts.map((part) => (typeof part === "string" ? GAP : Math.max((part.shape ?? UNKNOWN)[1] * CELL, 56) + 12));
  const before = (i: number) => widths.slice(0, i).reduce((sum, width) => sum + width, 6);
  const placed = parts.map((part, i) => ({ part, left: before(i) }));
  const height = most * CELL + 2 * HEAD;
  return (
    <svg
      viewBox={`0 0 ${Math.max(before(parts.length), 300)} ${height}`}
      role="img"
      aria-label={label}
      className={`block h-auto w-full font-mono ${low ? "max-h-36 sm:max-h-64" : "max-h-64"}`}
    >
      {placed.map(({ part, left }, i) => {
        const middle = HEAD + (most * CELL) / 2;
        if (typeof part === "string")
          return (
            <text key={i} x={left + GAP / 2 - 6} y={middle + 9} textAnchor="middle" fontSize={26} fontWeight={700} fill="var(--ink)">
              {part}
            </text>
          );
        const { name, shape, data, side, row = null, column = null } = part;
        const [rows, columns] = shape ?? UNKNOWN;
        const room = Math.max(columns * CELL, 56);
        const [x0, y0] = [left + (room - columns * CELL) / 2, middle - (rows * CELL) / 2];
        const [w, h] = [columns * CELL, rows * CELL];
        const tone = side && !side.fits ? "var(--bad)" : "var(--good)";
        return (
          <g key={i} className="transition-transform duration-300 motion-reduce:transition-none">
            <text x={x0 + w / 2} y={y0 - 9} textAnchor="middle" fontSize={20} fontWeight={700} fill="var(--ink)">
              {name}
            </text>
            <rect
              x={x0}
              y={y0}
              width={w}
              height={h}
              fill={shape ? "var(--brand-wash)" : "none"}
              stroke="var(--ink-3)"
              strokeWidth={2}
              strokeDasharray={shape ? undefined : "5 5"}
            />
            {shape === null ? null : (
              <path
                d={[
                  ...Array.from({ length: rows - 1 }, (_, r) => `M${x0} ${y0 + (r + 1) * CELL}h${w}`),
                  ...Array.from({ length: columns - 1 }, (_, c) => `M${x0 + (c + 1) * CELL} ${y0}v${h}`),
                ].join("")}
                stroke="var(--line-strong)"
                fill="none"
              />
            )}
            {row === null || shape === null ? null : (
              <rect
                x={x0}
                y={y0 + row * CELL}
                width={column === null ? w : CELL}
                height={CELL}
                {...(column === null ? {} : { x: x0 + column * CELL })}
                fill="none"
                stroke="var(--brand)"
                strokeWidth={4}
              />
            )}
            {column === null || row !== null || shape === null ? null : (
              <rect x={x0 + column * CELL} y={y0} width={CELL} height={h} fill="none" stroke="var(--brand)" strokeWidth={4} />
            )}
            {data?.map((value, k) => (
              <text
                key={k}
                x={x0 + ((k % columns) + 0.5) * CELL}
                y={y0 + (Math.floor(k / columns) + 0.5) * CELL + 5}
                textAnchor="middle"
                fontSize={15}
                fill="var(--ink)"
              >
                {String(value).replace("-", "−")}
              </text>
            ))}
            {side === undefined ? null : (
              <path
                d={side.along === "columns" ? `M${x0} ${y0}h${w}` : `M${x0} ${y0}v${h}`}
                stroke={tone}
                strokeWidth={7}
                strokeDasharray={side.fits ? undefined : "7 6"}
              />
            )}
            <text x={x0 + w / 2} y={y0 + h + 22} textAnchor="middle" fontSize={18} fill="var(--ink-2)">
              {shape === null ? "?×?" : shapeName(shape)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Left · right = result, with the two sides that meet painted alike. */
export const productParts = (left: BlockPicture, right: BlockPicture, result: BlockPicture | null): (BlockPicture | string)[] => {
  const known = left.shape !== null && right.shape !== null;
  const fits = known && left.shape[1] === right.shape[0];
  const side = (along: "columns" | "rows") => (known ? { side: { along, fits } } : {});
  return [{ ...left, ...side("columns") }, "·", { ...right, ...side("rows") }, ...(result === null ? [] : ["=", result])];
};
