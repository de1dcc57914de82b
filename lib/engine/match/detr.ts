import { EngineInputError, requireAllFinite, requireLength } from "../errors";
import { requireBoxes } from "../boxes/shape";
import { convertBoxes } from "../boxes/convert";
import { pairwiseGiou } from "../boxes/overlap";
import type { BoxArray } from "../boxes/types";
import { exp } from "../exact";
import { assign } from "./hungarian";

export interface DetrInput {
  /** [queries, classes + 1] row-major; the last logit of a row is "no object". */
  logits: BoxArray;
  /** [queries, 4] cxcywh, fractions of the image. */
  predBoxes: BoxArray;
  /** [targets, 4] cxcywh, fractions of the image. */
  targetBoxes: BoxArray;
  /** [targets] class indices. */
  targetLabels: ArrayLike<number>;
}

/** Weights of the three terms: 1, 5, 2 in the paper. */
export interface DetrCosts {
  costClass?: number;
  costL1?: number;
  costGiou?: number;
}

/**
 * DETR's matching cost: cost[q][t] = −costClass · softmax(logits[q])[label t] + costL1 · ‖b_q − b_t‖₁ − costGiou · GIoU.
 * No square roots and no log-likelihood here: the probability itself keeps the class term on the scale of the others.
 * Source: Carion et al. 2020 (arXiv:2005.12872) §3.1 and its released matcher.
 * @returns Float64Array [queries, targets] row-major
 * @example one query with logits [0, 0], the right box and class 0: −0.5 + 0 − 2 = −2.5
 * @throws EngineInputError when the counts disagree, a label is no class, or a number is not finite
 */
export function detrCost(input: DetrInput, costs: DetrCosts = {}): Float64Array {
  const { logits, predBoxes, targetBoxes, targetLabels } = input;
  const { costClass = 1, costL1 = 5, costGiou = 2 } = costs;
  const queries = requireBoxes("predBoxes", predBoxes);
  const targets = requireBoxes("targetBoxes", targetBoxes);
  requireLength("targetLabels", targetLabels, targets);
  requireAllFinite("logits", logits);
  const width = queries === 0 ? 0 : logits.length / queries;
  if (!Number.isInteger(width) || (queries > 0 && width < 2) || (queries === 0 && logits.length > 0)) {
    throw new EngineInputError("logits", `must hold classes + 1 numbers for each of ${queries} queries`, logits);
  }
  for (let t = 0; t < targets; t++) {
    const label = targetLabels[t];
    if (queries > 0 && (!Number.isInteger(label) || label < 0 || label >= width - 1)) {
      throw new EngineInputError(`targetLabels[${t}]`, `must be a class in 0..${width - 2}`, label);
    }
  }
  const overlap = pairwiseGiou(convertBoxes(predBoxes, "cxcywh", "xyxy"), convertBoxes(targetBoxes, "cxcywh", "xyxy"));
  const out = new Float64Array(queries * targets);
  for (let q = 0, k = 0; q < queries; q++) {
    let top = -Infinity;
    for (let c = 0; c < width; c++) top = Math.max(top, logits[q * width + c]);
    let sum = 0;
    for (let c = 0; c < width; c++) sum += exp(logits[q * width + c] - top);
    for (let t = 0; t < targets; t++, k++) {
      const probability = exp(logits[q * width + targetLabels[t]] - top) / sum;
      let distance = 0;
      for (let d = 0; d < 4; d++) distance += Math.abs(predBoxes[4 * q + d] - targetBoxes[4 * t + d]);
      out[k] = -costClass * probability + costL1 * distance - costGiou * overlap[k];
    }
  }
  return out;
}

export interface DetrMatch {
  /** [queries, targets] as `detrCost`. */
  cost: Float64Array;
  /** Matched queries, ascending. */
  queries: Int32Array;
  /** targets[i] is matched to queries[i]. */
  targets: Int32Array;
  total: number;
}

/** DETR's bipartite matching: `detrCost`, then `assign`. Every target gets a query of its own while queries last. */
export function detrMatch(input: DetrInput, costs: DetrCosts = {}): DetrMatch {
  const cost = detrCost(input, costs);
  const { rows, cols, total } = assign(cost, input.predBoxes.length / 4, input.targetBoxes.length / 4);
  return { cost, queries: rows, targets: cols, total };
}
