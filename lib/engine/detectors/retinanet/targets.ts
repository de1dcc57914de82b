import { encodeDeltas, type BoxArray } from "../../boxes";
import { matchAnchors } from "../../match";
import { VOC_CLASSES } from "../../scenes/classes";
import { RETINANET_ANCHORS } from "./layers";

/** What training compares one picture's anchors with. */
export interface RetinaNetTarget {
  /** [2349, 20]: 1 for the class of a positive anchor, else 0. */
  readonly classes: Float32Array;
  /** [2349]: 0 for ignored anchors, else 1. */
  readonly counted: Float32Array;
  /** [2349]: 1 for positive anchors. */
  readonly positive: Float32Array;
  /** [2349, 4]; zeros where no object is matched. */
  readonly deltas: Float32Array;
}

/** RetinaNet's matching (arXiv:1708.02002 §4): IoU ≥ .5 positive, < .4 background, ignored between; each object's best anchor is positive. */
export function retinanetTarget(boxes: BoxArray, objects: ArrayLike<number>): RetinaNetTarget {
  const total = RETINANET_ANCHORS.length / 4;
  const C = VOC_CLASSES.length;
  const { matches } = matchAnchors(RETINANET_ANCHORS, boxes, { positive: 0.5, negative: 0.4, rescueNeedsOverlap: true });
  const target = {
    classes: new Float32Array(total * C),
    counted: new Float32Array(total),
    positive: new Float32Array(total),
    deltas: new Float32Array(4 * total),
  };
  for (let a = 0; a < total; a++) {
    const g = matches[a];
    if (g >= -1) target.counted[a] = 1;
    if (g < 0) continue;
    target.positive[a] = 1;
    target.classes[a * C + objects[g]] = 1;
    target.deltas.set(
      encodeDeltas(
        Array.from({ length: 4 }, (_, k) => boxes[4 * g + k]),
        RETINANET_ANCHORS.subarray(4 * a, 4 * a + 4),
      ),
      4 * a,
    );
  }
  return target;
}
