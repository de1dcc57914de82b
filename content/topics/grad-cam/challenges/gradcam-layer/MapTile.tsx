"use client";

import type { Locale } from "@/lib/challenges/text";
import { percent } from "@/lib/words";
import { heatIn } from "./heat";
import type { ShownMap, View } from "./instance";
import { Boxes, Heat, ScenePicture, WIDTH } from "./ScenePicture";
import { askedName, mapName, otherName } from "./words";

/** What a map shows, for who does not see it. */
function describeMap(view: View, { id, cells }: ShownMap, locale: Locale): string {
  const share = (object: number) => percent(heatIn(cells, view.objects[object].box));
  const [own, other] = [share(view.asked), share(1 - view.asked)];
  return locale === "ko"
    ? `${mapName(id).ko}, 열기: ${askedName(view).ko} 상자 ${own}, ${otherName(view).ko} 상자 ${other}`
    : `${mapName(id).en}, heat: ${own} in the ${askedName(view).en}'s box, ${other} in the ${otherName(view).en}'s`;
}

interface MapTileProps {
  readonly view: View;
  readonly map: ShownMap;
  /** Where it was placed: its number, or what it was named. Null while it has no place. */
  readonly badge: string | null;
  readonly onPress: () => void;
  readonly locale: Locale;
  readonly locked: boolean;
}

/** A map over the scene, to be pressed: it goes to its place, or comes back. */
export function MapTile({ view, map, badge, onPress, locale, locked }: MapTileProps) {
  return (
    <button
      type="button"
      data-map={map.id}
      aria-pressed={badge !== null}
      aria-disabled={locked}
      aria-label={[describeMap(view, map, locale), badge].filter(Boolean).join(", ")}
      onClick={() => (locked ? undefined : onPress())}
      className={`block w-full overflow-hidden rounded-[var(--radius)] border-2 bg-paper-3 p-0 ${badge === null ? "border-line-strong" : "border-brand"} ${locked ? "cursor-default" : "cursor-pointer"}`}
    >
      <svg viewBox={`0 0 ${WIDTH} ${WIDTH}`} aria-hidden="true" className="block w-full">
        <g opacity={0.55}>
          <ScenePicture place={view.place} />
        </g>
        <Heat cells={map.cells} />
        <Boxes view={view} />
      </svg>
      {/* Below the map: in a corner it would lie on heat. */}
      <span aria-hidden="true" className="flex h-7 items-center justify-between gap-1 px-1.5 text-sm font-bold text-ink">
        {map.id}
        {badge === null ? null : (
          <span className="min-w-6 whitespace-nowrap rounded-full bg-brand px-1.5 text-center text-xs/5 tabular-nums text-brand-ink">
            {badge}
          </span>
        )}
      </span>
    </button>
  );
}
