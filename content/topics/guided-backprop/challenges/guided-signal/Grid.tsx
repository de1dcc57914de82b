"use client";

import { classNames } from "@/lib/ui/components";

export interface GridProps {
  readonly side: number;
  readonly values: readonly number[];
  readonly title: string;
  /** Cells drawn as open. */
  readonly open?: ReadonlySet<number>;
  /** Cells drawn as fallen to 0. */
  readonly closed?: ReadonlySet<number>;
}

const sign = (v: number) => (v > 0 ? `+${v}` : String(v).replace("-", "−"));

/** Numbers in a square, positive ones warm, negative ones cool; the sign says the same as the colour. */
export function Grid({ side, values, title, open, closed }: GridProps) {
  return (
    <table className="border-separate border-spacing-1">
      <caption className="pb-1 text-left text-sm font-medium text-ink">{title}</caption>
      <tbody>
        {Array.from({ length: side }, (_, row) => (
          <tr key={row}>
            {Array.from({ length: side }, (_, column) => {
              const i = row * side + column;
              return (
                <td
                  key={column}
                  className={classNames(
                    "size-9 rounded-[8px] border-2 text-center font-mono text-sm tabular-nums sm:size-11 sm:text-base",
                    closed?.has(i)
                      ? "border-line bg-paper-2 text-ink-3 line-through"
                      : values[i] > 0
                        ? "bg-warn-wash text-ink"
                        : "bg-sheet text-ink",
                    open?.has(i) ? "border-good" : "border-line",
                  )}
                >
                  {sign(values[i])}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
