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

/** Correlates the columns of [height, row] with the kernel, a whole row at a time. */
function blurDown(source: Float64Array, out: Float64Array, height: number, row: number, half: Float64Array): void {
  for (let y = 0; y < height; y++) {
    const to = y * row;
    for (let k = half.length - 1; k > 0; k--)
      addRows(
        source,
        out,
        to,
        reflectIndex(y - k, height) * row,
        reflectIndex(y + k, height) * row,
        row,
        half[k],
        k === half.length - 1 ? half[0] : 0,
      );
  }
}

/** out += (row `up` + row `down`) · w, or with `centre` above 0, out = own row · centre + that. */
function addRows(
  source: Float64Array,
  out: Float64Array,
  to: number,
  up: number,
  down: number,
  row: number,
  w: number,
  centre: number,
): void {
  if (centre > 0) for (let i = 0; i < row; i++) out[to + i] = source[to + i] * centre + (source[up + i] + source[down + i]) * w;
  else for (let i = 0; i < row; i++) out[to + i] += (source[up + i] + source[down + i]) * w;
}

/** Correlates the rows of [height, width, channels] with the kernel, in place; each row is first copied with its mirrored ends. */
function blurAcross(values: Float64Array, width: number, height: number, channels: number, half: Float64Array): void {
  const radius = half.length - 1;
  const row = width * channels;
  const middle = radius * channels;
  const padded = new Float64Array(row + 2 * middle);
  for (let y = 0; y < height; y++) {
    const start = y * row;
    for (let i = 0; i < row; i++) padded[middle + i] = values[start + i];
    for (let k = 1; k <= radius; k++) {
      for (let c = 0; c < channels; c++) {
        padded[middle - k * channels + c] = values[start + reflectIndex(-k, width) * channels + c];
        padded[middle + row + (k - 1) * channels + c] = values[start + reflectIndex(width - 1 + k, width) * channels + c];
      }
    }
    for (let k = radius; k > 0; k--) addShifted(padded, values, start, middle, k * channels, row, half[k], k === radius ? half[0] : 0);
  }
}

/** The same as `addRows` along a row: neighbours `shift` numbers before and after. */
function addShifted(
  padded: Float64Array,
  values: Float64Array,
  start: number,
  middle: number,
  shift: number,
  row: number,
  w: number,
  centre: number,
): void {
  const before = middle - shift;
  const after = middle + shift;
  if (centre > 0)
    for (let i = 0; i < row; i++) values[start + i] = padded[middle + i] * centre + (padded[before + i] + padded[after + i]) * w;
  else for (let i = 0; i < row; i++) values[start + i] += (padded[before + i] + padded[after + i]) * w;
}

/**
 * Gaussian smoothing of each channel, columns first, border mirrored with repetition, kernel cut at 4σ
 * (the conventions of scipy.ndimage.gaussian_filter). Returns a new array.
 * @param data [height, width, channels]
 */
export function gaussianBlur(data: ArrayLike<number>, width: number, height: number, channels: number, sigma: number): Float64Array {
  return gaussianBlurInto(new Float64Array(data), new Float64Array(data.length), width, height, channels, sigma);
}

/** The same into `out`, which is returned. */
export function gaussianBlurInto(
  source: Float64Array,
  out: Float64Array,
  width: number,
  height: number,
  channels: number,
  sigma: number,
): Float64Array {
  const half = gaussianHalfKernel(sigma);
  if (half.length === 1) {
    out.set(source);
    return out;
  }
  blurDown(source, out, height, width * channels, half);
  blurAcross(out, width, height, channels, half);
  return out;
}
