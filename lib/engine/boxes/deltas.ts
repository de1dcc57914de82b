import { EngineInputError, requireLength } from "../errors";
import { exp, log } from "../exact";
import { requireBoxes, requirePositive } from "./shape";
import type { BoxArray, BoxCXCYWHUnit, BoxXYXY } from "./types";

/** Multipliers of (dx, dy, dw, dh): 1,1,1,1 for an RPN or RetinaNet, 10,10,5,5 for the Fast R-CNN head. */
export type DeltaWeights = readonly [number, number, number, number];

export const RPN_WEIGHTS: DeltaWeights = [1, 1, 1, 1];
export const ROI_HEAD_WEIGHTS: DeltaWeights = [10, 10, 5, 5];

/** Upper clamp of dw and dh when decoding: a box may grow 62.5-fold at most. ln(1000/16) = 4.135166556742356. */
export const DELTA_CLIP = log(1000 / 16);

/**
 * SSD's "variances" as weights: weight = 1 / variance, so (0.1, 0.1, 0.2, 0.2) is 10, 10, 5, 5.
 * Source: SSD's released Caffe code, `encode_variance_in_target: false`.
 */
export function weightsOfVariances(variances: DeltaWeights): DeltaWeights {
  variances.forEach((value, i) => requirePositive(`variances[${i}]`, value));
  return [1 / variances[0], 1 / variances[1], 1 / variances[2], 1 / variances[3]];
}

function requireWeights(weights: DeltaWeights): void {
  requireLength("weights", weights, 4);
  weights.forEach((value, i) => requirePositive(`weights[${i}]`, value));
}

/**
 * Box regression targets, R-CNN form: tx = wx (x − xa)/wa, ty = wy (y − ya)/ha, tw = ww ln(w/wa), th = wh ln(h/ha),
 * x, y being centres. Source: R-CNN (arXiv:1311.2524) appendix C; Faster R-CNN (arXiv:1506.01497) eq. 2.
 * @param boxes [n, 4] xyxy pixels, the targets  @param anchors [n, 4] xyxy pixels, row by row their anchors (proposals)
 * @returns Float64Array [n, 4], dimensionless
 * @example encodeDeltas([10, 10, 90, 70], [0, 0, 100, 50]) → [0, 0.3, −0.22314, 0.18232]
 * @throws EngineInputError when the counts differ, or a box or an anchor has a side that is not above 0
 */
export function encodeDeltas(boxes: BoxArray, anchors: BoxArray, weights: DeltaWeights = RPN_WEIGHTS): Float64Array {
  const n = requireBoxes("boxes", boxes);
  requireBoxes("anchors", anchors);
  requireLength("anchors", anchors, 4 * n);
  requireWeights(weights);
  const [wx, wy, ww, wh] = weights;
  const out = new Float64Array(4 * n);
  for (let i = 0, o = 0; i < n; i++, o += 4) {
    const aw = anchors[o + 2] - anchors[o];
    const ah = anchors[o + 3] - anchors[o + 1];
    const bw = boxes[o + 2] - boxes[o];
    const bh = boxes[o + 3] - boxes[o + 1];
    if (!(aw > 0 && ah > 0)) throw new EngineInputError(`anchors[${i}]`, "must have sides above 0", `${aw} × ${ah}`);
    if (!(bw > 0 && bh > 0)) throw new EngineInputError(`boxes[${i}]`, "must have sides above 0", `${bw} × ${bh}`);
    out[o] = (wx * (boxes[o] + boxes[o + 2] - anchors[o] - anchors[o + 2])) / (2 * aw);
    out[o + 1] = (wy * (boxes[o + 1] + boxes[o + 3] - anchors[o + 1] - anchors[o + 3])) / (2 * ah);
    out[o + 2] = ww * log(bw / aw);
    out[o + 3] = wh * log(bh / ah);
  }
  return out;
}

/**
 * The inverse of `encodeDeltas`; dw/ww and dh/wh are clamped from above at `clip` first, so one wild number cannot
 * overflow. With k codes an anchor (class-wise heads) the result is [n, k, 4].
 * @param codes [n, k·4]  @param anchors [n, 4] xyxy pixels  @param clip upper clamp of dw, dh; Infinity for none
 * @returns Float64Array [n, k, 4] xyxy pixels
 * @example decodeDeltas([0, 0.3, −0.22314, 0.18232], [0, 0, 100, 50]) → [10, 10, 90, 70] (to 1e-3)
 * @throws EngineInputError when the codes are no whole number of boxes an anchor
 */
export function decodeDeltas(
  codes: BoxArray,
  anchors: BoxArray,
  weights: DeltaWeights = RPN_WEIGHTS,
  clip: number = DELTA_CLIP,
): Float64Array {
  requireBoxes("codes", codes);
  const n = requireBoxes("anchors", anchors);
  requireWeights(weights);
  if (Number.isNaN(clip)) throw new EngineInputError("clip", "must be a number", clip);
  const perAnchor = n === 0 ? 0 : codes.length / n;
  if (perAnchor % 4 !== 0 || (n === 0 && codes.length > 0)) {
    throw new EngineInputError("codes", `must hold a multiple of 4 numbers for each of ${n} anchors`, codes);
  }
  const [wx, wy, ww, wh] = weights;
  const out = new Float64Array(codes.length);
  for (let i = 0, o = 0; i < n; i++) {
    const aw = anchors[4 * i + 2] - anchors[4 * i];
    const ah = anchors[4 * i + 3] - anchors[4 * i + 1];
    const ax = anchors[4 * i] + aw / 2;
    const ay = anchors[4 * i + 1] + ah / 2;
    for (const end = o + perAnchor; o < end; o += 4) {
      const cx = ax + (codes[o] / wx) * aw;
      const cy = ay + (codes[o + 1] / wy) * ah;
      const w = aw * exp(Math.min(codes[o + 2] / ww, clip));
      const h = ah * exp(Math.min(codes[o + 3] / wh, clip));
      out[o] = cx - w / 2;
      out[o + 1] = cy - h / 2;
      out[o + 2] = cx + w / 2;
      out[o + 3] = cy + h / 2;
    }
  }
  return out;
}

/** YOLOv1's form of one box: which cell owns it, and its four numbers. */
export interface YoloCell {
  /** Row and column of the cell that holds the centre, 0..S−1. */
  row: number;
  column: number;
  /** [x, y, w, h]: centre inside the cell (0..1), size relative to the image (0..1). */
  code: readonly [number, number, number, number];
}

/**
 * A box in YOLOv1's cell form. The cell is the one that holds the box's centre; a centre on the image's far edge
 * belongs to the last cell. Source: YOLO (arXiv:1506.02640) §2.
 * @param box xyxy pixels  @param S cells a side (7 in the paper)
 * @example encodeYoloCell([116, 116, 156, 146], 448, 448, 7) → row 2, column 2, [0.125, 0.046875, 0.0892857, 0.0669643]
 * @throws EngineInputError when the centre lies outside the image
 */
export function encodeYoloCell(box: BoxXYXY, imageWidth: number, imageHeight: number, S: number): YoloCell {
  requirePositive("imageWidth", imageWidth);
  requirePositive("imageHeight", imageHeight);
  const gx = ((box[0] + box[2]) / 2 / imageWidth) * S;
  const gy = ((box[1] + box[3]) / 2 / imageHeight) * S;
  if (!(gx >= 0 && gx <= S && gy >= 0 && gy <= S)) {
    throw new EngineInputError("box", "must have its centre inside the image", box.join(", "));
  }
  const column = Math.min(S - 1, Math.floor(gx));
  const row = Math.min(S - 1, Math.floor(gy));
  const width = (box[2] - box[0]) / imageWidth;
  const height = (box[3] - box[1]) / imageHeight;
  return { row, column, code: [gx - column, gy - row, width, height] };
}

/** The inverse of `encodeYoloCell`: xyxy pixels. */
export function decodeYoloCell(cell: YoloCell, imageWidth: number, imageHeight: number, S: number): BoxXYXY {
  requirePositive("imageWidth", imageWidth);
  requirePositive("imageHeight", imageHeight);
  const [x, y, w, h] = cell.code;
  const cx = ((cell.column + x) / S) * imageWidth;
  const cy = ((cell.row + y) / S) * imageHeight;
  return [cx - (w * imageWidth) / 2, cy - (h * imageHeight) / 2, cx + (w * imageWidth) / 2, cy + (h * imageHeight) / 2];
}

/** CenterNet's form of one box at output stride R: integer centre, sub-cell offset, size in cells. */
export interface CenterCode {
  /** Column and row of the centre's cell: floor(centre / R). */
  x: number;
  y: number;
  /** centre / R − (x, y), each in [0, 1). */
  offset: readonly [number, number];
  /** [width, height] / R, in output cells. */
  size: readonly [number, number];
}

/**
 * A box as centre cell, offset and size. Source: Objects as Points (arXiv:1904.07850) §3–4.
 * @example encodeCenter([21, 23.5, 48.5, 61.75], 4) → x 8, y 10, offset [0.6875, 0.65625], size [6.875, 9.5625]
 */
export function encodeCenter(box: BoxXYXY, stride: number): CenterCode {
  requirePositive("stride", stride);
  const cx = (box[0] + box[2]) / 2 / stride;
  const cy = (box[1] + box[3]) / 2 / stride;
  const x = Math.floor(cx);
  const y = Math.floor(cy);
  return { x, y, offset: [cx - x, cy - y], size: [(box[2] - box[0]) / stride, (box[3] - box[1]) / stride] };
}

/** The inverse of `encodeCenter`: xyxy pixels. */
export function decodeCenter(code: CenterCode, stride: number): BoxXYXY {
  requirePositive("stride", stride);
  const cx = code.x + code.offset[0];
  const cy = code.y + code.offset[1];
  const [w, h] = code.size;
  return [(cx - w / 2) * stride, (cy - h / 2) * stride, (cx + w / 2) * stride, (cy + h / 2) * stride];
}

/**
 * YOLOv2's anchor form, one cell: b = ((σ(tx) + column)/S, (σ(ty) + row)/S, pw e^tw, ph e^th), all relative to the image.
 * Source: YOLO9000 (arXiv:1612.08242) §2, figure 3.
 * @param prior [pw, ph] as fractions of the image
 * @example decodeYoloAnchor([0, 0, 0, 0], 3, 2, 7, [0.2, 0.1]) → [0.5, 0.357143, 0.2, 0.1]
 */
export function decodeYoloAnchor(
  t: readonly [number, number, number, number],
  column: number,
  row: number,
  S: number,
  prior: readonly [number, number],
): BoxCXCYWHUnit {
  const squash = (value: number) => 1 / (1 + exp(-value));
  return [(squash(t[0]) + column) / S, (squash(t[1]) + row) / S, prior[0] * exp(t[2]), prior[1] * exp(t[3])];
}
