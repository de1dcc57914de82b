/**
 * Box formats as types. A batch of boxes is a flat, row-major array of 4 numbers a box (`Float32Array` or
 * `Float64Array` in hot loops, `number[]` elsewhere); one box is a branded tuple, so that formats and units
 * cannot be mixed by accident. Continuous coordinates: width = x2 − x1, no legacy +1.
 */
declare const format: unique symbol;

type Branded<Format extends string> = readonly [number, number, number, number] & { readonly [format]?: Format };

/** [x1, y1, x2, y2] in pixels, x to the right, y down, x1 ≤ x2, y1 ≤ y2. The project's default. */
export type BoxXYXY = Branded<"xyxy/pixels">;
/** [x, y, width, height] in pixels, (x, y) the top left corner (COCO's storage form). */
export type BoxXYWH = Branded<"xywh/pixels">;
/** [cx, cy, width, height] in pixels. */
export type BoxCXCYWH = Branded<"cxcywh/pixels">;
/** [cx, cy, width, height] as fractions of the image (YOLO, DETR). */
export type BoxCXCYWHUnit = Branded<"cxcywh/unit">;

/** n boxes, row-major, 4 numbers each. The format is stated by the parameter's docstring (xyxy pixels unless it says otherwise). */
export type BoxArray = Float32Array | Float64Array | readonly number[];

/** A dense array with its shape, row-major, as in the reference vectors. */
export interface NdArray {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array | readonly number[];
}
