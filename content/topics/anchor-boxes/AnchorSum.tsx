"use client";

import type { Locale } from "@/lib/challenges";
import { area, intersectionArea, unionArea } from "@/lib/engine/boxes";
import { CLASS_NAMES, type SceneObject } from "@/lib/engine/scenes";
import { num } from "@/lib/words";
import type { BestAnchor } from "./world";

const one = (value: number) => value.toFixed(1);

/** The numbers behind an object's best anchor: its sides from scale and ratio, then the IoU. */
export function AnchorSum({ best, object, locale }: { readonly best: BestAnchor; readonly object: SceneObject; readonly locale: Locale }) {
  const { scale, ratio, box, iou } = best;
  const [w, h] = [box[2] - box[0], box[3] - box[1]];
  const name = CLASS_NAMES[object.cls][locale];
  const lines: readonly (readonly [string, string])[] = [
    ["w", `s / √r = ${scale} / √${ratio} = ${one(w)}`],
    ["h", `s · √r = ${scale} · √${ratio} = ${one(h)}`],
    ["w · h", `${one(w)} × ${one(h)} = ${num(w * h)} = ${scale}²`],
    [name, `${object.box[2] - object.box[0]} × ${object.box[3] - object.box[1]} = ${num(area(object.box))}`],
    ["IoU", `∩ / ∪ = ${num(intersectionArea(box, object.box))} / ${num(unionArea(box, object.box))} = ${iou.toFixed(3)}`],
  ];
  return (
    <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 font-mono text-sm tabular-nums text-ink">
      {lines.map(([term, sum]) => (
        <div key={term} className="contents">
          <dt className="text-ink-2">{term}</dt>
          <dd className="m-0">{sum}</dd>
        </div>
      ))}
    </dl>
  );
}
