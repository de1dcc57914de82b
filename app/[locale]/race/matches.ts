import type { RaceResult, RaceScene } from "@/lib/client/race/race";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";

export type MatchedDetection = RaceResult["detections"][number] & { readonly hit: boolean };

/** VOC's rule: best score first, a detection is a hit when the object of its class that it overlaps most, with IoU ≥ .5, is still free. */
export function matchDetections(objects: RaceScene["objects"], detections: RaceResult["detections"]): MatchedDetection[] {
  const taken = new Set<number>();
  return [...detections]
    .sort((a, b) => b.score - a.score)
    .map((detection) => {
      let best = -1;
      let overlap = 0.5;
      objects.forEach(({ label, box }, i) => {
        const value = label === detection.label ? iou(box as unknown as BoxXYXY, detection.box) : 0;
        if (value >= overlap) [best, overlap] = [i, value];
      });
      const hit = best >= 0 && !taken.has(best);
      if (hit) taken.add(best);
      return { ...detection, hit };
    });
}
