import { body, END, F64, get, I32, moduleOf, set, SIMD, text, V128 } from "../assembly";

/**
 * A WebAssembly module of two functions. Both take one row of pairs,
 * two at a time. Memory (imported) begins with x, y, gx, gy, `stride` bytes each:
 *
 *   weigh(stride, end, w, xi, yi): w[j] = 1/(1 + (xi − x[j])² + (yi − y[j])²) for 8j < end; returns their sum, even + odd
 *   pull(stride, end, w, p, exaggeration, perZ, xi, yi, self): f = (exaggeration · p[j] − perZ · w[j]) · w[j];
 *     gx[j] −= f (xi − x[j]), gy[j] −= f (yi − y[j]); what they lose is added to gx, gy at the byte offset `self`
 *
 * `end` is a positive multiple of 16.
 */

const SIXTEEN = [0x41, 16];
const ADD_I32 = [0x6a];
const LESS = [0x49];
const LOOP = [0x03, 0x40];
const AGAIN = [0x0d, 0x00];
const LOAD_F64 = [0x2b, 0x00, 0x00];
const STORE_F64 = [0x39, 0x00, 0x00];
const ADD_F64 = [0xa0];
const LOAD = [SIMD, 0x00, 0x00, 0x00];
const STORE = [SIMD, 0x0b, 0x00, 0x00];
const ZEROS = [SIMD, 0x0c, ...new Array<number>(16).fill(0)];
const ONE = [0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f];
const SPLAT = [SIMD, 0x14];
const lane = (k: number): number[] => [SIMD, 0x21, k];
const ADD = [SIMD, 0xf0, 0x01];
const SUB = [SIMD, 0xf1, 0x01];
const MUL = [SIMD, 0xf2, 0x01];
const DIV = [SIMD, 0xf3, 0x01];

const splat = (from: number, to: number): number[] => [...get(from), ...SPLAT, ...set(to)];
const sum = (local: number): number[] => [...get(local), ...lane(0), ...get(local), ...lane(1), ...ADD_F64];
const forward = (local: number): number[] => [...get(local), ...SIXTEEN, ...ADD_I32, ...set(local)];
const until = (at: number, end: number): number[] => [...get(at), ...get(end), ...LESS, ...AGAIN];

function weighBody(): number[] {
  const [stride, end, w, xi, yi, at, y, x2, y2, one, dx, dy, weight, total] = Array.from({ length: 14 }, (_, i) => i);
  return body(
    [2, I32, 7, V128],
    [
      ...[...get(stride), ...set(y)],
      ...[...splat(xi, x2), ...splat(yi, y2), ...ONE, ...SPLAT, ...set(one), ...ZEROS, ...set(total)],
      ...LOOP,
      ...[...get(x2), ...get(at), ...LOAD, ...SUB, ...set(dx), ...get(y2), ...get(y), ...LOAD, ...SUB, ...set(dy)],
      ...[...get(one), ...get(one), ...get(dx), ...get(dx), ...MUL, ...ADD, ...get(dy), ...get(dy), ...MUL, ...ADD, ...DIV, ...set(weight)],
      ...[...get(w), ...get(weight), ...STORE, ...get(total), ...get(weight), ...ADD, ...set(total)],
      ...[...forward(w), ...forward(y), ...forward(at), ...until(at, end)],
      END,
      ...sum(total),
    ],
  );
}

function pullBody(): number[] {
  const [stride, end, w, p, exaggeration, perZ, xi, yi, self, at, y, gx, gy, x2, y2, e2, z2, weight, force, step, sumX, sumY] = Array.from(
    { length: 22 },
    (_, i) => i,
  );
  /** One axis: the step of j, taken off its gradient and added to the row's sum. */
  const move = (own: number, position: number, gradient: number, total: number): number[] => [
    ...[...get(force), ...get(own), ...get(position), ...LOAD, ...SUB, ...MUL, ...set(step)],
    ...[...get(total), ...get(step), ...ADD, ...set(total)],
    ...[...get(gradient), ...get(gradient), ...LOAD, ...get(step), ...SUB, ...STORE],
  ];
  const addTo = (base: number, total: number): number[] => [
    ...get(base),
    ...get(base),
    ...LOAD_F64,
    ...sum(total),
    ...ADD_F64,
    ...STORE_F64,
  ];
  return body(
    [4, I32, 9, V128],
    [
      ...[...get(stride), ...set(y), ...get(y), ...get(stride), ...ADD_I32, ...set(gx), ...get(gx), ...get(stride), ...ADD_I32, ...set(gy)],
      ...[...splat(xi, x2), ...splat(yi, y2), ...splat(exaggeration, e2), ...splat(perZ, z2)],
      ...[...ZEROS, ...set(sumX), ...ZEROS, ...set(sumY)],
      ...LOOP,
      ...[...get(w), ...LOAD, ...set(weight)],
      ...[...get(e2), ...get(p), ...LOAD, ...MUL, ...get(z2), ...get(weight), ...MUL, ...SUB, ...get(weight), ...MUL, ...set(force)],
      ...[...move(x2, at, gx, sumX), ...move(y2, y, gy, sumY)],
      ...[w, p, y, gx, gy, at].flatMap(forward),
      ...until(at, end),
      END,
      // The loop has moved the addresses on by `at`: back to the arrays' starts, then to the row's own place.
      ...[...get(stride), ...get(stride), ...ADD_I32, ...get(self), ...ADD_I32, ...set(gx), ...addTo(gx, sumX)],
      ...[...get(gx), ...get(stride), ...ADD_I32, ...set(gy), ...addTo(gy, sumY)],
    ],
  );
}

/** The module's bytes: imports `plane.memory`, exports `weigh` and `pull`. */
export function planeModule(): Uint8Array<ArrayBuffer> {
  return moduleOf([
    [1, [2, 0x60, 5, I32, I32, I32, F64, F64, 1, F64, 0x60, 9, I32, I32, I32, I32, F64, F64, F64, F64, I32, 0]],
    [2, [1, ...text("plane"), ...text("memory"), 0x02, 0x00, 1]],
    [3, [2, 0, 1]],
    [7, [2, ...text("weigh"), 0x00, 0, ...text("pull"), 0x00, 1]],
    [10, [2, ...weighBody(), ...pullBody()]],
  ]);
}
