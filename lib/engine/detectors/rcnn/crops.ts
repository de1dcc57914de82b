import { requireBoxes, type BoxArray } from "../../boxes";
import { requireLength } from "../../errors";
import { INPUT_SCALE, INPUT_SHAPE, INPUT_SHIFT } from "../backbone";

/** Side of a warped crop. Half the picture's side: a quarter of the multiplications. */
export const CROP_SIDE = 56;
/** Pixels of the crop on each side that show what surrounds the box (R-CNN: 16 of 227). */
export const CROP_CONTEXT = 4;
/** Samples along each side of a crop pixel, so that large boxes do not alias. */
const SAMPLES = 2;

/** One axis: each sample's lower cell (−1 outside) and the share of the upper one. */
function samplePlaces(
  from: number,
  to: number,
  cells: number,
  context: number,
): { low: Int32Array; high: Int32Array; share: Float64Array } {
  const count = CROP_SIDE * SAMPLES;
  const scale = (to - from) / (CROP_SIDE - 2 * context);
  const low = new Int32Array(count).fill(-1);
  const high = new Int32Array(count);
  const share = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = from + ((i + 0.5) / SAMPLES - context) * scale;
    if (at < 0 || at > cells) continue;
    const centre = Math.min(Math.max(at - 0.5, 0), cells - 1);
    low[i] = Math.floor(centre);
    high[i] = Math.min(low[i] + 1, cells - 1);
    share[i] = centre - low[i];
  }
  return { low, high, share };
}

/**
 * Each box with some context, warped to 56×56 whatever its aspect, in the network's units and TF.js's order: [n, 56, 56, 3].
 * Beyond the picture's border stands the mean, 0. Source: R-CNN (arXiv:1311.2524), appendix A ("warp", p = 16 of 227).
 * @param pixels RGB, row-major, 112 × 112 × 3  @param boxes [n, 4] xyxy pixels
 * @param context pixels of the crop on each side that show what surrounds the box; the model was trained with CROP_CONTEXT
 * @throws EngineInputError for a picture of another size
 * @example a white picture: 1.5 inside it, 0 beyond
 */
export function warpCrops(pixels: ArrayLike<number>, boxes: BoxArray, context: number = CROP_CONTEXT): Float32Array {
  const [, height, width] = INPUT_SHAPE;
  requireLength("pixels", pixels, width * height * 3);
  const n = requireBoxes("boxes", boxes);
  const out = new Float32Array(n * CROP_SIDE * CROP_SIDE * 3);
  const norm = INPUT_SCALE / (SAMPLES * SAMPLES);
  for (let i = 0, o = 0; i < n; i++) {
    const across = samplePlaces(boxes[4 * i], boxes[4 * i + 2], width, context);
    const down = samplePlaces(boxes[4 * i + 1], boxes[4 * i + 3], height, context);
    for (let r = 0; r < CROP_SIDE; r++) {
      for (let c = 0; c < CROP_SIDE; c++, o += 3) {
        for (let sy = r * SAMPLES; sy < (r + 1) * SAMPLES; sy++) {
          if (down.low[sy] < 0) continue;
          const top = down.low[sy] * width;
          const bottom = down.high[sy] * width;
          const v = down.share[sy];
          for (let sx = c * SAMPLES; sx < (c + 1) * SAMPLES; sx++) {
            if (across.low[sx] < 0) continue;
            const [left, right, u] = [across.low[sx], across.high[sx], across.share[sx]];
            for (let k = 0; k < 3; k++) {
              const upper = pixels[3 * (top + left) + k] * (1 - u) + pixels[3 * (top + right) + k] * u;
              const lower = pixels[3 * (bottom + left) + k] * (1 - u) + pixels[3 * (bottom + right) + k] * u;
              out[o + k] += (upper * (1 - v) + lower * v) * norm + INPUT_SHIFT / (SAMPLES * SAMPLES);
            }
          }
        }
      }
    }
  }
  return out;
}
