"use client";

import type { BoxXYXY } from "@/lib/engine/boxes";
import { useStage } from "../StageContext";
import { dashArray, toneColor } from "../tones";

export interface Outline {
  readonly key: string;
  readonly box: BoxXYXY;
  readonly tone: number;
  /** Drawn faintly: it does not take part. */
  readonly faded?: boolean;
}

/** Boxes without tags, told apart by hue and dash: anchors, proposals, cells. `centre` marks where they stand with a cross. */
export function OutlinesLayer({
  outlines,
  centre,
}: {
  readonly outlines: readonly Outline[];
  readonly centre?: readonly [number, number];
}) {
  const { scale: px } = useStage();
  return (
    <g aria-hidden="true" pointerEvents="none">
      {outlines.map(({ key, box, tone, faded = false }) => {
        const at = { x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1], fill: "none" } as const;
        return (
          <g key={key} opacity={faded ? 0.4 : 1}>
            <rect {...at} stroke="var(--box-halo)" strokeWidth={4.5 * px} strokeOpacity={0.8} />
            <rect {...at} stroke={toneColor(tone)} strokeWidth={2 * px} strokeDasharray={dashArray(tone, 2 * px)} />
          </g>
        );
      })}
      {centre ? (
        <path
          d={`M${centre[0] - 7 * px} ${centre[1]}H${centre[0] + 7 * px}M${centre[0]} ${centre[1] - 7 * px}V${centre[1] + 7 * px}`}
          stroke="var(--brand)"
          strokeWidth={2.5 * px}
        />
      ) : null}
    </g>
  );
}
