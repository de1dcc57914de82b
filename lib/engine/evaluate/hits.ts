import { matchDetections } from "./matching";
import type { Detection } from "./types";

/** A detection of one picture: what an evaluation knows of it, its picture left out. */
type OnOnePicture = Omit<Detection, "image">;

/**
 * The detections of one picture, best first, each with whether it counts as a hit under VOC's rule: it is a true positive when the
 * object of its class that it overlaps most, with IoU ≥ 0.5, is still free.
 * @example one object, found twice: the better-scored detection is a hit, the other is not
 * @throws EngineInputError as `matchDetections`
 */
export function markHits<D extends OnOnePicture>(
  objects: readonly Omit<OnOnePicture, "score">[],
  detections: readonly D[],
): (D & { readonly hit: boolean })[] {
  const onOne = <T extends object>(entry: T) => ({ ...entry, image: 0 });
  const classes = matchDetections(objects.map(onOne), detections.map(onOne));
  const hits = new Set(
    classes.flatMap(({ ranked }) => ranked.filter((one) => one.verdict === "true positive").map((one) => one.detection)),
  );
  return detections.map((detection, i) => ({ ...detection, hit: hits.has(i) })).sort((a, b) => b.score - a.score);
}
