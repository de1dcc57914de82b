/** The inner loops of convolution: patches as columns, and one blocked matrix product. Sums run in a fixed order. */
import type { WindowGeometry } from "./types";

/** Columns handled at once: four rows of results and four of input stay in the first-level cache. */
const TILE = 512;

/**
 * out[m, p] = bias[m] + Σ_k a[m, k] · b[k, p]. All row-major; `out` is overwritten.
 * Four rows and four terms at a time: sixteen products for every four results read and written.
 */
export function multiply(a: Float64Array, b: Float64Array, out: Float64Array, m: number, k: number, p: number, bias?: Float64Array): void {
  for (let row = 0; row < m; row++) out.fill(bias ? bias[row] : 0, row * p, row * p + p);
  const rows = m & ~3;
  const terms = k & ~3;
  for (let p0 = 0; p0 < p; p0 += TILE) {
    const p1 = Math.min(p0 + TILE, p);
    for (let row = 0; row < rows; row += 4) {
      for (let i = 0; i < terms; i += 4) addFourByFour(a, b, out, row, i, k, p, p0, p1);
      for (let i = terms; i < k; i++) for (let r = row; r < row + 4; r++) addOne(a[r * k + i], b, out, r * p, i * p, p0, p1);
    }
    for (let row = rows; row < m; row++) for (let i = 0; i < k; i++) addOne(a[row * k + i], b, out, row * p, i * p, p0, p1);
  }
}

function addOne(w: number, b: Float64Array, out: Float64Array, to: number, from: number, p0: number, p1: number): void {
  for (let j = p0; j < p1; j++) out[to + j] += w * b[from + j];
}

function addFourByFour(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  row: number,
  i: number,
  k: number,
  p: number,
  p0: number,
  p1: number,
): void {
  const q0 = row * k + i;
  const q1 = q0 + k;
  const q2 = q1 + k;
  const q3 = q2 + k;
  const a0 = a[q0];
  const a1 = a[q0 + 1];
  const a2 = a[q0 + 2];
  const a3 = a[q0 + 3];
  const b0 = a[q1];
  const b1 = a[q1 + 1];
  const b2 = a[q1 + 2];
  const b3 = a[q1 + 3];
  const c0 = a[q2];
  const c1 = a[q2 + 1];
  const c2 = a[q2 + 2];
  const c3 = a[q2 + 3];
  const d0 = a[q3];
  const d1 = a[q3 + 1];
  const d2 = a[q3 + 2];
  const d3 = a[q3 + 3];
  const s0 = i * p;
  const s1 = s0 + p;
  const s2 = s1 + p;
  const s3 = s2 + p;
  const o0 = row * p;
  const o1 = o0 + p;
  const o2 = o1 + p;
  const o3 = o2 + p;
  for (let j = p0; j < p1; j++) {
    const v0 = b[s0 + j];
    const v1 = b[s1 + j];
    const v2 = b[s2 + j];
    const v3 = b[s3 + j];
    out[o0 + j] += a0 * v0 + a1 * v1 + a2 * v2 + a3 * v3;
    out[o1 + j] += b0 * v0 + b1 * v1 + b2 * v2 + b3 * v3;
    out[o2 + j] += c0 * v0 + c1 * v1 + c2 * v2 + c3 * v3;
    out[o3 + j] += d0 * v0 + d1 * v1 + d2 * v2 + d3 * v3;
  }
}

/** The transpose of a [rows, columns] matrix. */
export function transpose(a: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(a.length);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) out[c * rows + r] = a[r * columns + c];
  return out;
}

/** For output column 0 … size−1, those whose input cell `x·stride − before + offset` lies inside [0, n). */
function inside(size: number, n: number, stride: number, shift: number): [number, number] {
  const low = shift < 0 ? Math.ceil(-shift / stride) : 0;
  const high = n - 1 - shift < 0 ? 0 : Math.min(size, Math.floor((n - 1 - shift) / stride) + 1);
  return [low, Math.max(low, high)];
}

/** [channels, h, w] → [channels·k·k, oh·ow]: column p holds the patch under output cell p, zeros where it is padded. */
export function patchColumns(
  x: Float64Array,
  [channels, h, w]: readonly number[],
  [, oh, ow]: readonly number[],
  g: WindowGeometry,
): Float64Array {
  const { kernel, stride, padTop, padLeft } = g;
  const out = new Float64Array(channels * kernel * kernel * oh * ow);
  let row = 0;
  for (let c = 0; c < channels; c++) {
    for (let ky = 0; ky < kernel; ky++) {
      const [y0, y1] = inside(oh, h, stride, ky - padTop);
      for (let kx = 0; kx < kernel; kx++, row++) {
        const [x0, x1] = inside(ow, w, stride, kx - padLeft);
        for (let oy = y0; oy < y1; oy++) {
          const source = (c * h + oy * stride + ky - padTop) * w + kx - padLeft;
          const target = (row * oh + oy) * ow;
          for (let ox = x0; ox < x1; ox++) out[target + ox] = x[source + ox * stride];
        }
      }
    }
  }
  return out;
}

/** The adjoint of `patchColumns`: adds every column's entries back to the cells they were read from. */
export function scatterColumns(
  columns: Float64Array,
  [channels, h, w]: readonly number[],
  [, oh, ow]: readonly number[],
  g: WindowGeometry,
): Float64Array {
  const { kernel, stride, padTop, padLeft } = g;
  const out = new Float64Array(channels * h * w);
  let row = 0;
  for (let c = 0; c < channels; c++) {
    for (let ky = 0; ky < kernel; ky++) {
      const [y0, y1] = inside(oh, h, stride, ky - padTop);
      for (let kx = 0; kx < kernel; kx++, row++) {
        const [x0, x1] = inside(ow, w, stride, kx - padLeft);
        for (let oy = y0; oy < y1; oy++) {
          const target = (c * h + oy * stride + ky - padTop) * w + kx - padLeft;
          const source = (row * oh + oy) * ow;
          for (let ox = x0; ox < x1; ox++) out[target + ox * stride] += columns[source + ox];
        }
      }
    }
  }
  return out;
}
