import { encodeDeltas, pairwiseIou, ROI_HEAD_WEIGHTS, type BoxArray } from "../../boxes";

/** The regions of one picture that a step learns from. */
export interface RegionSample {
  /** [n, 4] xyxy pixels. */
  readonly boxes: number[];
  /** [n]: 0 background, c + 1 for class c. */
  readonly labels: number[];
  /** [n, 4]; zeros for background. */
  readonly deltas: number[];
}

/** Regions a picture, and the share that may show objects: Fast R-CNN takes 64 and 25 % (arXiv:1504.08083 §2.3). */
const SAMPLE = { count: 24, foreground: 12 } as const;

/**
 * Chooses regions to learn from, in the order they come (proposals: best first, so background is what the proposals take for objects):
 * IoU ≥ .5 with an object is that object, the rest background.
 * @param candidates [m, 4] xyxy pixels  @param objects [g, 4]  @param classes [g]
 */
export function sampleRegions(candidates: BoxArray, objects: BoxArray, classes: ArrayLike<number>): RegionSample {
  const m = candidates.length / 4;
  const g = objects.length / 4;
  const overlap = pairwiseIou(candidates, objects);
  const sample: { boxes: number[]; labels: number[]; deltas: number[] } = { boxes: [], labels: [], deltas: [] };
  const take = (i: number, label: number, deltas: ArrayLike<number>) => {
    for (let k = 0; k < 4; k++) {
      sample.boxes.push(candidates[4 * i + k]);
      sample.deltas.push(deltas[k]);
    }
    sample.labels.push(label);
  };
  let foreground = 0;
  const background: number[] = [];
  for (let i = 0; i < m; i++) {
    let best = -1;
    for (let o = 0; o < g; o++) if (best < 0 || overlap[i * g + o] > overlap[i * g + best]) best = o;
    if (best >= 0 && overlap[i * g + best] >= 0.5) {
      if (foreground++ >= SAMPLE.foreground) continue;
      const at = (list: BoxArray, row: number) => [list[4 * row], list[4 * row + 1], list[4 * row + 2], list[4 * row + 3]];
      take(i, classes[best] + 1, encodeDeltas(at(objects, best), at(candidates, i), ROI_HEAD_WEIGHTS));
    } else background.push(i);
  }
  for (const i of background.slice(0, SAMPLE.count - sample.labels.length)) take(i, 0, [0, 0, 0, 0]);
  return sample;
}
