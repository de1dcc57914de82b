"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { Slider } from "@/lib/ui/components";
import { letter, num, signed } from "@/lib/words";
import { MAP_CELLS, shareOf, weightAt, type Desk, type Setting } from "./desk";
import { MapPicture } from "./MapPicture";

const WORDS = {
  channel: { ko: "채널", en: "channel" },
  fader: { ko: "페이더", en: "Fader" },
  adds: { ko: "점수의 몫", en: "adds" },
} satisfies Record<string, Text>;

export interface StripsProps {
  readonly desk: Desk;
  readonly setting: Setting;
  /** Whether tiles show w · f instead of f. */
  readonly weighed: boolean;
  /** Whether all tiles share one scale. */
  readonly shared: boolean;
  /** The order of the tiles on the desk, as places in `desk.strips`. */
  readonly order: readonly number[];
  readonly onGain: (k: number, gain: number) => void;
  readonly locale: Locale;
}

const largest = (map: ArrayLike<number>) => {
  let most = 0;
  for (let i = 0; i < map.length; i++) most = Math.max(most, Math.abs(map[i]));
  return most;
};

/** The faders of the desk: each with its channel's map, its weight and what it adds to the score. */
export function Strips({ desk, setting, weighed, shared, order, onGain, locale }: StripsProps) {
  const maps = desk.strips.map(({ map }, k) => {
    const factor = weighed ? weightAt(desk, setting, k) : 1;
    return Float32Array.from({ length: MAP_CELLS }, (_, i) => factor * map[i]);
  });
  const most = Math.max(...maps.map(largest));
  return (
    <ul className="m-0 grid list-none grid-cols-2 gap-3 p-0 @xl:grid-cols-4">
      {order.map((k) => {
        const weight = weightAt(desk, setting, k);
        const name = letter(k);
        return (
          <li key={k} className="m-0 flex min-w-0 flex-col gap-1 rounded-[var(--radius)] border border-line bg-sheet p-2">
            <div className="flex items-baseline justify-between gap-1 text-xs text-ink-2">
              <span className="text-sm font-bold text-ink">{name}</span>
              <span>
                {WORDS.channel[locale]} {desk.strips[k].channel}
              </span>
            </div>
            <MapPicture
              map={maps[k]}
              scale={shared ? most : largest(maps[k])}
              label={weighed ? `w × f, ${name}` : `f, ${name}`}
              className="rounded-[8px]"
            />
            <Slider
              label={name}
              symbol="×"
              value={setting.gains[k]}
              min={-2}
              max={2}
              step={0.1}
              format={(gain) => num(gain, 1)}
              onChange={(gain) => onGain(k, gain)}
              locale={locale}
            />
            <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-2 font-mono text-xs tabular-nums text-ink-2">
              <dt>w</dt>
              <dd className="m-0 text-right">{signed(weight, 2)}</dd>
              <dt>{WORDS.adds[locale]}</dt>
              <dd className="m-0 text-right font-bold text-ink">{signed(shareOf(desk, setting, k), 2)}</dd>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
