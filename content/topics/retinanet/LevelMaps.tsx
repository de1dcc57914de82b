"use client";

import type { Locale } from "@/lib/challenges/text";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer } from "@/lib/ui/scene";
import { Stage, ToneLine } from "@/lib/ui/stage";
import { HeatLayer, TapLayer } from "@/lib/ui/stage/layers";
import { num } from "@/lib/words";
import type { Looked } from "./looked";
import { heatOf, LEVELS, type Place } from "./simulationModel";

export interface LevelMapsProps {
  readonly looked: Looked;
  /** Null: of any class. */
  readonly cls: number | null;
  readonly on: readonly boolean[];
  /** The cell that is looked at. */
  readonly place: Place;
  readonly onPlace: (level: number, row: number, column: number) => void;
  readonly locale: Locale;
}

/** A heat map a level: the largest probability of each cell. A tap chooses the cell; the knobs do the same. */
export function LevelMaps({ looked, cls, on, place, onPlace, locale }: LevelMapsProps) {
  const ko = locale === "ko";
  return (
    <div className="grid grid-cols-3 gap-2" data-testid="levels">
      {LEVELS.map(({ name, side }, level) => {
        const heat = heatOf(looked, level, cls);
        const top = heat.reduce((most, value) => Math.max(most, value), 0);
        // The coarsest level's cells reach beyond the picture: 4 · 32 = 128 pixels.
        const size = LEVELS[level].stride;
        const title = name.toUpperCase();
        const [row, column] = [Math.floor(place.cell / side), place.cell % side];
        const at = (pixel: number) => Math.min(side - 1, Math.max(0, Math.floor(pixel / size)));
        return (
          <figure key={name} className={`m-0 flex flex-col gap-1 ${on[level] ? "" : "opacity-40"}`}>
            <Stage
              width={SCENE_SIDE}
              height={SCENE_SIDE}
              boxes={[]}
              label={ko ? `${title}의 확률` : `Probabilities of ${title}`}
              description={ko ? `가장 큰 확률 ${num(top, 2)}` : `Largest: ${num(top, 2)}`}
              locale={locale}
              underlay={
                <>
                  <SceneLayer drawing={looked.drawing} seen={looked.seen} side={SCENE_SIDE} />
                  <HeatLayer values={heat} rows={side} columns={side} width={side * size} height={side * size} least={0.004} />
                </>
              }
            >
              {level === place.level ? (
                <rect
                  aria-hidden="true"
                  x={column * size}
                  y={row * size}
                  width={Math.min(size, SCENE_SIDE - column * size)}
                  height={Math.min(size, SCENE_SIDE - row * size)}
                  fill="none"
                  stroke="var(--brand-glow)"
                  strokeWidth={2}
                />
              ) : null}
              <TapLayer width={SCENE_SIDE} height={SCENE_SIDE} onTap={(x, y) => onPlace(level, at(y), at(x))} />
            </Stage>
            <figcaption className="flex flex-wrap items-center justify-center gap-x-1.5 text-xs text-ink-2">
              <ToneLine tone={level} width={20} />
              <b className="text-ink">{title}</b> {side}×{side}
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
}
