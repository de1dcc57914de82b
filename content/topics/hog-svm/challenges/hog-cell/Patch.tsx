"use client";

import type { Locale } from "@/lib/challenges";
import { cellName, letter, num } from "@/lib/words";
import { innerOf, SIDE } from "./instance";

/** Brightnesses stand between these. */
const [DARK, BRIGHT] = [6, 84] as const;

/** A patch of pixels with their brightness; the four that have a gradient carry a letter. @param lit the inner pixel at work, 0 … 3 */
export function Patch({
  pixels,
  lit = null,
  locale,
}: {
  readonly pixels: readonly number[];
  readonly lit?: number | null;
  readonly locale: Locale;
}) {
  const around = lit === null ? [] : neighbours(lit);
  return (
    <table className="mx-auto w-full max-w-64 table-fixed border-separate border-spacing-0.5">
      <caption className="pb-1 text-left text-sm font-medium text-ink">
        {locale === "ko" ? "픽셀의 밝기" : "Brightness of each pixel"}
      </caption>
      <tbody>
        {Array.from({ length: SIDE }, (_, row) => (
          <tr key={row}>
            {pixels.slice(row * SIDE, (row + 1) * SIDE).map((value, column) => {
              const cell = row * SIDE + column;
              const inner = innerOf(cell);
              const grey = Math.round(40 + (200 * (value - DARK)) / (BRIGHT - DARK));
              const marked =
                inner >= 0 && inner === lit
                  ? "!border-brand"
                  : around.includes(cell)
                    ? "!border-good"
                    : inner >= 0
                      ? "!border-ink"
                      : "!border-transparent";
              return (
                <td
                  key={column}
                  className={`relative !min-w-0 rounded-[6px] !border-[3px] !p-0 text-center font-mono text-base font-semibold tabular-nums ${marked}`}
                  style={{ background: `rgb(${grey} ${grey} ${grey})`, color: grey > 118 ? "#14151a" : "#ffffff" }}
                >
                  <span className="sr-only">
                    {cellName(cell, SIDE)[locale]}
                    {inner >= 0 ? `, ${letter(inner)}` : ""}:{" "}
                  </span>
                  <span className="block py-2">{num(value)}</span>
                  {inner >= 0 ? (
                    <span aria-hidden="true" className="absolute left-1 top-0 text-xs">
                      {letter(inner)}
                    </span>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The four pixels that an inner pixel's gradient is taken from. */
function neighbours(inner: number): readonly number[] {
  const at = Array.from({ length: SIDE * SIDE }, (_, cell) => cell).find((cell) => innerOf(cell) === inner) ?? 0;
  return [at - 1, at + 1, at - SIDE, at + SIDE];
}
