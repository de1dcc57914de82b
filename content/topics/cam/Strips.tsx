"use client";

import { useState } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { Button, Slider } from "@/lib/ui/components";
import { CellRing, Flight, overCells, type CellHands } from "@/lib/ui/simulation";
import { letter, num, signed } from "@/lib/words";
import { MAP_CELLS, MAP_SIDE, shareOf, weightAt, type Desk, type Setting } from "./desk";
import { MapPicture } from "./MapPicture";
import { Product } from "./Product";

const WORDS = {
  channel: { ko: "채널", en: "channel" },
  fader: { ko: "페이더", en: "Fader" },
  here: { ko: "이 칸의 w × f", en: "w × f in this cell" },
  adds: { ko: "점수의 몫", en: "adds" },
  level: { ko: "페이더를 모두 ×1로", en: "All faders to ×1" },
} satisfies Record<string, Text>;

export interface StripsProps {
  readonly desk: Desk;
  readonly setting: Setting;
  /** Whether tiles show w · f instead of f. */
  readonly weighed: boolean;
  /** Whether all tiles share one scale. */
  readonly shared: boolean;
  readonly onGain: (k: number, gain: number) => void;
  /** All faders back to the learnt weights. */
  readonly onLevel: () => void;
  /** The cell that is read, in every map at once. */
  readonly cell: number | null;
  readonly hands: CellHands;
  readonly locale: Locale;
}

const largest = (map: ArrayLike<number>) => {
  let most = 0;
  for (let i = 0; i < map.length; i++) most = Math.max(most, Math.abs(map[i]));
  return most;
};

/** The places of the strips: as on the desk, or, where tiles show w · f, by what they add to the score. */
function orderOf(desk: Desk, setting: Setting, weighed: boolean): readonly number[] {
  const places = desk.strips.map((_, k) => k);
  return weighed ? places.sort((a, b) => shareOf(desk, setting, b) - shareOf(desk, setting, a)) : places;
}

/** The faders of the desk: each with its channel's map, its weight and what it adds to the score. */
export function Strips({ desk, setting, weighed, shared, onGain, onLevel, cell, hands, locale }: StripsProps) {
  // While a fader is in use none changes its place: it would leave the hand that moves it.
  const [held, setHeld] = useState<readonly number[] | null>(null);
  const order = held ?? orderOf(desk, setting, weighed);
  const moved = setting.gains.some((gain) => gain !== 1);
  const maps = desk.strips.map(({ map }, k) => {
    const factor = weighed ? weightAt(desk, setting, k) : 1;
    return Float32Array.from({ length: MAP_CELLS }, (_, i) => factor * map[i]);
  });
  const most = Math.max(...maps.map(largest));
  return (
    <div className="flex flex-col gap-3">
      <ul
        className="m-0 grid list-none grid-cols-2 gap-3 p-0 @max-3xs:grid-cols-1 @xl:grid-cols-4"
        data-testid="strips"
        onFocus={() => setHeld(order)}
        onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setHeld(null)}
      >
        {order.map((k) => {
          const gain = setting.gains[k];
          const name = letter(k);
          return (
            <li
              key={k}
              data-strip={name}
              className="m-0 flex min-w-0 flex-col gap-1 rounded-[var(--radius)] border border-line bg-sheet p-2"
            >
              <div className="flex items-baseline justify-between gap-1 text-xs text-ink-2">
                <span className="text-sm font-bold text-ink">{name}</span>
                <span>
                  {WORDS.channel[locale]} {desk.strips[k].channel}
                </span>
              </div>
              {/* The picture above is where keys choose a cell. */}
              <div className="relative cursor-crosshair" {...overCells(MAP_SIDE, hands)}>
                <MapPicture
                  map={maps[k]}
                  scale={shared ? most : largest(maps[k])}
                  label={weighed ? `w × f, ${name}` : `f, ${name}`}
                  className="rounded-[8px]"
                />
                {cell === null ? null : <CellRing side={MAP_SIDE} cell={cell} />}
                {cell === null ? null : (
                  <Flight key={cell} side={MAP_SIDE} cell={cell} text={num(maps[k][cell], 2)} to={["70%", "calc(100% + 5.25rem)"]} />
                )}
              </div>
              <Slider
                label={name}
                symbol="×"
                value={gain}
                min={-2}
                max={2}
                step={0.1}
                format={(gain) => num(gain, 1)}
                onChange={(gain) => onGain(k, gain)}
                locale={locale}
              />
              <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-2 font-mono text-xs tabular-nums text-ink-2">
                {cell === null ? (
                  <>
                    <dt>w</dt>
                    <dd className="m-0 text-right">{signed(desk.strips[k].weight, 2)}</dd>
                    <dt className="font-sans">{WORDS.adds[locale]}</dt>
                    <dd className="m-0 text-right font-bold text-ink">{signed(shareOf(desk, setting, k), 2)}</dd>
                  </>
                ) : (
                  <>
                    <dt className="sr-only">{WORDS.here[locale]}</dt>
                    {/* As high as what it takes the place of. */}
                    <dd className="col-span-2 m-0 min-h-8 text-right text-ink" data-here>
                      <Product weight={weightAt(desk, setting, k)} value={desk.strips[k].map[cell]} />
                    </dd>
                  </>
                )}
              </dl>
            </li>
          );
        })}
      </ul>
      {moved ? (
        <Button size="sm" variant="secondary" onClick={onLevel}>
          {WORDS.level[locale]}
        </Button>
      ) : null}
    </div>
  );
}
