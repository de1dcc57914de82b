// Follows fdlibm's e_pow.c:
// Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
// Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
import { fromWords, highWord, scaled, upperHalf, withHigh } from "./bits";
import { expKernel } from "./exp";

const TWO_53 = 9007199254740992;
/** log2(1.5) in two parts. */
const LOG2_OF_3_2 = [0.5849624872207642, 1.35003920212974897128e-8] as const;
/** 2 / (3 ln 2) whole and in two parts. */
const CP = 9.61796693925975554329e-1;
const CP_HIGH = 9.61796700954437255859e-1;
const CP_LOW = -7.02846165095275826516e-9;
/** 1 / ln 2 and ln 2, whole and in two parts. */
const INVERSE_LN2 = 1.442695040888963387;
const INVERSE_LN2_HIGH = 1.44269502162933349609;
const INVERSE_LN2_LOW = 1.92596299112661746887e-8;
const LN2 = 6.93147180559945286227e-1;
const LN2_HIGH = 6.93147182464599609375e-1;
const LN2_LOW = -1.90465429995776804525e-9;
/** −(1024 − log2(the largest double + ½ ulp)): how far under 1024 an exponent may lie and still overflow. */
const OVERFLOW_TAIL = 8.0085662595372944372e-17;

/** A number as an unevaluated sum; the first part has its lower word clear. */
type Pair = readonly [high: number, low: number];

/** Whether a double is an odd integer, an even one or none: 1, 2 or 0. */
function wholeness(y: number): 0 | 1 | 2 {
  const size = Math.abs(y);
  if (size >= TWO_53) return 2;
  if (Math.floor(size) !== size) return 0;
  return size % 2 === 1 ? 1 : 2;
}

/** log2 of x within 2^-20 of 1, from the series of log(1 + t). */
function log2NearOne(x: number): Pair {
  const t = x - 1;
  const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
  const u = INVERSE_LN2_HIGH * t;
  const v = t * INVERSE_LN2_LOW - w * INVERSE_LN2;
  const high = upperHalf(u + v);
  return [high, v - (high - u)];
}

/** log2 of a positive finite x with about 70 bits. */
function log2Pair(x: number): Pair {
  let n = 0;
  let ax = x;
  if (highWord(ax) < 0x100000) {
    ax *= TWO_53;
    n = -53;
  }
  const top = highWord(ax);
  n += (top >> 20) - 0x3ff;
  const fraction = top & 0xfffff;
  let ix = fraction | 0x3ff00000;
  // Compared with 1 where the mantissa is under √1.5, with 1.5 under √3, and with 2 (as 1, halved) above.
  let k: 0 | 1 = 0;
  if (fraction > 0x3988e && fraction < 0xbb67a) k = 1;
  else if (fraction >= 0xbb67a) {
    n++;
    ix -= 0x100000;
  }
  ax = withHigh(ax, ix);
  const base = k === 0 ? 1 : 1.5;
  const u = ax - base;
  const v = 1 / (ax + base);
  const s = u * v;
  const sHigh = upperHalf(s);
  const near = fromWords(((ix >> 1) | 0x20000000) + 0x80000 + (k << 18), 0);
  const sLow = v * (u - sHigh * near - sHigh * (ax - (near - base)));
  const s2 = s * s;
  const series =
    s2 *
      s2 *
      (5.99999999999994648725e-1 +
        s2 *
          (4.28571428578550184252e-1 +
            s2 *
              (3.33333329818377432918e-1 +
                s2 * (2.72728123808534006489e-1 + s2 * (2.30660745775561754067e-1 + s2 * 2.06975017800338417784e-1))))) +
    sLow * (sHigh + s);
  const square = sHigh * sHigh;
  const tHigh = upperHalf(3 + square + series);
  const tLow = series - (tHigh - 3 - square);
  const p = sHigh * tHigh;
  const q = sLow * tHigh + tLow * s;
  const pHigh = upperHalf(p + q);
  const pLow = q - (pHigh - p);
  const zHigh = CP_HIGH * pHigh;
  const zLow = CP_LOW * pHigh + pLow * CP + (k === 0 ? 0 : LOG2_OF_3_2[1]);
  const shift = k === 0 ? 0 : LOG2_OF_3_2[0];
  const high = upperHalf(zHigh + zLow + shift + n);
  return [high, zLow - (high - n - shift - zHigh)];
}

/** 2^(high + low) for a sum under 1024, 0 far below. */
function exp2Pair(sum: number, whole: number, rest: number): number {
  let p = whole;
  let n = 0;
  const top = highWord(sum);
  const size = top & 0x7fffffff;
  if (size > 0x3fe00000) {
    // n = the nearest integer, taken from the sum.
    n = top + (0x100000 >> ((size >> 20) - 0x3ff + 1));
    const k = ((n & 0x7fffffff) >> 20) - 0x3ff;
    p -= fromWords(n & ~(0xfffff >> k), 0);
    n = ((n & 0xfffff) | 0x100000) >> (20 - k);
    if (top < 0) n = -n;
  }
  const t = upperHalf(rest + p);
  const u = t * LN2_HIGH;
  const v = (rest - (t - p)) * LN2 + t * LN2_LOW;
  const z = u + v;
  const w = v - (z - u);
  const c = expKernel(z);
  const r = (z * c) / (c - 2) - (w + z * w);
  return scaled(1 - (r - z), n);
}

/**
 * x to the power y, the same bits in every engine. Source: fdlibm `e_pow.c`: log2 x with 70 bits, times y in two parts, then
 * 2^…; the special cases are JavaScript's (`pow(±1, ±Infinity)` and `pow(1, NaN)` are NaN). Domain: NaN for a negative x and a y
 * that is not whole. Error < 1 ulp; whole powers (≥ 0) of whole numbers are exact up to 2^53
 * (10^-5 may be one ulp off: write 1e-5). Worked: pow(2, 0.5) = 1.4142135623730951, pow(10, 22) = 1e22.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  const ax = Math.abs(x);
  if (y === Infinity || y === -Infinity) return ax === 1 ? NaN : ax > 1 === y > 0 ? Infinity : 0;
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 2) return x * x;
  const negative = highWord(x) < 0;
  if (y === 0.5 && !negative) return Math.sqrt(x);
  const whole = wholeness(y);
  const sign = negative && whole === 1 ? -1 : 1;
  if (ax === Infinity || ax === 0) return sign * (y < 0 ? 1 / ax : ax);
  if (negative && whole === 0) return NaN;
  if (ax === 1) return sign;
  const iy = highWord(y) & 0x7fffffff;
  let logarithm: Pair;
  if (iy > 0x41e00000) {
    // |y| > 2^31: only an x next to 1 gives anything but 0 and Infinity.
    const ix = highWord(ax);
    if (ix < 0x3fefffff || ix > 0x3ff00000 || iy > 0x43f00000) return sign * (ax > 1 === y > 0 ? Infinity : 0);
    logarithm = log2NearOne(ax);
  } else logarithm = log2Pair(ax);
  const yHigh = upperHalf(y);
  const rest = (y - yHigh) * logarithm[0] + y * logarithm[1];
  const main = yHigh * logarithm[0];
  const sum = rest + main;
  if (sum >= 1024 && (sum > 1024 || rest + OVERFLOW_TAIL > sum - main)) return sign * Infinity;
  if (sum <= -1075 && (sum < -1075 || rest <= sum - main)) return sign * 0;
  return sign * exp2Pair(sum, main, rest);
}
