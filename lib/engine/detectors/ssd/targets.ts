import { encodeDeltas, type BoxArray } from "../../boxes";
import { matchSsd } from "../../match";
import { SSD_BOXES, SSD_WEIGHTS } from "./layers";

/** What training compares one picture's default boxes with. */
export interface SsdTarget {
  /** [1016]: 0 background, c + 1 for class c. */
  readonly labels: Int32Array;
  /** [1016, 4]; zeros for background. */
  readonly deltas: Float32Array;
}

/** SSD's matching (arXiv:1512.02325 §2.2): IoU ≥ .5, and every object's best default box. @param boxes [n, 4] xyxy pixels */
export function ssdTarget(boxes: BoxArray, objects: ArrayLike<number>): SsdTarget {
  const total = SSD_BOXES.length / 4;
  const { matches } = matchSsd(SSD_BOXES, boxes, 0.5);
  const labels = new Int32Array(total);
  const deltas = new Float32Array(4 * total);
  for (let a = 0; a < total; a++) {
    const g = matches[a];
    if (g < 0) continue;
    labels[a] = objects[g] + 1;
    deltas.set(
      encodeDeltas(
        Array.from({ length: 4 }, (_, k) => boxes[4 * g + k]),
        SSD_BOXES.subarray(4 * a, 4 * a + 4),
        SSD_WEIGHTS,
      ),
      4 * a,
    );
  }
  return { labels, deltas };
}
