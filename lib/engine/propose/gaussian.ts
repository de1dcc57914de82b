import { EngineInputError } from "../errors";

/**
 * Sampled Gaussian exp(−x²/2σ²), x = −r..r with r = ⌊truncate·σ + ½⌋, scaled to sum 1. Returns its right half, centre first.
 * σ = 0 is the identity, [1].
 * @throws EngineInputError unless σ is finite and not negative
 * @example gaussianHalfKernel(1)[0] ≈ 0.398943
 */
export function gaussianHalfKernel(sigma: number, truncate = 4): Float64Array {
  if (!(sigma >= 0 && sigma < Infinity)) throw new EngineInputError("sigma", "must be a finite number of at least 0", sigma);
  const radius = Math.floor(truncate * sigma + 0.5);
  const half = new Float64Array(radius + 1);
  half[0] = 1;
  let sum = 1;
  for (let x = 1; x <= radius; x++) {
    half[x] = Math.exp((-0.5 * x * x) / (sigma * sigma));
    sum += 2 * half[x];
  }
  for (let x = 0; x <= radius; x++) half[x] /= sum;
  return half;
}

/** Index of position i in the mirror image of 0..n−1 that repeats the border (d c b a | a b c d | d c b a). */
export function reflectIndex(i: number, n: number): number {
  const period = 2 * n;
  const at = ((i % period) + period) % period;
  return at < n ? at : period - 1 - at;
}

/** Correlates each line of `source` with the symmetric kernel; lines are `n` samples `stride` apart. */
function blurLines(source: Float64Array, n: number, stride: number, starts: (line: number) => number, lines: number, half: Float64Array): void {
  const radius = half.length - 1;
  const padded = new Float64Array(n + 2 * radius);
  const mirror = Int32Array.from({ length: n + 2 * radius }, (_, i) => reflectIndex(i - radius, n) * stride);
  for (let line = 0; line < lines; line++) {
    const start = starts(line);
    for (let i = 0; i < padded.length; i++) padded[i] = source[start + mirror[i]];
    for (let i = 0, at = start; i < n; i++, at += stride) {
      const centre = i + radius;
      let sum = padded[centre] * half[0];
      for (let k = radius; k > 0; k--) sum += (padded[centre - k] + padded[centre + k]) * half[k];
      source[at] = sum;
    }
  }
}

/**
 * Gaussian smoothing of each channel, columns first, border mirrored with repetition, kernel cut at 4σ
 * (the conventions of scipy.ndimage.gaussian_filter). Returns a new array.
 * @param data [height, width, channels]
 */
export function gaussianBlur(data: ArrayLike<number>, width: number, height: number, channels: number, sigma: number): Float64Array {
  const half = gaussianHalfKernel(sigma);
  const out = Float64Array.from(data);
  if (half.length === 1) return out;
  const row = width * channels;
  blurLines(out, height, row, (line) => line, row, half);
  blurLines(out, width, channels, (line) => Math.floor(line / channels) * row + (line % channels), height * channels, half);
  return out;
}
