"use client";

import type { Locale } from "@/lib/challenges/text";
import { SceneLayer, useRecordedDrawing } from "@/lib/ui/scene";
import { pictureFile, stripFile } from "./bank";
import { loadDrawing } from "./drawings";
import type { ShownMap, View } from "./instance";
import { SIDE } from "./reading";
import { STRIP, type Method } from "./recording";
import { askedName, describeMap, NAME, numbersOf, otherName } from "./words";

/** A scene of the bank under a stage of SIDE × SIDE. */
export const ScenePicture = ({ place }: { readonly place: number }) => (
  <SceneLayer drawing={useRecordedDrawing(loadDrawing, place)} seen={pictureFile(place)} side={SIDE} />
);

/** The grey pixel: a cross that is open in its middle, light and dark. */
export function Cross({ pixel }: { readonly pixel: number | null }) {
  if (pixel === null) return null;
  const [x, y] = [(pixel % SIDE) + 0.5, Math.floor(pixel / SIDE) + 0.5];
  const arms = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ]
    .map(([dx, dy]) => `M${x + 2 * dx} ${y + 2 * dy}l${5 * dx} ${5 * dy}`)
    .join("");
  return (
    <g aria-hidden="true" data-cross={pixel}>
      <path d={arms} stroke="#14151a" strokeWidth={3.5} strokeLinecap="round" />
      <path d={arms} stroke="#fff" strokeWidth={1.5} strokeLinecap="round" />
    </g>
  );
}

/** One map of the strip, the objects' boxes over it: the one asked for in a line, the other in dashes. */
function MapPicture({ view, at }: { readonly view: View; readonly at: number }) {
  return (
    <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true" className="block w-full min-w-0 overflow-hidden">
      <image href={stripFile(view.place)} x={-at * SIDE} width={STRIP * SIDE} height={SIDE} />
      <g fill="none" stroke="#fff" strokeOpacity={0.8}>
        {view.objects.map(({ box: [x1, y1, x2, y2] }, i) => (
          <rect key={i} x={x1} y={y1} width={x2 - x1} height={y2 - y1} strokeDasharray={i === view.asked ? undefined : "4 3"} />
        ))}
      </g>
      <Cross pixel={view.pixel} />
    </svg>
  );
}

/** A map, or at level 3 one for each class side by side. */
export function MapPair({ view, map, locale }: { readonly view: View; readonly map: ShownMap; readonly locale: Locale }) {
  if (!map.twin) return <MapPicture view={view} at={map.at} />;
  return (
    <span className="grid grid-cols-2 gap-0.5">
      {[
        { at: map.at, name: askedName(view) },
        { at: map.twin.at, name: otherName(view) },
      ].map(({ at, name }, i) => (
        <span key={i}>
          <MapPicture view={view} at={at} />
          <span className="block text-center text-xs/5 text-ink-2">{`“${name[locale]}”`}</span>
        </span>
      ))}
    </span>
  );
}

interface MapTileProps {
  readonly view: View;
  readonly map: ShownMap;
  /** The name it was given. */
  readonly said: Method | null;
  readonly onPress: () => void;
  readonly locale: Locale;
  readonly locked: boolean;
}

/** A map to be pressed: it takes the name that is chosen, or gives it back. */
export function MapTile({ view, map, said, onPress, locale, locked }: MapTileProps) {
  const name = said === null ? null : NAME[said][locale];
  return (
    <button
      type="button"
      data-map={map.id}
      aria-pressed={said !== null}
      aria-disabled={locked}
      aria-label={[describeMap(view, map)[locale], name].filter(Boolean).join(". ")}
      onClick={() => (locked ? undefined : onPress())}
      className={`flex w-full min-w-0 flex-col overflow-hidden rounded-[var(--radius)] border-2 bg-paper-3 p-0 text-ink ${said === null ? "border-line-strong" : "border-brand"} ${locked ? "cursor-default" : "cursor-pointer"}`}
    >
      <MapPair view={view} map={map} locale={locale} />
      <span aria-hidden="true" className="flex min-h-11 w-full flex-wrap items-center justify-between gap-x-2 px-2 py-1 text-left text-sm">
        <b>{map.id}</b>
        {name === null ? null : <span className="rounded-full bg-brand px-2 text-xs/5 font-semibold text-brand-ink">{name}</span>}
        {map.passes === null ? null : (
          <span className="w-full text-xs tabular-nums text-ink-2">
            {numbersOf(map)
              .map((text) => text[locale])
              .join(" · ")}
          </span>
        )}
      </span>
    </button>
  );
}
