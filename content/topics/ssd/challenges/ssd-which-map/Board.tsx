"use client";

import { useMemo, useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Beside } from "@/lib/ui/boards";
import { NumberField, Segmented, ToggleChip } from "@/lib/ui/components";
import { Stage } from "@/lib/ui/stage";
import { OutlinesLayer } from "@/lib/ui/stage/layers";
import { letter } from "@/lib/words";
import type { Answer, View } from "./challenge";
import { boxesAt, overlapsOf, shapesOf, SIDE } from "./instance";
import { MapLayer } from "./MapLayer";
import { objectBoxes, sprites } from "./pictureBoxes";
import { mapName, NONE, shown, sizeOf } from "./words";

const WORDS = {
  picture: { ko: "물체와 지도의 칸", en: "Objects and the map's cells" },
  object: { ko: "물체", en: "Object" },
  map: { ko: "맡는 지도", en: "Its map" },
  look: { ko: "들여다볼 지도", en: "Map to look at" },
  maps: { ko: "양성이 있는 지도", en: "Maps with a positive" },
  shapes: { ko: "기본 상자의 크기", en: "Its default boxes" },
  ious: { ko: "IoU 0.4 이상인 기본 상자", en: "Default boxes from an IoU of 0.4 on" },
  nothing: { ko: "하나도 없어요", en: "there are none" },
  open: { ko: "지도를 고르면 그 지도의 기본 상자가 물체 위에 놓여요.", en: "Choose a map to lay its default boxes over the object." },
  kept: { ko: "남는 음성의 수", en: "Negatives kept" },
} satisfies Record<string, Text>;

/** IoUs from here on are listed. */
const LISTED = 0.4;

/** Object by object: a map, whose default boxes are laid over it; where several maps are asked for, their IoUs are listed. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [at, setAt] = useState(0);
  const [look, setLook] = useState(0);
  const overlaps = useMemo(() => (view.asks === "best" ? null : overlapsOf(view)), [view]);
  const chosen = answer.maps[at];
  const map = overlaps ? look : (chosen?.[0] ?? null);
  const set = (maps: readonly number[] | null) => onChange({ ...answer, maps: answer.maps.map((old, i) => (i === at ? maps : old)) });
  const turn = (each: number) => {
    const old = chosen ?? [];
    const next = old.includes(each) ? old.filter((other) => other !== each) : [...old, each].sort((a, b) => a - b);
    set(next.length === 0 ? null : next);
  };
  const object = view.objects[at];
  const listed = map === null || !overlaps ? [] : overlaps[at].filter((each) => each.map === map && each.iou >= LISTED);
  const outlines = map === null ? [] : overlaps ? listed.map(({ box }) => box) : boxesAt(view, map, object.box);
  const boxes = objectBoxes(view, at, locale);
  const maps = view.sides.map((_, value) => ({ value, label: mapName(view, value) }));
  return (
    <Beside
      picture={
        <Stage
          width={SIDE}
          height={SIDE}
          sprites={sprites(view)}
          boxes={boxes}
          label={WORDS.picture[locale]}
          description={boxes.map(({ description }) => description).join(", ")}
          locale={locale}
          locked
          underlay={map === null ? null : <MapLayer side={view.sides[map]} />}
        >
          <OutlinesLayer outlines={outlines.map((box, i) => ({ key: String(i), box, tone: (map ?? 0) + 1 }))} />
        </Stage>
      }
    >
      <Segmented
        label={WORDS.object[locale]}
        value={at}
        onChange={setAt}
        options={view.objects.map((_, i) => ({ value: i, label: answer.maps[i] === null ? letter(i) : `${letter(i)} ✓` }))}
      />
      <p className="m-0 text-ink">
        <b>{`${letter(at)}, ${CLASS_NAMES[object.cls][locale]}`}</b>
        {`: ${sizeOf(object.box)} px`}
      </p>
      <Segmented
        label={WORDS[overlaps ? "look" : "map"][locale]}
        value={map}
        onChange={(value) => (overlaps ? setLook(value) : set([value]))}
        options={maps}
        disabled={locked && !overlaps}
      />
      <p className="m-0 text-sm text-ink" data-testid="facts">
        {map === null ? (
          WORDS.open[locale]
        ) : (
          <>
            {`${WORDS.shapes[locale]} (px): `}
            <span className="font-mono tabular-nums">
              {shapesOf(view.scales, map)
                .map(([w, h]) => sizeOf([0, 0, w, h]))
                .join(", ")}
            </span>
          </>
        )}
      </p>
      {overlaps ? (
        <>
          <p className="m-0 text-sm text-ink" aria-live="polite">
            {`${WORDS.ious[locale]}: `}
            <span className="font-mono tabular-nums">
              {listed.length === 0 ? WORDS.nothing[locale] : listed.map(({ iou }) => shown(iou)).join(", ")}
            </span>
          </p>
          <div role="group" aria-label={WORDS.maps[locale]} className="flex flex-col gap-1.5">
            <span aria-hidden="true" className="text-sm font-medium text-ink">
              {WORDS.maps[locale]}
            </span>
            <div className="flex flex-wrap gap-2.5">
              {maps.map(({ value, label }) => (
                <ToggleChip key={value} on={chosen?.includes(value) ?? false} label={label} onToggle={() => turn(value)} locked={locked}>
                  {label}
                </ToggleChip>
              ))}
              <ToggleChip
                on={chosen?.length === 0}
                label={NONE[locale]}
                onToggle={() => set(chosen?.length === 0 ? null : [])}
                locked={locked}
              >
                {NONE[locale]}
              </ToggleChip>
            </div>
          </div>
          {view.asks === "count" ? (
            <NumberField
              label={WORDS.kept[locale]}
              value={answer.kept}
              min={0}
              max={9999}
              step={1}
              onChange={(kept) => onChange({ ...answer, kept })}
              locale={locale}
              disabled={locked}
            />
          ) : null}
        </>
      ) : null}
    </Beside>
  );
}
