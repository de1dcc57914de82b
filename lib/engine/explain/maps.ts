/** Small operations on maps that several methods and pictures share. */
import { EngineInputError } from "../errors";
import type { NdArray } from "../boxes/types";
import type { ReceptiveField, Tensor } from "../nets";

/** Height and width of a [H, W] or [C, H, W] map. */
function plane(map: NdArray): [number, number, number] {
  const { shape } = map;
  if (shape.length === 2) return [1, shape[0], shape[1]];
  if (shape.length === 3) return [shape[0], shape[1], shape[2]];
  throw new EngineInputError("map", "must have shape [H, W] or [C, H, W]", `shape [${shape.join(", ")}]`);
}

/** Scales a map's values to 0..1 for drawing; a flat map becomes all zeros (no division by 0). */
export function toUnitRange(map: NdArray): Tensor {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < map.data.length; i++) {
    low = Math.min(low, map.data[i]);
    high = Math.max(high, map.data[i]);
  }
  const span = high - low;
  return { shape: map.shape, data: Float64Array.from(map.data, (v) => (span > 0 ? (v - low) / span : 0)) };
}

/** Bilinear read of one plane at continuous cell coordinates (cell i covers i..i+1, its value sits at i + ½), edges repeated. */
function readAt(data: ArrayLike<number>, offset: number, h: number, w: number, y: number, x: number): number {
  const v = Math.min(Math.max(y - 0.5, 0), h - 1);
  const u = Math.min(Math.max(x - 0.5, 0), w - 1);
  const y0 = Math.floor(v);
  const x0 = Math.floor(u);
  const y1 = Math.min(y0 + 1, h - 1);
  const x1 = Math.min(x0 + 1, w - 1);
  const fy = v - y0;
  const fx = u - x0;
  const top = data[offset + y0 * w + x0] * (1 - fx) + data[offset + y0 * w + x1] * fx;
  const bottom = data[offset + y1 * w + x0] * (1 - fx) + data[offset + y1 * w + x1] * fx;
  return top * (1 - fy) + bottom * fy;
}

/**
 * Bilinear resize with half-pixel centres (as torch's align_corners=false): the usual way to lay a map over its image.
 * Worked number: the row (0, 1) to width 4 is (0, 0.25, 0.75, 1).
 */
export function resizeBilinear(map: NdArray, height: number, width: number): Tensor {
  const [channels, h, w] = plane(map);
  const data = new Float64Array(channels * height * width);
  for (let c = 0, i = 0; c < channels; c++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) data[i] = readAt(map.data, c * h * w, h, w, ((y + 0.5) * h) / height, ((x + 0.5) * w) / width);
    }
  }
  return { shape: [...map.shape.slice(0, -2), height, width], data };
}

/**
 * Lays a map over its image by the cells' receptive fields: the value of cell i stands at start + i·jump + size / 2.
 * Differs from a plain resize wherever padding is not symmetric ("same" at stride 2): that map is shifted right and down.
 */
export function placeByField(map: NdArray, field: ReceptiveField, height: number, width: number): Tensor {
  const [channels, h, w] = plane(map);
  const data = new Float64Array(channels * height * width);
  for (let c = 0, i = 0; c < channels; c++) {
    for (let y = 0; y < height; y++) {
      const v = (y + 0.5 - field.startY - field.size / 2) / field.jump + 0.5;
      for (let x = 0; x < width; x++, i++) {
        const u = (x + 0.5 - field.startX - field.size / 2) / field.jump + 0.5;
        data[i] = readAt(map.data, c * h * w, h, w, v, u);
      }
    }
  }
  return { shape: [...map.shape.slice(0, -2), height, width], data };
}

/** Σ_k weights[k] · maps[k]: [K, H, W] → [H, W]. */
export function weightedSum(maps: Tensor, weights: ArrayLike<number>): Tensor {
  const [channels, h, w] = plane(maps);
  const data = new Float64Array(h * w);
  for (let k = 0; k < channels; k++) for (let i = 0; i < h * w; i++) data[i] += weights[k] * maps.data[k * h * w + i];
  return { shape: [h, w], data };
}

/** Separable Gaussian blur of every plane, cut at 3σ, edges repeated. σ ≤ 0 gives a copy. */
export function gaussianBlur(map: NdArray, sigma: number): Tensor {
  const [channels, h, w] = plane(map);
  const source = Float64Array.from(map.data);
  if (!(sigma > 0)) return { shape: map.shape, data: source };
  const radius = Math.max(1, Math.ceil(3 * sigma));
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)));
  const total = kernel.reduce((a, b) => a + b, 0);
  const rows = new Float64Array(source.length);
  const out = new Float64Array(source.length);
  const pass = (from: Float64Array, to: Float64Array, lines: number, length: number, line: (l: number) => number, step: number) => {
    for (let l = 0; l < lines; l++) {
      const at = line(l);
      for (let i = 0; i < length; i++) {
        let sum = 0;
        for (let k = -radius; k <= radius; k++) sum += kernel[k + radius] * from[at + Math.min(Math.max(i + k, 0), length - 1) * step];
        to[at + i * step] = sum / total;
      }
    }
  };
  pass(source, rows, channels * h, w, (l) => l * w, 1);
  pass(rows, out, channels * w, h, (l) => Math.floor(l / w) * h * w + (l % w), w);
  return { shape: map.shape, data: out };
}
