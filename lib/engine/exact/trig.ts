// Follows fdlibm's k_sin.c, k_cos.c, s_atan.c and e_atan2.c:
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc. business.
// Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
import { highWord } from "./bits";
import { reduced } from "./reduce";

/** sin(x + y) on |x| ≤ π/4, y the tail of x (Remez, error < 2^-58). */
function sineKernel(x: number, y: number): number {
  const z = x * x;
  const v = z * x;
  const r =
    8.33333333332248946124e-3 +
    z * (-1.98412698298579493134e-4 + z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return y === 0 ? x + v * (-1.66666666666666324348e-1 + z * r) : x - (z * (0.5 * y - v * r) - y - v * -1.66666666666666324348e-1);
}

/** cos(x + y) on |x| ≤ π/4, y the tail of x (Remez, error < 2^-58). */
function cosineKernel(x: number, y: number): number {
  const z = x * x;
  const w = z * z;
  const r =
    z * (4.16666666666666019037e-2 + z * (-1.38888888888741095749e-3 + z * 2.48015872894767294178e-5)) +
    w * w * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11));
  const half = 0.5 * z;
  const main = 1 - half;
  return main + (1 - main - half + (z * r - x * y));
}

/** The upper word of π/4, to where the kernels reach. */
const QUARTER_PI_HIGH = 0x3fe921fb;

/**
 * The sine, the same bits in every engine. Source: fdlibm `s_sin.c`; the reduction by π/2 keeps 2^-106 for every double, however
 * large. Domain: NaN at ±Infinity. Error < 1 ulp. Worked: sin(1) = 0.8414709848078965, sin(1e22) = −0.8522008497671888.
 */
export function sin(x: number): number {
  const ix = highWord(x) & 0x7fffffff;
  if (ix <= QUARTER_PI_HIGH) return ix < 0x3e500000 ? x : sineKernel(x, 0);
  if (ix >= 0x7ff00000) return NaN;
  const { quadrant, high, low } = reduced(x);
  const value = quadrant % 2 === 0 ? sineKernel(high, low) : cosineKernel(high, low);
  return quadrant < 2 ? value : -value;
}

/**
 * The cosine, the same bits in every engine. Source and domain as `sin`. Error < 1 ulp. Worked: cos(1) = 0.5403023058681398,
 * cos(1e22) = 0.523214785395139.
 */
export function cos(x: number): number {
  const ix = highWord(x) & 0x7fffffff;
  if (ix <= QUARTER_PI_HIGH) return cosineKernel(x, 0);
  if (ix >= 0x7ff00000) return NaN;
  const { quadrant, high, low } = reduced(x);
  const value = quadrant % 2 === 0 ? cosineKernel(high, low) : sineKernel(high, low);
  return quadrant === 0 || quadrant === 3 ? value : -value;
}

/** atan ½, atan 1, atan 1½ and π/2, each with its tail. */
const ATAN_HALF = [4.63647609000806093515e-1, 2.26987774529616870924e-17] as const;
const ATAN_1 = [7.85398163397448278999e-1, 3.06161699786838301793e-17] as const;
const ATAN_3_2 = [9.82793723247329054082e-1, 1.39033110312309984516e-17] as const;
const HALF_PI = [1.570796326794896558, 6.12323399573676603587e-17] as const;

/** x·(1 − atan(x)/x) on |x| ≤ 7/16. */
function arcKernel(x: number): number {
  const z = x * x;
  const w = z * z;
  const odd =
    z *
    (3.33333333333329318027e-1 +
      w *
        (1.42857142725034663711e-1 +
          w *
            (9.09088713343650656196e-2 +
              w * (6.66107313738753120669e-2 + w * (4.97687799461593236017e-2 + w * 1.62858201153657823623e-2)))));
  const even =
    w *
    (-1.99999999998764832476e-1 +
      w *
        (-1.1111110405462355788e-1 + w * (-7.69187620504482999495e-2 + w * (-5.83357013379057348645e-2 + w * -3.6531572744216915527e-2))));
  return x * (odd + even);
}

/** |x| moved to within 7/16 of 0 by one of four known angles. */
function nearest(size: number): { readonly angle: readonly [number, number]; readonly x: number } {
  if (size < 0.6875) return { angle: ATAN_HALF, x: (2 * size - 1) / (2 + size) };
  if (size < 1.1875) return { angle: ATAN_1, x: (size - 1) / (size + 1) };
  if (size < 2.4375) return { angle: ATAN_3_2, x: (size - 1.5) / (1 + 1.5 * size) };
  return { angle: HALF_PI, x: -1 / size };
}

/**
 * The angle whose tangent is x, in (−π/2, π/2), the same bits in every engine. Source: fdlibm `s_atan.c`. Domain: every number.
 * Error < 1 ulp. Worked: atan(1) = 0.7853981633974483.
 */
export function atan(x: number): number {
  if (x !== x) return NaN;
  const size = Math.abs(x);
  if (size >= 73786976294838206464) return x > 0 ? HALF_PI[0] + HALF_PI[1] : -HALF_PI[0] - HALF_PI[1];
  if (size < 0.4375) return size < 7.450580596923828e-9 ? x : x - arcKernel(x);
  const { angle, x: t } = nearest(size);
  const z = angle[0] - (arcKernel(t) - angle[1] - t);
  return x < 0 ? -z : z;
}

/** π and what it leaves. */
const PI = 3.141592653589793116;
const PI_LOW = 1.2246467991473531772e-16;

/**
 * The angle of the point (x, y) in [−π, π], the same bits in every engine. Source: fdlibm `e_atan2.c`; the sign of a zero counts
 * as in JavaScript. Error < 1.5 ulp. Worked: atan2(1, -1) = 2.356194490192345.
 */
export function atan2(y: number, x: number): number {
  if (x !== x || y !== y) return NaN;
  if (x === 1) return atan(y);
  const left = highWord(x) < 0;
  const signed = (angle: number) => (highWord(y) < 0 ? -angle : angle);
  if (y === 0) return signed(left ? PI : 0);
  if (x === 0) return signed(PI / 2);
  if (x === Infinity || x === -Infinity) {
    if (y === Infinity || y === -Infinity) return signed((left ? 3 * PI : PI) / 4);
    return signed(left ? PI : 0);
  }
  if (y === Infinity || y === -Infinity) return signed(PI / 2);
  const gap = ((highWord(y) & 0x7fffffff) - (highWord(x) & 0x7fffffff)) >> 20;
  if (gap > 60) return signed(HALF_PI[0] + 0.5 * PI_LOW);
  const z = left && gap < -60 ? 0 : atan(Math.abs(y / x));
  return signed(left ? PI - (z - PI_LOW) : z);
}
