/** The inner loops of convolution: patches as columns, and one blocked matrix product. Sums run in a fixed order. */
import type { WindowGeometry } from "./types";

/** Columns handled at once: four rows of results and one of input stay in the first-level cache. */
const TILE = 512;

/** out[m, p] = bias[m] + Σ_k a[m, k] · b[k, p]. All row-major; `out` is overwritten. */
export function multiply(a: Float64Array, b: Float64Array, out: Float64Array, m: number, k: number, p: number, bias?: Float64Array): void {
  for (let row = 0; row < m; row++) out.fill(bias ? bias[row] : 0, row * p, row * p + p);
  for (let p0 = 0; p0 < p; p0 += TILE) {
    const p1 = Math.min(p0 + TILE, p);
    let row = 0;
    for (; row + 3 < m; row += 4) {
      const o0 = row * p;
      const o1 = o0 + p;
      const o2 = o1 + p;
      const o3 = o2 + p;
      for (let i = 0; i < k; i++) {
        const w0 = a[row * k + i];
        const w1 = a[(row + 1) * k + i];
        const w2 = a[(row + 2) * k + i];
        const w3 = a[(row + 3) * k + i];
        const source = i * p;
        for (let j = p0; j < p1; j++) {
          const v = b[source + j];
          out[o0 + j] += w0 * v;
          out[o1 + j] += w1 * v;
          out[o2 + j] += w2 * v;
          out[o3 + j] += w3 * v;
        }
      }
    }
    for (; row < m; row++) {
      const o = row * p;
      for (let i = 0; i < k; i++) {
        const w = a[row * k + i];
        const source = i * p;
        for (let j = p0; j < p1; j++) out[o + j] += w * b[source + j];
      }
    }
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
export function patchColumns(x: Float64Array, [channels, h, w]: readonly number[], [, oh, ow]: readonly number[], g: WindowGeometry): Float64Array {
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
export function scatterColumns(columns: Float64Array, [channels, h, w]: readonly number[], [, oh, ow]: readonly number[], g: WindowGeometry): Float64Array {
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
