/** One row of pairs in the plane at a time: the inner loops of exact t-SNE, with SIMD where there is WebAssembly, else plain. */
import { compile } from "../assembly";
import { planeModule } from "./plane-module";

/** Below this many points a memory of its own costs more than SIMD saves. */
export const SIMD_FROM = 200;
const PAGE = 65536;

/**
 * Working memory and row kernels. Rows of the triangle begin at `rowStart(i)` in `w` and `p` and are padded to an even length;
 * both kernels work on pairs of columns and add even and odd ones apart, so their results are the same to the last bit.
 */
export interface Plane {
  /** [n + n mod 2] each. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly gx: Float64Array;
  readonly gy: Float64Array;
  /** Row by row: joint affinities, 0 in the padding. */
  readonly p: Float64Array;
  /** Stores w = 1/(1 + (xi − xⱼ)² + (yi − yⱼ)²) of row i and returns the sum. */
  weigh(i: number, xi: number, yi: number): number;
  /** Adds (exaggeration · p − perZ · w) · w · (difference) to row i's gradient and takes it off each column's. */
  pull(i: number, xi: number, yi: number, exaggeration: number, perZ: number): void;
}

/** Where row i begins: the padded lengths of rows 1 … i − 1 added up. */
export const rowStart = (i: number): number => 2 * ((i >> 1) * (i >> 1) + (i & 1 ? i >> 1 : 0));

const even = (n: number): number => n + (n & 1);

export function plainPlane(n: number): Plane {
  const [x, y, gx, gy] = Array.from({ length: 4 }, () => new Float64Array(even(n)));
  const [w, p] = Array.from({ length: 2 }, () => new Float64Array(rowStart(n)));
  return {
    ...{ x, y, gx, gy, p },
    weigh: (i, xi, yi) => weighRow(x, y, w, rowStart(i), even(i), xi, yi),
    pull: (i, xi, yi, exaggeration, perZ) => pullRow({ x, y, gx, gy, p, w }, rowStart(i), even(i), i, xi, yi, exaggeration, perZ),
  };
}

function weighRow(x: Float64Array, y: Float64Array, w: Float64Array, start: number, end: number, xi: number, yi: number): number {
  let evens = 0;
  let odds = 0;
  for (let j = 0, k = start; j < end; j += 2, k += 2) {
    const dx = xi - x[j];
    const dy = yi - y[j];
    const first = 1 / (1 + dx * dx + dy * dy);
    w[k] = first;
    evens += first;
    const ex = xi - x[j + 1];
    const ey = yi - y[j + 1];
    const second = 1 / (1 + ex * ex + ey * ey);
    w[k + 1] = second;
    odds += second;
  }
  return evens + odds;
}

function pullRow(
  { x, y, gx, gy, p, w }: Omit<Plane, "weigh" | "pull"> & { readonly w: Float64Array },
  start: number,
  end: number,
  i: number,
  xi: number,
  yi: number,
  exaggeration: number,
  perZ: number,
): void {
  let evenX = 0;
  let evenY = 0;
  let oddX = 0;
  let oddY = 0;
  for (let j = 0, k = start; j < end; j += 2, k += 2) {
    const first = (exaggeration * p[k] - perZ * w[k]) * w[k];
    const fx = first * (xi - x[j]);
    const fy = first * (yi - y[j]);
    evenX += fx;
    evenY += fy;
    gx[j] -= fx;
    gy[j] -= fy;
    const second = (exaggeration * p[k + 1] - perZ * w[k + 1]) * w[k + 1];
    const sx = second * (xi - x[j + 1]);
    const sy = second * (yi - y[j + 1]);
    oddX += sx;
    oddY += sy;
    gx[j + 1] -= sx;
    gy[j + 1] -= sy;
  }
  gx[i] += evenX + oddX;
  gy[i] += evenY + oddY;
}

interface Kernels {
  weigh(stride: number, end: number, w: number, xi: number, yi: number): number;
  pull(stride: number, end: number, w: number, p: number, exaggeration: number, perZ: number, xi: number, yi: number, self: number): void;
}

/** undefined: not tried yet. */
let compiled: WebAssembly.Module | null | undefined;

/** @returns null where there is no SIMD, or no memory of that size */
export function simdPlane(n: number): Plane | null {
  if (compiled === undefined) compiled = compile(planeModule());
  const code = compiled;
  if (code === null) return null;
  const side = even(n);
  const stride = 8 * side;
  const triangle = rowStart(n);
  const wAt = 4 * stride;
  const pAt = wAt + 8 * triangle;
  let memory: WebAssembly.Memory;
  let kernels: Kernels;
  try {
    memory = new WebAssembly.Memory({ initial: Math.ceil((pAt + 8 * triangle) / PAGE) });
    kernels = new WebAssembly.Instance(code, { plane: { memory } }).exports as unknown as Kernels;
  } catch {
    return null;
  }
  const view = (at: number, length: number) => new Float64Array(memory.buffer, at, length);
  const { weigh, pull } = kernels;
  return {
    ...{ x: view(0, side), y: view(stride, side), gx: view(2 * stride, side), gy: view(3 * stride, side), p: view(pAt, triangle) },
    weigh: (i, xi, yi) => weigh(stride, 8 * even(i), wAt + 8 * rowStart(i), xi, yi),
    pull: (i, xi, yi, exaggeration, perZ) =>
      pull(stride, 8 * even(i), wAt + 8 * rowStart(i), pAt + 8 * rowStart(i), exaggeration, perZ, xi, yi, 8 * i),
  };
}
