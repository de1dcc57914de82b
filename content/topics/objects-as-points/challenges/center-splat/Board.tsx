"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { Beside } from "@/lib/ui/boards";
import { NumberField, Segmented, Slider } from "@/lib/ui/components";
import { StatRow } from "@/lib/ui/simulation";
import { TapLayer } from "@/lib/ui/stage/layers";
import { letter, num } from "@/lib/words";
import type { Answer, View } from "./challenge";
import { HillsMap } from "./HillsMap";
import { CODES, iouAt, MOST_RADIUS, PLACEMENTS, type Placement } from "./instance";
import { StrayedBox } from "./Strayed";
import { CODE_NAMES, PLACEMENT_NAMES } from "./words";

const WORDS = {
  radius: { ko: "반지름 r", en: "Radius r" },
  slide: { ko: "반지름을 밀어서 정하기", en: "Slide the radius" },
  cells: { ko: "칸", en: "cells" },
  which: { ko: "모서리를 어긋나게 하는 길", en: "Which way the corners stray" },
  hill: { ko: "언덕", en: "hill" },
  codes: {
    ko: "세 상자 모두 최소 IoU는 위와 같아요. 같은 상자라면 공개된 코드의 반지름이 세 배쯤 커요.",
    en: "All three with the least IoU from above. For one and the same box the released code's radius is about three times as large.",
  },
} satisfies Record<string, Text>;

/** Where the ring rests until a radius is set, in tenths. */
const AT_REST = 10;

/** The box under two rings, a radius to set, the IoU of its strayed corners; then cells to fill or hills to tell apart. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [placement, setPlacement] = useState<Placement>("shift");
  const { width, height, hills, targets, printed } = view;
  const radius = answer.radius ?? AT_REST;
  const set = (value: number) => onChange({ ...answer, radius: Math.min(MOST_RADIUS, Math.max(1, Math.round(value * 10))) });
  const shown = printed ? PLACEMENTS : [placement];
  const ious = shown.map((each) => ({ label: `IoU, ${PLACEMENT_NAMES[each][locale]}`, value: num(iouAt(view, radius / 10, each), 3) }));
  const most = Math.min(MOST_RADIUS / 10, Math.min(width, height) / 2);
  const said = `${width}×${height}, r = ${num(radius / 10, 1)}, ${ious.map(({ label, value }) => `${label} ${value}`).join(", ")}.`;
  return (
    <div className="flex flex-col gap-5">
      <Beside
        picture={
          <StrayedBox view={view} r={radius / 10} shown={shown} said={said} locale={locale}>
            {(room) => (
              <TapLayer
                width={width + 2 * room}
                height={height + 2 * room}
                disabled={locked}
                onTap={(x, y) => {
                  const from = (cx: number, cy: number) => Math.sqrt((x - room - cx) * (x - room - cx) + (y - room - cy) * (y - room - cy));
                  set(Math.min(from(0, 0), from(width, height), most));
                }}
              />
            )}
          </StrayedBox>
        }
      >
        <Slider
          label={WORDS.slide[locale]}
          unit={WORDS.cells[locale]}
          value={radius / 10}
          min={0.1}
          max={most}
          step={0.1}
          open={answer.radius === null}
          onChange={set}
          locale={locale}
          disabled={locked}
          format={(value) => num(value, 1)}
        />
        <NumberField
          label={WORDS.radius[locale]}
          unit={WORDS.cells[locale]}
          value={answer.radius === null ? null : answer.radius / 10}
          min={0.1}
          max={MOST_RADIUS / 10}
          step={0.1}
          onChange={set}
          locale={locale}
          disabled={locked}
        />
        {printed ? null : (
          <Segmented
            label={WORDS.which[locale]}
            value={placement}
            onChange={setPlacement}
            options={PLACEMENTS.map((value) => ({ value, label: PLACEMENT_NAMES[value][locale] }))}
          />
        )}
        <StatRow columns={3} stats={ious} />
      </Beside>
      {hills ? (
        <div className="flex flex-col gap-3">
          <HillsMap hills={hills} locale={locale} />
          <div className="grid max-w-lg grid-cols-3 gap-3 @max-3xs:grid-cols-1">
            {hills.asked.map((_, i) => (
              <NumberField
                key={i}
                label={locale === "ko" ? `칸 ${i + 1}의 값` : `Value of cell ${i + 1}`}
                value={answer.values[i] === null ? null : (answer.values[i] ?? 0) / 100}
                min={0}
                max={1}
                step={0.01}
                onChange={(value) =>
                  onChange({ ...answer, values: answer.values.map((old, k) => (k === i ? Math.round(value * 100) : old)) })
                }
                locale={locale}
                disabled={locked}
              />
            ))}
          </div>
        </div>
      ) : null}
      {targets.length > 0 ? (
        <div className="flex flex-col gap-3">
          <p className="m-0 text-sm text-ink-2">{WORDS.codes[locale]}</p>
          {targets.map(({ side, radius: R }, i) => (
            <div key={i} className="flex flex-col gap-1">
              <p className="m-0 font-mono text-sm text-ink">{`${letter(i)}: ${side}×${side}, ${WORDS.hill[locale]} R = ${R}`}</p>
              <Segmented
                label={locale === "ko" ? `상자 ${letter(i)}` : `Box ${letter(i)}`}
                value={answer.codes[i]}
                onChange={(code) => onChange({ ...answer, codes: answer.codes.map((old, k) => (k === i ? code : old)) })}
                disabled={locked}
                options={CODES.map((value) => ({ value, label: CODE_NAMES[value][locale] }))}
              />
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
