"use client";

import type { Locale } from "@/lib/challenges";
import { area, intersectionArea, unionArea } from "@/lib/engine/boxes";
import { CLASS_NAMES, type SceneObject } from "@/lib/engine/scenes";
import { sidesOf, Sum } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import type { BestAnchor } from "./world";

const one = (value: number) => num(value, 1);

/** The numbers behind an object's best anchor: its sides from scale and ratio, then the IoU. */
export function AnchorSum({ best, object, locale }: { readonly best: BestAnchor; readonly object: SceneObject; readonly locale: Locale }) {
  const { scale, ratio, box, iou } = best;
  const [w, h] = [box[2] - box[0], box[3] - box[1]];
  const overlap = `∩ / ∪ = ${num(intersectionArea(box, object.box))} / ${num(unionArea(box, object.box))} = ${iou.toFixed(3)}`;
  return (
    <Sum
      lines={[
        { name: "w", sum: `s / √r = ${scale} / √${ratio} = ${one(w)}` },
        { name: "h", sum: `s · √r = ${scale} · √${ratio} = ${one(h)}` },
        { name: "w · h", sum: `${one(w)} × ${one(h)} = ${num(w * h)} = ${scale}²` },
        { name: CLASS_NAMES[object.cls][locale], sum: `${sidesOf(object.box)} = ${num(area(object.box))}` },
        { name: "IoU", sum: overlap, result: true },
      ]}
    />
  );
}
