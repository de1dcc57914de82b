import type { AxisTaps } from "./axis-taps";
import type { Layout, MapShape } from "./inputs";

export type Floats = Float32Array | Float64Array;

/** What both kernels need of one RoI. */
export interface AlignJob {
  readonly map: MapShape;
  readonly y: AxisTaps;
  readonly x: AxisTaps;
  readonly rows: number;
  readonly columns: number;
}

/**
 * One RoI on a channels-first map: four channels at a time, so that a tap's cell and weight are read once for four planes.
 * @param scratch at least used rows · columns · 4
 */
export function alignChannelsFirst(
  features: Floats,
  base: number,
  job: AlignJob,
  scratch: Float64Array,
  out: Floats,
  outBase: number,
): void {
  const { map, rows, columns, x, y } = job;
  const plane = map.height * map.width;
  const bins = rows * columns;
  for (let c = 0; c < map.channels; c += 4) {
    // Beyond the last channel the last one is read again and not written.
    const left = map.channels - c;
    const f0 = base + c * plane;
    const f1 = left > 1 ? f0 + plane : f0;
    const f2 = left > 2 ? f1 + plane : f0;
    const f3 = left > 3 ? f2 + plane : f0;
    for (let r = 0, s = 0; r < y.usedCount; r++) {
      const row = y.used[r] * map.width;
      for (let q = 0, k = 0; q < columns; q++, s += 4) {
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        k = q * x.room;
        for (const end = k + x.count[q]; k < end; k++) {
          const w = x.weights[k];
          const i = row + x.cells[k];
          s0 += w * features[f0 + i];
          s1 += w * features[f1 + i];
          s2 += w * features[f2 + i];
          s3 += w * features[f3 + i];
        }
        scratch[s] = s0;
        scratch[s + 1] = s1;
        scratch[s + 2] = s2;
        scratch[s + 3] = s3;
      }
    }
    let o = outBase + c * bins;
    for (let p = 0; p < rows; p++) {
      for (let q = 0; q < columns; q++, o++) {
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        for (let k = p * y.room, end = k + y.count[p]; k < end; k++) {
          const w = y.weights[k];
          const s = (y.places[k] * columns + q) * 4;
          s0 += w * scratch[s];
          s1 += w * scratch[s + 1];
          s2 += w * scratch[s + 2];
          s3 += w * scratch[s + 3];
        }
        out[o] = s0;
        if (left > 1) out[o + bins] = s1;
        if (left > 2) out[o + 2 * bins] = s2;
        if (left > 3) out[o + 3 * bins] = s3;
      }
    }
  }
}

/** to[t + c] = Σ of `n` ≥ 1 sources · weights; from[starts[k] + c]. The first four go in one pass. */
function weightedRows(from: Floats, starts: Int32Array, weights: Float64Array, n: number, to: Floats, t: number, channels: number): void {
  const i0 = starts[0];
  const w0 = weights[0];
  const i1 = n > 1 ? starts[1] : i0;
  const w1 = n > 1 ? weights[1] : 0;
  if (n <= 2) {
    for (let c = 0; c < channels; c++) to[t + c] = w0 * from[i0 + c] + w1 * from[i1 + c];
    return;
  }
  const i2 = starts[2];
  const w2 = weights[2];
  const i3 = n > 3 ? starts[3] : i2;
  const w3 = n > 3 ? weights[3] : 0;
  for (let c = 0; c < channels; c++) to[t + c] = w0 * from[i0 + c] + w1 * from[i1 + c] + w2 * from[i2 + c] + w3 * from[i3 + c];
  for (let k = 4; k < n; k++) {
    const i = starts[k];
    const w = weights[k];
    for (let c = 0; c < channels; c++) to[t + c] += w * from[i + c];
  }
}

/**
 * One RoI on a channels-last map: the channels of a cell are neighbours, so the inner loop runs over them.
 * @param scratch at least used rows · columns · channels
 */
export function alignChannelsLast(
  features: Floats,
  base: number,
  job: AlignJob,
  scratch: Float64Array,
  out: Floats,
  outBase: number,
): void {
  const { map, rows, columns, x, y } = job;
  const { channels } = map;
  const starts = new Int32Array(Math.max(x.room, y.room));
  for (let r = 0, s = 0; r < y.usedCount; r++) {
    const row = base + y.used[r] * map.width * channels;
    for (let q = 0; q < columns; q++, s += channels) {
      const at = q * x.room;
      const n = x.count[q];
      if (n === 0) {
        scratch.fill(0, s, s + channels);
        continue;
      }
      for (let k = 0; k < n; k++) starts[k] = row + x.cells[at + k] * channels;
      weightedRows(features, starts, x.weights.subarray(at, at + n), n, scratch, s, channels);
    }
  }
  for (let p = 0, o = outBase; p < rows; p++) {
    const at = p * y.room;
    const n = y.count[p];
    for (let q = 0; q < columns; q++, o += channels) {
      if (n === 0) {
        out.fill(0, o, o + channels);
        continue;
      }
      for (let k = 0; k < n; k++) starts[k] = (y.places[at + k] * columns + q) * channels;
      weightedRows(scratch, starts, y.weights.subarray(at, at + n), n, out, o, channels);
    }
  }
}

/** Adds one RoI's share of the gradient to `grad`. */
export function spreadBack(
  gradOutput: ArrayLike<number>,
  from: number,
  layout: Layout,
  job: AlignJob,
  grad: Float64Array,
  base: number,
): void {
  const { map, rows, columns, x, y } = job;
  const first = layout === "NCHW";
  const binStep = first ? 1 : map.channels;
  const channelStep = first ? rows * columns : 1;
  const cellStep = first ? 1 : map.channels;
  const planeStep = first ? map.height * map.width : 1;
  for (let p = 0; p < rows; p++) {
    for (let q = 0; q < columns; q++) {
      const g = from + (p * columns + q) * binStep;
      for (let i = p * y.room, endY = i + y.count[p]; i < endY; i++) {
        for (let j = q * x.room, endX = j + x.count[q]; j < endX; j++) {
          const w = y.weights[i] * x.weights[j];
          const cell = base + (y.cells[i] * map.width + x.cells[j]) * cellStep;
          for (let c = 0; c < map.channels; c++) grad[cell + c * planeStep] += w * gradOutput[g + c * channelStep];
        }
      }
    }
  }
}
