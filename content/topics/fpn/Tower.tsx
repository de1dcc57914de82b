"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { Stage, ToneLine } from "@/lib/ui/stage";
import { HeatLayer, TapLayer } from "@/lib/ui/stage/layers";
import { num } from "@/lib/words";
import { COARSE, COARSEST, FINE, type Looked, type Way } from "./looked";
import { parentOf, stretched, type MergeMaps } from "./simulationModel";

export interface TowerProps {
  readonly looked: Looked;
  readonly maps: MergeMaps;
  readonly way: Way;
  /** A cell of the fine maps; null: none is looked at. */
  readonly cell: number | null;
  readonly onCell: (row: number, column: number) => void;
  readonly locale: Locale;
}

interface Tile {
  readonly name: string;
  readonly side: number;
  readonly map: ArrayLike<number>;
  readonly what: Text;
  /** The level whose detections it gives. */
  readonly level?: number;
}

/** The maps on the way down, in the order in which they are computed, then the three levels that the head reads. A tap chooses a cell. */
export function Tower({ looked, maps, way, cell, onCell, locale }: TowerProps) {
  const ko = locale === "ko";
  const tiles: readonly Tile[] = [
    { name: "M4", side: COARSE, map: maps.coarse, what: { ko: "성긴 지도", en: "coarse map" } },
    { name: "↑ ×2", side: FINE, map: maps.copy, what: { ko: "키운 사본", en: "its copy, enlarged" } },
    { name: "+ L3", side: FINE, map: maps.lateral, what: { ko: "옆의 지도", en: "lateral map" } },
    { name: "= M3", side: FINE, map: maps.sum, what: { ko: "합", en: "the sum" } },
    { name: "P3", side: FINE, map: looked.p3[way], what: { ko: "3×3 뒤", en: "after the 3×3" }, level: 0 },
    { name: "P4", side: COARSE, map: looked.p4, what: { ko: "M4의 3×3 뒤", en: "M4 after its 3×3" }, level: 1 },
    { name: "P5", side: COARSEST, map: looked.p5, what: { ko: "가장 성긴 레벨", en: "the coarsest level" }, level: 2 },
  ];
  return (
    <div className="grid grid-cols-3 gap-2 @lg:grid-cols-4" data-testid="tower">
      {tiles.map(({ name, side, map, what, level }) => {
        const values = Array.from(map);
        // The coarsest level's cells reach beyond the picture: 4 · 32 = 128 pixels.
        const size = side === COARSEST ? 32 : SCENE_SIDE / side;
        const at = (pixel: number) => Math.min(side - 1, Math.max(0, Math.floor(pixel / size)));
        const ringed = cell === null || side === COARSEST ? null : side === FINE ? cell : parentOf(cell);
        return (
          <figure key={name} className="m-0 flex flex-col gap-1" data-tile={name}>
            <Stage
              width={SCENE_SIDE}
              height={SCENE_SIDE}
              boxes={[]}
              label={`${name}, ${what[locale]}`}
              description={
                ko
                  ? `${side}×${side}칸, ${num(Math.min(...values), 1)}부터 ${num(Math.max(...values), 1)}까지`
                  : `${side}×${side} cells, from ${num(Math.min(...values), 1)} to ${num(Math.max(...values), 1)}`
              }
              locale={locale}
              underlay={
                <>
                  <rect width={SCENE_SIDE} height={SCENE_SIDE} fill="#0d0887" />
                  <HeatLayer
                    values={stretched(map)}
                    rows={side}
                    columns={side}
                    width={side * size}
                    height={side * size}
                    opacity={1}
                    least={0.004}
                  />
                </>
              }
            >
              {ringed === null ? null : (
                <rect
                  aria-hidden="true"
                  x={(ringed % side) * size}
                  y={Math.floor(ringed / side) * size}
                  width={size}
                  height={size}
                  fill="none"
                  stroke="#fff"
                  strokeWidth={2.5}
                />
              )}
              <TapLayer
                width={SCENE_SIDE}
                height={SCENE_SIDE}
                onTap={(x, y) => {
                  const scale = side === COARSEST ? 4 : FINE / side;
                  onCell(Math.min(FINE - 1, Math.floor(at(y) * scale)), Math.min(FINE - 1, Math.floor(at(x) * scale)));
                }}
              />
            </Stage>
            <figcaption className="flex flex-wrap items-center justify-center gap-x-1.5 text-center text-xs text-ink-2">
              {level === undefined ? null : <ToneLine tone={level} width={20} />}
              <b className="font-mono text-ink">{name}</b> {what[locale]}
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
}
