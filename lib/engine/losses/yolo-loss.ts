import { EngineInputError, requireAllFinite } from "../errors";
import type { BoxArray } from "../boxes/types";
import { encodeYoloTarget, yoloCellLength, yoloResponsibility, type YoloHead, type YoloResponsible } from "../match/yolo";

/**
 * Below this share of the image a predicted side's term goes on along its tangent: √w has no slope at 0 and no value below,
 * and a network may say either. The loss stays convex and smooth there, and pushes the side up.
 */
export const YOLO_LEAST_SIDE = 1e-4;

export interface YoloLossOptions {
  /** Weight of the box terms. 5 in the paper. */
  lambdaCoord?: number;
  /** Weight of the confidence of slots without an object. 0.5 in the paper. */
  lambdaNoobj?: number;
}

export interface YoloLoss {
  total: number;
  /** The five sums of the paper's equation 3, weights included; they add up to the total. */
  parts: { coord: number; size: number; confObj: number; confNoobj: number; class: number };
  /** Which slot answers for which object, by row, then column. */
  responsible: YoloResponsible[];
  /** d total / d prediction, [S, S, 5B + C]. The confidence's target, an IoU, is held constant. */
  gradient: Float64Array;
}

/**
 * YOLOv1's sum-squared loss, over cells i and slots j, 1ᵢⱼ = "slot j answers for the object of cell i":
 * λc Σ 1ᵢⱼ [(x − x̂)² + (y − ŷ)²] + λc Σ 1ᵢⱼ [(√w − √ŵ)² + (√h − √ĥ)²] + Σ 1ᵢⱼ (C − IoU)² + λn Σ (1 − 1ᵢⱼ) C² + Σᵢ 1ᵢ Σ_c (p(c) − p̂(c))².
 * The slot whose box has the higher IoU answers, the first one on ties; a cell keeps its first object. Summed, not averaged.
 * Source: You Only Look Once (arXiv:1506.02640) §2.2, eq. 3.
 * @param prediction [S, S, 5B + C], a cell = [x, y, w, h, confidence] · B, then C class values; x, y in cells, w, h of the image
 * @param boxes [n, 4] xyxy pixels  @param labels [n] 0..C−1
 * @example no objects: λn times the sum of squared confidences, gradient 2 λn C on each
 * @throws EngineInputError when a size disagrees with the head, a centre lies outside the image or a number is not finite
 */
export function yoloLoss(
  prediction: BoxArray,
  boxes: BoxArray,
  labels: ArrayLike<number>,
  head: YoloHead,
  options: YoloLossOptions = {},
): YoloLoss {
  const { lambdaCoord = 5, lambdaNoobj = 0.5 } = options;
  requireWeight("lambdaCoord", lambdaCoord);
  requireWeight("lambdaNoobj", lambdaNoobj);
  requireAllFinite("prediction", prediction);
  const { target } = encodeYoloTarget(boxes, labels, head);
  const responsible = yoloResponsibility(prediction, boxes, labels, head);
  const { S, B } = head;
  const length = yoloCellLength(head);
  const gradient = new Float64Array(prediction.length);
  const parts = { coord: 0, size: 0, confObj: 0, confNoobj: 0, class: 0 };

  /** weight · (prediction − wanted)², with its gradient. */
  const square = (at: number, wanted: number, weight: number): number => {
    const d = prediction[at] - wanted;
    gradient[at] = 2 * weight * d;
    return weight * d * d;
  };
  const answering = new Set<number>();
  for (const { cell, box, iou } of responsible) {
    const base = (cell[0] * S + cell[1]) * length;
    const o = base + 5 * box;
    answering.add(o + 4);
    parts.coord += square(o, target[o], lambdaCoord) + square(o + 1, target[o + 1], lambdaCoord);
    for (const at of [o + 2, o + 3]) {
      if (!(target[at] >= 0)) throw new EngineInputError("boxes", "must have x1 ≤ x2 and y1 ≤ y2", `a side of ${target[at]}`);
      const side = rootedSide(prediction[at], target[at]);
      parts.size += lambdaCoord * side.loss;
      gradient[at] = lambdaCoord * side.slope;
    }
    parts.confObj += square(o + 4, iou, 1);
    for (let c = base + 5 * B; c < base + length; c++) parts.class += square(c, target[c], 1);
  }
  for (let cell = 0; cell < S * S; cell++) {
    for (let b = 0; b < B; b++) {
      const at = cell * length + 5 * b + 4;
      if (!answering.has(at)) parts.confNoobj += square(at, 0, lambdaNoobj);
    }
  }
  const total = parts.coord + parts.size + parts.confObj + parts.confNoobj + parts.class;
  return { total, parts, responsible, gradient };
}

/** (√side − √wanted)² and its slope, on its tangent below YOLO_LEAST_SIDE. */
function rootedSide(side: number, wanted: number): { loss: number; slope: number } {
  const root = Math.sqrt(Math.max(side, YOLO_LEAST_SIDE));
  const d = root - Math.sqrt(wanted);
  const slope = d / root;
  return { loss: d * d + slope * Math.min(0, side - YOLO_LEAST_SIDE), slope };
}

function requireWeight(argument: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw new EngineInputError(argument, "must be a finite number of at least 0", value);
}
