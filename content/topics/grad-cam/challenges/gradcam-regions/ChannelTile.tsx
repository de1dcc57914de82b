"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { signed } from "@/lib/words";
import { signedColour } from "../../signedColour";
import { SIDE } from "./cells";
import type { OpenChannel } from "./instance";
import { channelName } from "./words";

const WORDS = {
  mean: { ko: "α = 네 기울기의 평균", en: "α = mean of the four" },
  gradients: { ko: "기울기", en: "Gradients" },
} satisfies Record<string, Text>;

interface ChannelTileProps {
  readonly channel: OpenChannel;
  readonly index: number;
  /** The cell that is pointed at on the board, ringed here as well. */
  readonly pointed: number | null;
  readonly locale: Locale;
}

/** A channel's 49 values, with its α or the gradients that give it. A table, so that it reads aloud row by row. */
export function ChannelTile({ channel: { tile, alpha, gradients }, index, pointed, locale }: ChannelTileProps) {
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-1">
      <figcaption className="flex flex-wrap items-center justify-between gap-x-2 text-sm">
        <span className="flex grow basis-0 flex-col">
          <span className="font-semibold text-ink">{channelName(index)[locale]}</span>
          {gradients ? <span className="text-xs text-ink-2">{WORDS.mean[locale]}</span> : null}
        </span>
        {gradients ? <Gradients gradients={gradients} name={channelName(index)[locale]} locale={locale} /> : null}
        {alpha === null ? null : (
          <span
            className={`rounded-full px-2 py-0.5 font-mono font-bold tabular-nums ${alpha > 0 ? "bg-warn-wash text-ink" : "bg-[color-mix(in_oklab,#185cc4_18%,transparent)] text-ink"}`}
          >
            α = {signed(alpha)}
          </span>
        )}
      </figcaption>
      <table className="w-full table-fixed border-separate border-spacing-px" aria-label={channelName(index)[locale]}>
        <tbody>
          {Array.from({ length: SIDE }, (_, row) => (
            <tr key={row}>
              {tile.slice(row * SIDE, (row + 1) * SIDE).map((value, column) => (
                <td
                  key={column}
                  // The marks of importance keep the tables of lesson texts from widening this one.
                  className={`!min-w-0 !border-0 !p-0 text-center font-mono text-xs tabular-nums sm:text-sm ${value === 0 ? "text-ink-3" : "font-semibold text-[#14151a]"} ${row * SIDE + column === pointed ? "outline-2 -outline-offset-2 outline-brand" : ""}`}
                  style={{ height: "1.5em", backgroundColor: value === 0 ? "var(--paper-3)" : signedColour(value / 12) }}
                >
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** The gradients of a channel's four quarters, as they lie on it. */
function Gradients({ gradients, name, locale }: { readonly gradients: readonly number[]; readonly name: string; readonly locale: Locale }) {
  return (
    <table className="!m-0 w-auto border-separate border-spacing-px" aria-label={`${WORDS.gradients[locale]}: ${name}`}>
      <tbody>
        {[0, 2].map((from) => (
          <tr key={from}>
            {gradients.slice(from, from + 2).map((value, i) => (
              <td
                key={i}
                className="!min-w-0 !border !border-line bg-sheet !px-1.5 !py-0 text-center font-mono font-semibold tabular-nums text-ink"
              >
                {signed(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
