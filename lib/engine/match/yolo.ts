import { EngineInputError, requireLength } from "../errors";
import { decodeYoloCell, encodeYoloCell } from "../boxes/deltas";
import { iou } from "../boxes/overlap";
import { boxAt, requireBoxes, requireCount, requireFraction, requirePositive } from "../boxes/shape";
import type { BoxArray, BoxXYXY } from "../boxes/types";
import { batchedNms } from "../suppress/nms";

/** The shape of a YOLOv1 head: S × S cells, B boxes and C classes a cell. 7, 2, 20 in the paper. */
export interface YoloHead {
  S: number;
  B: number;
  C: number;
  imageWidth: number;
  imageHeight: number;
}

/** Numbers of a cell: [x, y, w, h, confidence] · B, then C class values. @example 30 for B 2, C 20 */
export function yoloCellLength(head: Pick<YoloHead, "B" | "C">): number {
  return 5 * head.B + head.C;
}

function requireHead(head: YoloHead): void {
  requireCount("S", head.S, 1);
  requireCount("B", head.B, 1);
  requireCount("C", head.C, 1);
  requirePositive("imageWidth", head.imageWidth);
  requirePositive("imageHeight", head.imageHeight);
}

export interface YoloTarget {
  /** [S, S, 5B + C] row-major (row, column, channel). */
  target: Float64Array;
  /** [row, column] of each object's cell, or null where an earlier object already holds the cell. */
  cells: ([number, number] | null)[];
}

/**
 * YOLOv1's training target: each object in the cell of its centre, written into all B box slots with confidence 1, and its
 * class as 1 of C. A cell keeps its first object only (one class set a cell: the network cannot tell two apart there).
 * Source: YOLO (arXiv:1506.02640) §2 and 2.2.
 * @param boxes [n, 4] xyxy pixels, centres inside the image  @param labels [n] 0..C−1
 * @example a box (116,116,156,146) of class 3 on 448 × 448: cell [2, 2] holds 0.125, 0.046875, 0.0892857, 0.0669643, 1
 * @throws EngineInputError when a centre lies outside the image or a label is no class
 */
export function encodeYoloTarget(boxes: BoxArray, labels: ArrayLike<number>, head: YoloHead): YoloTarget {
  requireHead(head);
  const n = requireBoxes("boxes", boxes);
  requireLength("labels", labels, n);
  const { S, B, C, imageWidth, imageHeight } = head;
  const length = yoloCellLength(head);
  const target = new Float64Array(S * S * length);
  const cells: ([number, number] | null)[] = [];
  for (let i = 0; i < n; i++) {
    const label = labels[i];
    if (!Number.isInteger(label) || label < 0 || label >= C) {
      throw new EngineInputError(`labels[${i}]`, `must be a class in 0..${C - 1}`, label);
    }
    const { row, column, code } = encodeYoloCell(boxAt(boxes, i), imageWidth, imageHeight, S);
    const base = (row * S + column) * length;
    if (target[base + 4] === 1) {
      cells.push(null);
      continue;
    }
    for (let b = 0; b < B; b++) target.set([...code, 1], base + 5 * b);
    target[base + 5 * B + label] = 1;
    cells.push([row, column]);
  }
  return { target, cells };
}

/**
 * Box slot b of a cell of a prediction or target, in xyxy pixels. A negative width or height gives an empty box.
 * @param grid [S, S, 5B + C]
 */
function yoloBoxAt(grid: BoxArray, row: number, column: number, slot: number, head: YoloHead): BoxXYXY {
  const o = (row * head.S + column) * yoloCellLength(head) + 5 * slot;
  const code = [grid[o], grid[o + 1], grid[o + 2], grid[o + 3]] as const;
  return decodeYoloCell({ row, column, code }, head.imageWidth, head.imageHeight, head.S);
}

export interface YoloResponsible {
  cell: [number, number];
  /** The slot that answers for the object. */
  box: number;
  /** Its IoU with the object: the target of its confidence. */
  iou: number;
}

/**
 * For every object of a target, the slot of its cell whose predicted box has the highest IoU with it; the first one on ties.
 * Source: YOLO (arXiv:1506.02640) §2.2: "one predictor to be responsible for predicting an object".
 * @param prediction [S, S, 5B + C]  @param boxes [n, 4] xyxy pixels  @param labels [n]
 * @returns one entry an object that holds a cell, by row, then column
 */
export function yoloResponsibility(prediction: BoxArray, boxes: BoxArray, labels: ArrayLike<number>, head: YoloHead): YoloResponsible[] {
  const { cells } = encodeYoloTarget(boxes, labels, head);
  requireLength("prediction", prediction, head.S * head.S * yoloCellLength(head));
  const out: YoloResponsible[] = [];
  cells.forEach((cell, i) => {
    if (cell === null) return;
    let box = 0;
    let best = -1;
    for (let b = 0; b < head.B; b++) {
      const overlap = iou(yoloBoxAt(prediction, cell[0], cell[1], b, head), boxAt(boxes, i));
      if (overlap > best) {
        best = overlap;
        box = b;
      }
    }
    out.push({ cell, box, iou: best });
  });
  return out.sort((a, b) => a.cell[0] - b.cell[0] || a.cell[1] - b.cell[1]);
}

export interface YoloDetection {
  box: BoxXYXY;
  score: number;
  label: number;
}

export interface YoloDecoded {
  /** Box–class pairs at or above the score threshold, before NMS. */
  candidates: number;
  /** What class-wise NMS leaves, best first. */
  detections: YoloDetection[];
}

/**
 * Detections of a YOLOv1 head: score = confidence · class value for each slot and class, those ≥ scoreThreshold, class-wise
 * NMS. Boxes are not clipped to the image.
 * Source: YOLO (arXiv:1506.02640) eq. 1.
 * @param prediction [S, S, 5B + C]
 * @throws EngineInputError when the prediction's size is not S · S · (5B + C) or a threshold lies outside [0, 1]
 */
export function decodeYolo(prediction: BoxArray, head: YoloHead, thresholds: { score: number; nms: number }): YoloDecoded {
  requireHead(head);
  const { S, B, C } = head;
  const length = yoloCellLength(head);
  requireLength("prediction", prediction, S * S * length);
  requireFraction("thresholds.score", thresholds.score);
  requireFraction("thresholds.nms", thresholds.nms);
  const found: YoloDetection[] = [];
  for (let row = 0; row < S; row++) {
    for (let column = 0; column < S; column++) {
      const base = (row * S + column) * length;
      for (let b = 0; b < B; b++) {
        const confidence = prediction[base + 5 * b + 4];
        for (let c = 0; c < C; c++) {
          const score = confidence * prediction[base + 5 * B + c];
          if (score >= thresholds.score) found.push({ box: yoloBoxAt(prediction, row, column, b, head), score, label: c });
        }
      }
    }
  }
  const flat = Float64Array.from(found.flatMap(({ box }) => [...box]));
  const kept = batchedNms(
    flat,
    found.map((one) => one.score),
    found.map((one) => one.label),
    thresholds.nms,
  );
  return { candidates: found.length, detections: kept.map((i) => found[i]) };
}
