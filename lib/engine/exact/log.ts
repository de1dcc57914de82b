// Follows fdlibm's e_log.c and s_log1p.c and FreeBSD's e_log2.c:
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc. business.
// Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
import { highWord, upperHalf, withHigh } from "./bits";
import { LN2_HIGH, LN2_LOW } from "./exp";

/** 1 / ln 2 in two parts, the first with its lower word clear. */
const INVERSE_LN2_HIGH = 1.44269504072144627571;
const INVERSE_LN2_LOW = 1.67517131648865118353e-10;
const TWO_54 = 18014398509481984;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

const L1 = 6.66666666666673513e-1;
const L2 = 3.999999999940941908e-1;
const L3 = 2.857142874366239149e-1;
const L4 = 2.222219843214978396e-1;
const L5 = 1.818357216161805012e-1;
const L6 = 1.531383769920937332e-1;
const L7 = 1.479819860511658591e-1;

/** R(z) with log(1 + f) = f − s·(f − R), s = f / (2 + f), z = s² (Remez on [0, 0.1716], error < 2^-58.45). */
function remainder(z: number): number {
  const w = z * z;
  return z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
}

/** A positive finite number lifted out of the subnormals; `LIFT` is to be taken off its exponent. */
const lifted = (x: number) => (x < SMALLEST_NORMAL ? x * TWO_54 : x);
const LIFT = 54;

/** 0x100000 where a mantissa with these upper bits is above √2 and is halved, 0 elsewhere. */
const halving = (fraction: number) => (fraction + 0x95f64) & 0x100000;

/** √2 − 1 as an upper word: from 0 to here x itself is the argument of log(1 + x)'s series, then 1 + x is halved. */
const SERIES_UP_TO = 0.4142136573791504;

/** What a logarithm says where there is nothing to compute; null elsewhere. */
function atTheEdge(x: number): number | null {
  if (x === 0) return -Infinity;
  if (x < 0 || x !== x) return NaN;
  return x === Infinity ? Infinity : null;
}

/**
 * The natural logarithm, the same bits in every engine. Source: fdlibm `e_log.c`: x = 2^k·(1 + f), a series in f / (2 + f),
 * plus k·ln 2 in two parts. Domain: NaN below 0, −Infinity at ±0. Error < 1 ulp. Worked: log(10) = 2.302585092994046.
 */
export function log(x: number): number {
  const edge = atTheEdge(x);
  if (edge !== null) return edge;
  // x = 2^k · (1 + f) with √½ < 1 + f < √2.
  const normal = lifted(x);
  const high = highWord(normal);
  const fraction = high & 0xfffff;
  const up = halving(fraction);
  const k = (high >> 20) - 0x3ff + (up >> 20) - (normal === x ? 0 : LIFT);
  const f = withHigh(normal, fraction | (up ^ 0x3ff00000)) - 1;
  if ((0xfffff & (2 + fraction)) < 3) {
    // |f| < 2^-20: two terms are enough.
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const two = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - two : k * LN2_HIGH - (two - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const r = remainder(s * s);
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

/**
 * The logarithm to base 2, the same bits in every engine; powers of two give whole numbers exactly. Source: FreeBSD
 * `e_log2.c`, the product with 1 / ln 2 in two parts. Domain as `log`. Error < 1 ulp. Worked: log2(10) = 3.321928094887362.
 */
export function log2(x: number): number {
  const edge = atTheEdge(x);
  if (edge !== null) return edge;
  const normal = lifted(x);
  const top = highWord(normal);
  const up = halving(top & 0xfffff);
  const k = (top >> 20) - 0x3ff + (up >> 20) - (normal === x ? 0 : LIFT);
  const f = withHigh(normal, (top & 0xfffff) | (up ^ 0x3ff00000)) - 1;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const r = s * (half + remainder(s * s));
  const high = upperHalf(f - half);
  const low = f - high - half + r;
  const product = high * INVERSE_LN2_HIGH;
  const rest = (low + high) * INVERSE_LN2_LOW + low * INVERSE_LN2_HIGH;
  const sum = k + product;
  return rest + (k - sum + product) + sum;
}

/**
 * log(1 + x) without the loss near 0, the same bits in every engine. Source: fdlibm `s_log1p.c`. Domain: NaN below −1,
 * −Infinity at −1. Error < 1 ulp. Worked: log1p(1e-10) = 9.999999999500001e-11.
 */
export function log1p(x: number): number {
  if (!(x >= 1.862645149230957e-9 && x < 0.99999)) return log1pFar(x);
  if (x < SERIES_UP_TO) {
    const half = 0.5 * x * x;
    const s = x / (2 + x);
    return x - (half - s * (half + series(s * s)));
  }
  const u = 1 + x;
  // Half of u, less 1; both exact. What the sum 1 + x has lost to rounding, relative to it, comes back at the end.
  const lost = (x - (u - 1)) / u;
  const f = u * 0.5 - 1;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  return LN2_HIGH - (half - (s * (half + series(s * s)) + (LN2_LOW + lost)) - f);
}

/** R(z) of log(1 + f) = f − (f²/2 − s·(f²/2 + R)), s = f / (2 + f), z = s², term by term. */
function series(z: number): number {
  return z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
}

/** The same outside (0, 1), next to its ends, and of what is no number. */
function log1pFar(x: number): number {
  if (x === -1) return -Infinity;
  if (x < -1 || x !== x) return NaN;
  if (x === Infinity) return Infinity;
  const size = Math.abs(x);
  if (size < 1.862645149230957e-9) return size < 5.551115123125783e-17 ? x : x - x * x * 0.5;
  let k = 0;
  let f = x;
  let fraction = 1;
  let lost = 0;
  // Between −0.2929 and 0.4142 x itself is the series' argument.
  const high = highWord(x);
  if (!(high < 0x3fda827a && (high > 0 || high <= (0xbfd2bec4 | 0)))) {
    const u = size < 9007199254740992 ? 1 + x : x;
    k = (highWord(u) >> 20) - 0x3ff;
    // What the sum 1 + x has lost to rounding, relative to it.
    if (size < 9007199254740992) lost = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    fraction = highWord(u) & 0xfffff;
    if (fraction < 0x6a09e) f = withHigh(u, fraction | 0x3ff00000) - 1;
    else {
      k++;
      f = withHigh(u, fraction | 0x3fe00000) - 1;
      fraction = (0x100000 - fraction) >> 2;
    }
  }
  const half = 0.5 * f * f;
  if (fraction === 0) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + (lost + k * LN2_LOW);
    const two = half * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - two : k * LN2_HIGH - (two - (k * LN2_LOW + lost) - f);
  }
  const s = f / (2 + f);
  const r = series(s * s);
  return k === 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + (k * LN2_LOW + lost)) - f);
}
