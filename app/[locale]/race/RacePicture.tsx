"use client";

import type { Locale } from "@/lib/challenges";
import type { RaceScene, RaceView } from "@/lib/client/race/race";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { ScenePicture } from "@/lib/ui/scene";

const SIDE = 112;

/** A box over the picture: one of the objects, or a detection with whether it is right. */
export interface MarkedBox {
  readonly box: BoxXYXY;
  readonly label: number;
  readonly hit: boolean;
}

/** The scene with boxes: hits drawn through, the rest dashed. Without detections, the objects themselves when asked. */
export function RacePicture({
  scene,
  matched,
  label,
  locale,
  truth = false,
  view,
}: {
  readonly scene: RaceScene | null;
  readonly matched: readonly MarkedBox[];
  readonly label: string;
  readonly locale: Locale;
  readonly truth?: boolean;
  readonly view?: RaceView;
}) {
  const shown: readonly MarkedBox[] = truth ? (scene?.objects.map((object) => ({ ...object, hit: true })) ?? []) : matched;
  return (
    <div className="relative w-full self-start">
      <ScenePicture
        sharp={scene?.drawing ?? null}
        pixels={scene?.pixels ?? null}
        side={SIDE}
        heat={view?.heat}
        least={0.02}
        label={label}
      />
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true" className="pointer-events-none absolute inset-0 h-full w-full">
        {view?.boxes.map(([x1, y1, x2, y2], i) => (
          <rect
            key={`box ${i}`}
            x={x1}
            y={y1}
            width={Math.max(0, x2 - x1)}
            height={Math.max(0, y2 - y1)}
            fill="none"
            stroke="white"
            strokeWidth={0.4}
            strokeOpacity={0.8}
          />
        ))}
        {Array.from({ length: Math.max(0, (view?.cells ?? 0) - 1) }, (_, i) => ((i + 1) * SIDE) / (view?.cells ?? 1)).map((at) => (
          <path key={`line ${at}`} d={`M${at} 0V${SIDE}M0 ${at}H${SIDE}`} stroke="white" strokeWidth={0.5} strokeOpacity={0.8} />
        ))}
        {shown.map(({ box, label: name, hit }, i) => {
          const [x1, y1, x2, y2] = box;
          const colour = hit ? "var(--good)" : "var(--bad)";
          return (
            <g key={i}>
              <rect x={x1} y={y1} width={x2 - x1} height={y2 - y1} fill="none" stroke="white" strokeWidth={2.4} strokeOpacity={0.85} />
              <rect
                x={x1}
                y={y1}
                width={x2 - x1}
                height={y2 - y1}
                fill="none"
                stroke={colour}
                strokeWidth={1.2}
                strokeDasharray={hit ? undefined : "3 2"}
              />
              <text
                x={Math.max(1, x1 + 1)}
                y={Math.max(6, y1 - 1.5)}
                fontSize={6}
                fontWeight={700}
                fill={colour}
                stroke="white"
                strokeWidth={1.6}
                paintOrder="stroke"
              >
                {CLASS_NAMES[VOC_CLASSES[name]][locale]}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
