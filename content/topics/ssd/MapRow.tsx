"use client";

import type { Locale } from "@/lib/challenges/text";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer } from "@/lib/ui/scene";
import { Stage, ToneLine, useStage } from "@/lib/ui/stage";
import { HeatLayer, TapLayer } from "@/lib/ui/stage/layers";
import { num } from "@/lib/words";
import type { Looked } from "./looked";
import { heatOf, MAPS, type Place } from "./simulationModel";

export interface MapRowProps {
  readonly looked: Looked;
  readonly scores: readonly (readonly number[])[];
  readonly on: readonly boolean[];
  /** The cell that is looked at. */
  readonly place: Place;
  readonly onPlace: (map: number, row: number, column: number) => void;
  readonly locale: Locale;
}

/** The lines between a map's cells. */
function Cells({ side }: { readonly side: number }) {
  const { scale: px } = useStage();
  const cell = SCENE_SIDE / side;
  const path = Array.from({ length: side - 1 }, (_, i) => `M${(i + 1) * cell} 0V${SCENE_SIDE}M0 ${(i + 1) * cell}H${SCENE_SIDE}`).join("");
  return <path aria-hidden="true" d={path} stroke="#fffdf9" strokeOpacity={0.5} strokeWidth={px} fill="none" />;
}

/** A heat map a map: the highest probability of any class in each cell. A tap chooses the cell; the knobs do the same. */
export function MapRow({ looked, scores, on, place, onPlace, locale }: MapRowProps) {
  const ko = locale === "ko";
  return (
    <div className="grid grid-cols-3 gap-2" data-testid="maps">
      {MAPS.map(({ name, side }, map) => {
        const heat = heatOf(scores, map);
        const top = heat.reduce((most, value) => Math.max(most, value), 0);
        const size = SCENE_SIDE / side;
        const title = `${side}×${side}`;
        const at = (pixel: number) => Math.min(side - 1, Math.max(0, Math.floor(pixel / size)));
        return (
          <figure key={name} className={`m-0 flex flex-col gap-1 ${on[map] ? "" : "opacity-40"}`}>
            <Stage
              width={SCENE_SIDE}
              height={SCENE_SIDE}
              boxes={[]}
              label={ko ? `${title} 지도의 점수` : `Scores of the ${title} map`}
              description={ko ? `가장 큰 점수 ${num(top, 2)}` : `Highest: ${num(top, 2)}`}
              locale={locale}
              underlay={
                <>
                  <SceneLayer drawing={looked.drawing} seen={looked.seen} side={SCENE_SIDE} />
                  <HeatLayer values={heat} rows={side} columns={side} width={SCENE_SIDE} height={SCENE_SIDE} least={0.02} />
                  <Cells side={side} />
                </>
              }
            >
              {map === place.map ? (
                <rect
                  aria-hidden="true"
                  x={(place.cell % side) * size}
                  y={Math.floor(place.cell / side) * size}
                  width={size}
                  height={size}
                  fill="none"
                  stroke="var(--brand-glow)"
                  strokeWidth={2}
                />
              ) : null}
              <TapLayer width={SCENE_SIDE} height={SCENE_SIDE} onTap={(x, y) => onPlace(map, at(y), at(x))} />
            </Stage>
            <figcaption className="flex flex-wrap items-center justify-center gap-x-1.5 text-xs text-ink-2">
              <ToneLine tone={map} width={20} />
              <b className="text-ink">{title}</b> {num(top, 2)}
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
}
