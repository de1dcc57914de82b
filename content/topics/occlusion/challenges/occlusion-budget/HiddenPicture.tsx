"use client";

import type { Locale } from "@/lib/challenges/text";
import type { TaskRunner } from "@/lib/challenges/task";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { ScenePicture } from "@/lib/ui/scene";
import { useTask } from "@/lib/ui/tasks";
import { letter } from "@/lib/words";
import type { tasks } from "../../tasks";
import { alongSide, cellsOf, squareOf, type DesignView, type PlacesView } from "./instance";

export interface HiddenPictureProps {
  readonly view: PlacesView;
  /** The marked places, covered. */
  readonly hidden: readonly number[];
  readonly engine: TaskRunner<typeof tasks>;
  readonly locale: Locale;
}

/** The scene with grey where a place is marked; lines show the places, letters the lettered ones. */
export function HiddenPicture({ view, hidden, engine, locale }: HiddenPictureProps) {
  const { value: scene } = useTask(engine, "picture", { number: view.scene });
  const name = CLASS_NAMES[VOC_CLASSES[view.label]][locale];
  return (
    <div className="relative mx-auto w-full max-w-[min(100%,30dvh)] md:max-w-none">
      <ScenePicture
        sharp={scene?.drawing ?? null}
        pixels={scene?.pixels ?? null}
        side={SCENE_SIDE}
        label={locale === "ko" ? `그림(클래스: ${name})` : `The picture (class: ${name})`}
      />
      <svg viewBox={`0 0 ${SCENE_SIDE} ${SCENE_SIDE}`} aria-hidden="true" className="absolute inset-0 size-full">
        {cellsOf(view).map((place) => {
          const { x, y, side } = squareOf(view, place);
          const on = hidden.includes(place);
          return (
            <g key={place}>
              <rect
                x={x}
                y={y}
                width={side}
                height={side}
                fill={on ? "rgb(128 128 128)" : "transparent"}
                stroke={on ? "var(--brand)" : "white"}
                strokeOpacity={on ? 1 : 0.5}
                strokeWidth={on ? 1 : 0.4}
              />
              {view.task === "joint" ? (
                <text
                  x={x + side / 2}
                  y={y + side / 2 + 3}
                  fontSize={9}
                  fontWeight={700}
                  textAnchor="middle"
                  fill="white"
                  stroke="black"
                  strokeWidth={1.4}
                  paintOrder="stroke"
                >
                  {letter(place)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

export interface DesignPictureProps {
  readonly view: DesignView;
  readonly patch: number | null;
  readonly stride: number | null;
  readonly locale: Locale;
}

/** The first row and column of patches over the bare picture, to scale: overlaps darken, what is left over stays white. */
export function DesignPicture({ view: { side }, patch, stride, locale }: DesignPictureProps) {
  const starts = patch === null || stride === null ? [] : Array.from({ length: alongSide(side, patch, stride) }, (_, i) => i * stride);
  const label = locale === "ko" ? "조각이 놓이는 첫 줄" : "The first row of patches";
  return (
    <svg viewBox={`-2 -2 ${side + 4} ${side * 0.42 + 4}`} role="img" aria-label={label} className="w-full">
      <rect width={side} height={side * 0.42} fill="var(--sheet)" stroke="var(--line-strong)" strokeWidth={side / 150} />
      {starts.map((x, i) => (
        <rect
          key={x}
          x={x}
          y={(i % 2) * side * 0.012}
          width={patch ?? 0}
          height={patch ?? 0}
          fill="var(--ink)"
          fillOpacity={0.22}
          stroke="var(--ink)"
          strokeWidth={side / 300}
        />
      ))}
    </svg>
  );
}
