import { EngineInputError } from "../errors";
import { requireBoxes, requirePositive } from "./shape";
import type { BoxArray, BoxCXCYWH, BoxCXCYWHUnit, BoxXYWH, BoxXYXY } from "./types";

/** The three layouts of four numbers. */
export type BoxFormat = "xyxy" | "xywh" | "cxcywh";

const formats: readonly string[] = ["xyxy", "xywh", "cxcywh"];

/** [x1, y1, x2, y2] → [x, y, w, h]. @example xyxyToXywh([10, 20, 40, 60]) → [10, 20, 30, 40] */
export function xyxyToXywh(box: BoxXYXY): BoxXYWH {
  return [box[0], box[1], box[2] - box[0], box[3] - box[1]];
}

/** [x1, y1, x2, y2] → [cx, cy, w, h]. @example xyxyToCxcywh([10, 20, 40, 60]) → [25, 40, 30, 40] */
export function xyxyToCxcywh(box: BoxXYXY): BoxCXCYWH {
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box[2] - box[0], box[3] - box[1]];
}

/** [x, y, w, h] → [x1, y1, x2, y2]. @example xywhToXyxy([10, 20, 30, 40]) → [10, 20, 40, 60] */
export function xywhToXyxy(box: BoxXYWH): BoxXYXY {
  return [box[0], box[1], box[0] + box[2], box[1] + box[3]];
}

/** [x, y, w, h] → [cx, cy, w, h]. @example xywhToCxcywh([10, 20, 30, 40]) → [25, 40, 30, 40] */
export function xywhToCxcywh(box: BoxXYWH): BoxCXCYWH {
  return [box[0] + box[2] / 2, box[1] + box[3] / 2, box[2], box[3]];
}

/** [cx, cy, w, h] → [x1, y1, x2, y2]. @example cxcywhToXyxy([25, 40, 30, 40]) → [10, 20, 40, 60] */
export function cxcywhToXyxy(box: BoxCXCYWH): BoxXYXY {
  return [box[0] - box[2] / 2, box[1] - box[3] / 2, box[0] + box[2] / 2, box[1] + box[3] / 2];
}

/** [cx, cy, w, h] → [x, y, w, h]. @example cxcywhToXywh([25, 40, 30, 40]) → [10, 20, 30, 40] */
export function cxcywhToXywh(box: BoxCXCYWH): BoxXYWH {
  return [box[0] - box[2] / 2, box[1] - box[3] / 2, box[2], box[3]];
}

/**
 * Fractions of the image → pixels, [cx·W, cy·H, w·W, h·H].
 * @example unitToPixels([0.5, 0.5, 0.25, 0.5], 640, 480) → [320, 240, 160, 240]
 * @throws EngineInputError when an image side is not above 0
 */
export function unitToPixels(box: BoxCXCYWHUnit, imageWidth: number, imageHeight: number): BoxCXCYWH {
  requirePositive("imageWidth", imageWidth);
  requirePositive("imageHeight", imageHeight);
  return [box[0] * imageWidth, box[1] * imageHeight, box[2] * imageWidth, box[3] * imageHeight];
}

/**
 * Pixels → fractions of the image.
 * @example pixelsToUnit([320, 240, 160, 240], 640, 480) → [0.5, 0.5, 0.25, 0.5]
 * @throws EngineInputError when an image side is not above 0
 */
export function pixelsToUnit(box: BoxCXCYWH, imageWidth: number, imageHeight: number): BoxCXCYWHUnit {
  requirePositive("imageWidth", imageWidth);
  requirePositive("imageHeight", imageHeight);
  return [box[0] / imageWidth, box[1] / imageHeight, box[2] / imageWidth, box[3] / imageHeight];
}

/**
 * A batch between any two layouts: Float64Array [n, 4], flat. Negative sizes are carried over unchanged.
 * @param boxes [n, 4] in layout `from`, any unit  @param from layout in  @param to layout out
 * @example convertBoxes([10, 20, 40, 60], "xyxy", "cxcywh") → [25, 40, 30, 40]
 * @throws EngineInputError when a layout is unknown, the length is no multiple of 4 or a number is not finite
 */
export function convertBoxes(boxes: BoxArray, from: BoxFormat, to: BoxFormat): Float64Array {
  return convertBoxesInto(boxes, from, to, new Float64Array(boxes.length));
}

/** `convertBoxes` into a caller's array [n·4], which may be `boxes` itself (an explicit wish to overwrite). Returns `out`. */
export function convertBoxesInto<Out extends Float32Array | Float64Array>(boxes: BoxArray, from: BoxFormat, to: BoxFormat, out: Out): Out {
  if (!formats.includes(from)) throw new EngineInputError("from", "must be xyxy, xywh or cxcywh", from);
  if (!formats.includes(to)) throw new EngineInputError("to", "must be xyxy, xywh or cxcywh", to);
  const n = requireBoxes("boxes", boxes);
  if (out.length !== boxes.length) throw new EngineInputError("out", `must have length ${boxes.length}`, out);
  for (let i = 0, o = 0; i < n; i++, o += 4) {
    const a = boxes[o];
    const b = boxes[o + 1];
    const c = boxes[o + 2];
    const d = boxes[o + 3];
    if (from === to) {
      write(out, o, a, b, c, d);
      continue;
    }
    if (from === "xyxy") {
      if (to === "xywh") write(out, o, a, b, c - a, d - b);
      else write(out, o, (a + c) / 2, (b + d) / 2, c - a, d - b);
    } else if (from === "xywh") {
      if (to === "xyxy") write(out, o, a, b, a + c, b + d);
      else write(out, o, a + c / 2, b + d / 2, c, d);
    } else if (to === "xyxy") write(out, o, a - c / 2, b - d / 2, a + c / 2, b + d / 2);
    else write(out, o, a - c / 2, b - d / 2, c, d);
  }
  return out;
}

function write(out: Float32Array | Float64Array, o: number, a: number, b: number, c: number, d: number): void {
  out[o] = a;
  out[o + 1] = b;
  out[o + 2] = c;
  out[o + 3] = d;
}

/** n boxes of any layout times (sx, sy, sx, sy): pixels ↔ fractions, feature cells ↔ pixels. Float64Array [n, 4]. */
export function scaleBoxes(boxes: BoxArray, sx: number, sy: number): Float64Array {
  requirePositive("sx", sx);
  requirePositive("sy", sy);
  requireBoxes("boxes", boxes);
  const out = new Float64Array(boxes.length);
  for (let i = 0; i < boxes.length; i++) out[i] = boxes[i] * (i & 1 ? sy : sx);
  return out;
}
