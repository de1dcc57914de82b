import { requireLength } from "../errors";
import type { Tensor } from "../nets";
import { INPUT_SCALE, INPUT_SHIFT } from "./backbone";

/**
 * A picture as the networks take it: [3, side, side], each byte v as v · 3/255 − 1.5.
 * @param pixels RGB, row-major, side × side × 3
 * @example a white pixel → 1.5 in each channel
 */
export function networkInput(pixels: Uint8Array | Uint8ClampedArray, side: number): Tensor {
  const plane = side * side;
  requireLength("pixels", pixels, plane * 3);
  const data = new Float64Array(plane * 3);
  for (let p = 0; p < plane; p++) for (let c = 0; c < 3; c++) data[c * plane + p] = pixels[p * 3 + c] * INPUT_SCALE + INPUT_SHIFT;
  return { shape: [3, side, side], data };
}

/** The same for a batch in the order TF.js takes, [n, side, side, 3] flat: written from `offset`. */
export function fillChannelsLast(target: Float32Array, offset: number, pixels: Uint8Array | Uint8ClampedArray): void {
  for (let i = 0; i < pixels.length; i++) target[offset + i] = pixels[i] * INPUT_SCALE + INPUT_SHIFT;
}
