/** How good is a map? Measures that need no taste: pointing, insertion and deletion, rank correlation. */
import type { BoxXYXY, NdArray } from "../boxes/types";
import { EngineInputError, requireAllFinite, requireLength } from "../errors";
import { forward, type Network, type Tensor } from "../nets";
import type { Target } from "./target";

/** Row and column of a map's largest value; of equal values the first in row-major order. */
export function mapPeak(map: NdArray): { readonly row: number; readonly column: number } {
  if (map.shape.length !== 2) throw new EngineInputError("map", "must have shape [H, W]", `shape [${map.shape.join(", ")}]`);
  let best = 0;
  for (let i = 1; i < map.data.length; i++) if (map.data[i] > map.data[best]) best = i;
  return { row: Math.floor(best / map.shape[1]), column: best % map.shape[1] };
}

/**
 * The pointing game for one map: whether its peak lies in one of the boxes or nearer to it than `tolerance` pixels
 * (Zhang et al., arXiv:1608.00507; 15 pixels there, strictly less). The peak stands at its pixel's centre.
 * Worked number: a peak at pixel (0, 24) is 14.5 px from the box [0, 0, 10, 10]: a hit at 15, a miss at 14.5.
 */
export function pointingHit(map: NdArray, boxes: readonly BoxXYXY[], tolerance = 15): boolean {
  const { row, column } = mapPeak(map);
  return boxes.some(([x1, y1, x2, y2]) => {
    const dx = Math.max(x1 - (column + 0.5), 0, column + 0.5 - x2);
    const dy = Math.max(y1 - (row + 0.5), 0, row + 0.5 - y2);
    return (dx === 0 && dy === 0) || dx * dx + dy * dy < tolerance * tolerance;
  });
}

export interface CausalCurve {
  /** The explained number after 0, step, 2·step … pixels, all pixels last. */
  readonly scores: readonly number[];
  /** Area under the curve by the trapezoid rule, over a width of 1. */
  readonly auc: number;
}

/**
 * Insertion and deletion: pixels change in falling order of the map, `step` at a time, from one image to another; the
 * explained number is read each time (Petsiuk et al., RISE, arXiv:1806.07421, section 4.2).
 * Deletion: `from` the image, `to` a blank one, a good map gives a low area. Insertion: `from` a blurred image `to` the image, high.
 */
export function causalCurve(network: Network, target: Target, map: NdArray, from: NdArray, to: NdArray, step: number): CausalCurve {
  const [channels, h, w] = network.inputShape;
  requireLength("map.data", map.data, h * w);
  requireLength("from.data", from.data, channels * h * w);
  requireLength("to.data", to.data, channels * h * w);
  if (!Number.isInteger(step) || step < 1) throw new EngineInputError("step", "must be a positive integer", step);
  const order = Array.from({ length: h * w }, (_, i) => i).sort((a, b) => map.data[b] - map.data[a] || a - b);
  const now: Tensor = { shape: network.inputShape, data: Float64Array.from(from.data) };
  const scores = [target(forward(network, now)).value];
  for (let done = 0; done < order.length; done += step) {
    for (const i of order.slice(done, done + step)) for (let c = 0; c < channels; c++) now.data[c * h * w + i] = to.data[c * h * w + i];
    scores.push(target(forward(network, now)).value);
  }
  let auc = 0;
  for (let i = 1; i < scores.length; i++) auc += (scores[i - 1] + scores[i]) / 2 / (scores.length - 1);
  return { scores, auc };
}

/**
 * Spearman's rank correlation of two maps, equal values sharing their mean rank: how alike two explanations are
 * (the measure of the sanity checks, arXiv:1810.03292). A flat map correlates with nothing: 0.
 * Worked number: (1, 2, 3, 4) and (1, 3, 2, 4) → 0.8.
 */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  requireLength("b", b, a.length);
  requireAllFinite("a", a);
  requireAllFinite("b", b);
  const x = meanRanks(a);
  const y = meanRanks(b);
  const middle = (a.length - 1) / 2;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    xy += (x[i] - middle) * (y[i] - middle);
    xx += (x[i] - middle) ** 2;
    yy += (y[i] - middle) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

function meanRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((i, j) => values[i] - values[j]);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1]] === values[order[start]]) end++;
    for (let k = start; k <= end; k++) ranks[order[k]] = (start + end) / 2;
    start = end + 1;
  }
  return ranks;
}
