"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { num, scientific, signed } from "@/lib/words";
import { MiniTile } from "./MiniTile";
import type { Explained } from "./question";
import { signedColour } from "./signedColour";
import { addsOf, contributions, largestSize } from "./simulationModel";

const WORDS = {
  title: { ko: "가장 많이 보태거나 빼는 채널", en: "The channels that add or take most" },
  share: { ko: "맵에 보태는 양 (가장 큰 것 = 100)", en: "added to the map (largest = 100)" },
  unit: {
    ko: "그 채널의 α × A를 칸마다 재어 평균한 값이에요. 아주 작아서, 가장 긴 막대를 100으로 놓고 적었어요.",
    en: "It is the channel's α × A, averaged over the cells. It is tiny, so it is written with the longest bar as 100.",
  },
  here: { ko: "이 칸에서 α × A", en: "α × A in this cell" },
  others: { ko: "나머지 채널", en: "All other channels" },
} satisfies Record<string, Text>;
const SHOWN = 8;
/** From a channel's tile, over its name, to the foot of its bar, where the product stands. */
const TO_PRODUCT = ["calc(100% + 10rem)", "80%"] as const;

const activationAt = ({ maps, side }: Explained, channel: number, cell: number) => maps[channel * side * side + cell];

/** Its own units: the largest channel is 100. */
const inHundred = (share: number, most: number) => (most > 0 ? (100 * share) / most : 0);

interface ChannelRowsProps {
  readonly explained: Explained;
  /** The cell that is read, in every channel at once; null: none. */
  readonly cell: number | null;
  readonly locale: Locale;
}

/** The strongest channels in order: where each is strong, its α, and what it adds to the map or takes from it. */
export function ChannelRows({ explained, cell, locale }: ChannelRowsProps) {
  const all = contributions(explained);
  const shown = all.slice(0, SHOWN);
  const rest = all.slice(SHOWN).reduce((sum, { share }) => sum + share, 0);
  const most = Math.max(...all.map(({ share }) => Math.abs(share)), Math.abs(rest));
  const bar = (share: number) => (
    <span aria-hidden="true" className="relative h-3 rounded-full bg-paper-3">
      <span className="absolute inset-y-0 left-1/2 w-px bg-line-strong" />
      <span
        className="absolute inset-y-0 rounded-full transition-[width] duration-300 motion-reduce:transition-none"
        style={{
          backgroundColor: signedColour(Math.sign(share)),
          width: `${most > 0 ? (50 * Math.abs(share)) / most : 0}%`,
          [share < 0 ? "right" : "left"]: "50%",
        }}
      />
    </span>
  );
  return (
    <figure className="m-0 flex flex-col gap-2" data-testid="channels">
      <figcaption className="flex justify-between gap-2 text-sm text-ink-2">
        <span>{WORDS.title[locale]}</span>
        <span>{WORDS.share[locale]}</span>
      </figcaption>
      <ul className="m-0 flex list-none flex-col gap-1.5 p-0 text-sm">
        {shown.map((one) => {
          const adds = addsOf(explained, one);
          return (
            <li key={one.index} className="grid grid-cols-[3rem_6.25rem_minmax(0,1fr)_2.5rem] items-center gap-2">
              <MiniTile
                values={adds}
                side={explained.side}
                most={largestSize(adds)}
                ringed={cell}
                flies={cell === null ? undefined : { text: scientific(adds[cell], 2), to: TO_PRODUCT }}
              />
              <span className="flex flex-col">
                <span className="text-ink">#{one.index}</span>
                <span className="font-mono text-xs tabular-nums text-ink-2">α {scientific(one.alpha, 1)}</span>
              </span>
              <span className="flex flex-col gap-1">
                {bar(one.share)}
                <span className="min-h-4 text-right font-mono text-xs tabular-nums text-ink" data-here={cell ?? undefined}>
                  {cell === null ? null : (
                    <>
                      <span className="sr-only">{WORDS.here[locale]} </span>
                      <span className="text-ink-2">× {num(activationAt(explained, one.index, cell), 2)} =</span>{" "}
                      <b className="whitespace-nowrap">{scientific(adds[cell], 2)}</b>
                    </>
                  )}
                </span>
              </span>
              {/* On the bar's line, which has the product below it. */}
              <span className="pb-5 text-right font-mono tabular-nums text-ink">{signed(inHundred(one.share, most))}</span>
            </li>
          );
        })}
        {all.length > SHOWN ? (
          <li className="grid grid-cols-[3rem_6.25rem_minmax(0,1fr)_2.5rem] items-center gap-2 text-ink-2">
            <span className="text-center">…</span>
            <span>
              {WORDS.others[locale]} ({all.length - SHOWN})
            </span>
            {bar(rest)}
            <span className="text-right font-mono tabular-nums">{signed(inHundred(rest, most))}</span>
          </li>
        ) : null}
      </ul>
      <p className="m-0 text-sm text-ink-2">{WORDS.unit[locale]}</p>
    </figure>
  );
}
