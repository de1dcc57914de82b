import { boxAt, clipBoxes, convertBoxes, type BoxArray } from "../../boxes";
import { INPUT_SHAPE } from "../backbone";
import { foregroundScores } from "../anchored/scores";
import type { ZooDetection } from "../detector";
import { DETR_CLASSES } from "./layers";

/** All queries' boxes in pixels, not clipped. @param boxes [20, 4] cxcywh, fractions  @returns [20, 4] xyxy */
export function queryBoxes(boxes: BoxArray): Float64Array {
  const [, height, width] = INPUT_SHAPE;
  return convertBoxes(
    Float64Array.from(boxes, (v, i) => v * (i % 2 === 0 ? width : height)),
    "cxcywh",
    "xyxy",
  );
}

/**
 * DETR's detections: each query's likeliest class, if it is likelier than the score asked for. No NMS: queries have learnt to leave
 * an object to one of them (arXiv:2005.12872 §3.1).
 * @param logits [20, 21]  @param boxes [20, 4] cxcywh, fractions of the picture
 */
export function decodeDetr(logits: ArrayLike<number>, boxes: BoxArray, score: number): ZooDetection[] {
  const [, height, width] = INPUT_SHAPE;
  const classes = DETR_CLASSES - 1;
  const shares = foregroundScores(logits, DETR_CLASSES, classes);
  const pixels = clipBoxes(queryBoxes(boxes), width, height);
  const found: ZooDetection[] = [];
  for (let q = 0; q < boxes.length / 4; q++) {
    let label = 0;
    for (let c = 1; c < classes; c++) if (shares[q * classes + c] > shares[q * classes + label]) label = c;
    const best = shares[q * classes + label];
    if (best >= score) found.push({ label, score: best, box: boxAt(pixels, q) });
  }
  return found.sort((a, b) => b.score - a.score);
}
