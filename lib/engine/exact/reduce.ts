// The middle range follows fdlibm's e_rem_pio2.c:
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc. business.
// Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
import { highWord, lowWord, powerOfTwo } from "./bits";

const INVERSE_HALF_PI = 6.36619772367581382433e-1;
/** π/2 in pieces of 33 bits, each with what is left after it. */
const PIECES = [
  [1.57079632673412561417, 6.07710050650619224932e-11],
  [6.0771005063039659766e-11, 2.02226624879595063154e-21],
  [2.0222662487111664558e-21, 8.47842766036889956997e-32],
] as const;

/** 2^20 · π/2: up to here the pieces' products with the quotient are exact. */
const FAR = 1647099.3291652855;

/** The first bits of 2/π after the point: enough for the largest double (2^1024), its 53 bits and the nearest it comes to a multiple of π/2. */
export const FRACTION_BITS = 1216n;
export const TWO_OVER_PI = BigInt(
  "0x" +
    "a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1d" +
    "eb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b" +
    "5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b" +
    "6bab",
);
/** π/2 with 192 bits after the point. */
export const HALF_PI_BITS = 192n;
export const HALF_PI = 0x1921fb54442d18469898cc51701b839a252049c1114cf98e8n;
/** How many bits after the point of the quotient's fraction are carried on: relative to the smallest one still 2^-106. */
const KEPT = 170n;

/** x = n · π/2 + (high + low) with |high + low| ≤ π/4; of n only the last two bits matter. */
export interface Reduced {
  readonly quadrant: 0 | 1 | 2 | 3;
  readonly high: number;
  readonly low: number;
}

const QUADRANTS = [0, 1, 2, 3] as const;

/** For π/4 < |x| ≤ 2^20 · π/2 (Cody and Waite): n · π/2 is taken away piece by piece until enough bits are left. */
function near(x: number): Reduced {
  const size = Math.abs(x);
  const n = Math.floor(size * INVERSE_HALF_PI + 0.5);
  const exponent = highWord(size) >> 20;
  let r = size - n * PIECES[0][0];
  let w = n * PIECES[0][1];
  let high = r - w;
  for (const [round, lost] of [
    [1, 16],
    [2, 49],
  ] as const) {
    if (exponent - ((highWord(high) >> 20) & 0x7ff) <= lost) break;
    const before = r;
    const piece = n * PIECES[round][0];
    r = before - piece;
    w = n * PIECES[round][1] - (before - r - piece);
    high = r - w;
  }
  const low = r - high - w;
  return x < 0 ? { quadrant: QUADRANTS[-n & 3], high: -high, low: -low } : { quadrant: QUADRANTS[n & 3], high, low };
}

/** For larger |x| (Payne and Hanek): the fraction of x · 2/π in whole numbers, without any rounding. */
function far(x: number): Reduced {
  const size = Math.abs(x);
  const top = highWord(size);
  const mantissa = (BigInt((top & 0xfffff) | 0x100000) << 32n) | BigInt(lowWord(size) >>> 0);
  // size = mantissa · 2^exponent, and here exponent ≥ −32.
  const exponent = BigInt((top >> 20) - 0x3ff - 52);
  const point = FRACTION_BITS - exponent;
  const quotient = mantissa * TWO_OVER_PI;
  const n = (quotient + (1n << (point - 1n))) >> point;
  const fraction = (quotient - (n << point)) >> (point - KEPT);
  const rest = fraction * HALF_PI;
  // Both conversions round to nearest; the second takes what the first has left.
  const upper = Number(rest);
  const lower = Number(rest - BigInt(upper));
  const unit = powerOfTwo(-Number(KEPT + HALF_PI_BITS));
  const quadrant = QUADRANTS[Number(n & 3n)];
  return x < 0
    ? { quadrant: QUADRANTS[-quadrant & 3], high: -upper * unit, low: -lower * unit }
    : { quadrant, high: upper * unit, low: lower * unit };
}

/** The argument reduction of sine and cosine for any finite |x| > π/4, exact to about 2^-106 of the result. */
export function reduced(x: number): Reduced {
  return Math.abs(x) <= FAR ? near(x) : far(x);
}
