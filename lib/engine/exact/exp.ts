// Follows fdlibm's e_exp.c, s_expm1.c and s_tanh.c:
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc. business.
// Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
import { highWord, powerOfTwo, withHigh } from "./bits";

/** ln 2 in two parts; the first has 32 bits, so that a whole number of them (up to 1075) is exact. */
export const LN2_HIGH = 6.9314718036912381649e-1;
export const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
/** The largest argument whose exponential is finite, and the smallest whose exponential is not 0. */
const LARGEST = 7.09782712893383973096e2;
const SMALLEST = -7.4513321910194110842e2;
const E = 2.718281828459045;
/** The first size whose upper word is above ½ ln 2's: from here on a multiple of ln 2 is taken off. */
const REDUCED_FROM = 0.3465735912322998;
/** Under this size the power of two is a normal double. */
const FAR = 707;

/** 2^k · y where y is near 1 and the product may be just under the overflow. */
const lifted = (y: number, k: number) => (k === 1024 ? y * 2 * powerOfTwo(1023) : y * powerOfTwo(k));

/**
 * P(t) with x·(exp(x) + 1) / (exp(x) − 1) ≈ 2 + t·P(t), t = x², on |x| ≤ ½ ln 2 (Remez, error < 2^-59).
 * Returns x − t·P(t), from which exp(x) = 1 + x + x·c / (2 − c).
 */
export function expKernel(x: number): number {
  const t = x * x;
  return (
    x -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  );
}

/** k of x = k·ln 2 + r with |r| ≤ ½ ln 2, for |x| > ½ ln 2. Up to 1.5 ln 2 it is ±1 without a product. */
function multipleOfLn2(x: number, ix: number): number {
  if (ix < 0x3ff0a2b2) return x > 0 ? 1 : -1;
  return Math.trunc(INVERSE_LN2 * x + (x > 0 ? 0.5 : -0.5));
}

/**
 * The exponential e^x, the same bits in every engine. Source: fdlibm `e_exp.c`: x = k·ln 2 + r, a rational approximation of
 * e^r, times 2^k. Domain: every number; 0 below −745.13, Infinity above 709.78. Error < 1 ulp. Worked: exp(1) = 2.718281828459045.
 */
export function exp(x: number): number {
  const size = Math.abs(x);
  if (size < REDUCED_FROM) {
    if (size < 3.725290298461914e-9) return 1 + x;
    const c = expKernel(x);
    return 1 - ((x * c) / (c - 2) - x);
  }
  if (!(size < FAR)) return expFar(x);
  if (x === 1) return E;
  const k = (INVERSE_LN2 * x + (x > 0 ? 0.5 : -0.5)) | 0;
  return reducedExp(x, k) * powerOfTwo(k);
}

/** e^x · 2^-k for k the whole number of ln 2 nearest to x. */
function reducedExp(x: number, k: number): number {
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const c = expKernel(r);
  return 1 - (low - (r * c) / (2 - c) - high);
}

/** The exponential where its power of two may not be a normal double, and of what is no number. */
function expFar(x: number): number {
  if (x !== x) return NaN;
  if (x > LARGEST) return Infinity;
  if (x < SMALLEST) return 0;
  const k = multipleOfLn2(x, highWord(x) & 0x7fffffff);
  const y = reducedExp(x, k);
  return k >= -1021 ? lifted(y, k) : y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}

/**
 * e^x − 1 without the loss near 0, the same bits in every engine. Source: fdlibm `s_expm1.c`. Domain: every number; −1 below
 * −38.8, Infinity above 709.78. Error < 1 ulp. Worked: expm1(1e-10) = 1.00000000005e-10.
 */
export function expm1(x: number): number {
  const ix = highWord(x) & 0x7fffffff;
  if (ix >= 0x4043687a) {
    if (x !== x) return NaN;
    if (x > LARGEST) return Infinity;
    if (x < 0) return -1;
  }
  if (ix < 0x3c900000) return x;
  const k = ix <= 0x3fd62e42 ? 0 : multipleOfLn2(x, ix);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const half = 0.5 * r;
  const square = r * half;
  const r1 =
    1 +
    square *
      (-3.33333333333331316428e-2 +
        square *
          (1.58730158725481460165e-3 +
            square * (-7.93650757867487942473e-5 + square * (4.00821782732936239552e-6 + square * -2.01099218183624371326e-7))));
  const t = 3 - r1 * half;
  const e = square * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  const lost = high - r - low;
  const correction = r * (e - lost) - lost - square;
  if (k === -1) return 0.5 * (r - correction) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (correction - (r + 0.5)) : 1 + 2 * (r - correction);
  if (k <= -2 || k > 56) return lifted(1 - (correction - r), k) - 1;
  // The 1 that is taken away is 2^k · 2^-k: subtracted before the scaling, where it costs nothing.
  if (k < 20) return (withHigh(1, 0x3ff00000 - (0x200000 >> k)) - (correction - r)) * powerOfTwo(k);
  return (r - (correction + powerOfTwo(-k)) + 1) * powerOfTwo(k);
}

/**
 * The hyperbolic tangent, the same bits in every engine. Source: fdlibm `s_tanh.c`, through `expm1`. Domain: every number.
 * Error < 2.5 ulp. Worked: tanh(0.5) = 0.46211715726000974.
 */
export function tanh(x: number): number {
  if (x !== x) return NaN;
  const size = Math.abs(x);
  if (size < 3.725290298461914e-9) return x;
  let z = 1;
  if (size < 1) {
    const t = expm1(-2 * size);
    z = -t / (t + 2);
  } else if (size < 22) z = 1 - 2 / (expm1(2 * size) + 2);
  return x < 0 ? -z : z;
}

/**
 * The logistic function 1 / (1 + e^-x), the same bits in every engine; small values keep their digits (no 1 − …). Domain: every
 * number; 0 below −745.13. Error < 2.5 ulp. Worked: sigmoid(2) = 0.8807970779778823.
 */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}
