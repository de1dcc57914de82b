import type { RaceResult, RaceScene } from "@/lib/client/race/race";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";

export type MatchedDetection = RaceResult["detections"][number] & { readonly hit: boolean };

/** VOC's rule: best score first, a detection is a hit when it overlaps an object of its class that is still free with IoU ≥ .5. */
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
