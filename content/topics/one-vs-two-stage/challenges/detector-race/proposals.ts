import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { Ranked } from "./recording";

/** A proposal covers an object from this IoU on. */
export const COVERS = 0.5;

/** The proposal among the first `looked` of a list that overlaps the object most; null where none touches it. */
export function bestAmong(records: readonly Ranked[], looked: number): Ranked | null {
  let best: Ranked | null = null;
  for (const record of records) {
    if (record.rank > looked) break;
    best = record;
  }
  return best;
}

/** The largest IoU of an object with one of the first `looked` proposals of a list; 0 where none touches it. */
export function coverAmong(object: BoxXYXY, records: readonly Ranked[], looked: number): number {
  const best = bestAmong(records, looked);
  return best === null ? 0 : iou(object, best.box);
}
