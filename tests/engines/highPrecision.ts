// Elementary functions to more than 300 bits, in whole numbers: what lib/engine/exact is measured against. Slow, plain, and
// independent of it: Taylor series and exact reductions, no table and no approximation of its own.

/** m · 2^e. */
export interface Big {
  readonly m: bigint;
  readonly e: number;
}

/** Bits kept by a division or a trim, and bits after the point of the series. */
const PRECISION = 640;
const POINT = 512;
/** Under this size an odd function is its argument, and e^x is 1 + x, to 400 bits. */
const TINY = 2 ** -200;

const abs = (x: bigint) => (x < 0n ? -x : x);
const lengthOf = (x: bigint) => abs(x).toString(2).length;
const shift = (x: bigint, by: number) => (by >= 0 ? x << BigInt(by) : x >> BigInt(-by));

/** A finite double, exactly. */
export function big(x: number): Big {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0 ? fraction : fraction | (1n << 52n);
  return { m: bits >> 63n ? -size : size, e: Math.max(exponent, 1) - 1075 };
}

function trim({ m, e }: Big): Big {
  const extra = lengthOf(m) - PRECISION;
  return extra > 0 ? { m: m >> BigInt(extra), e: e + extra } : { m, e };
}

const negated = ({ m, e }: Big): Big => ({ m: -m, e });
const times = (a: Big, b: Big): Big => trim({ m: a.m * b.m, e: a.e + b.e });
function plus(a: Big, b: Big): Big {
  const e = Math.min(a.e, b.e);
  return trim({ m: (a.m << BigInt(a.e - e)) + (b.m << BigInt(b.e - e)), e });
}
function over(a: Big, b: Big): Big {
  const up = Math.max(0, PRECISION + lengthOf(b.m) - lengthOf(a.m));
  return { m: (a.m << BigInt(up)) / b.m, e: a.e - b.e - up };
}
/** x with `point` bits after the point. */
const fixed = ({ m, e }: Big, point = POINT): bigint => shift(m, e + point);
const fromFixed = (m: bigint, point = POINT): Big => ({ m, e: -point });

const ONE: Big = { m: 1n, e: 0 };
const TWO: Big = { m: 2n, e: 0 };

/** arctan(1/n) or, with a sign of +1, artanh(1/n), with `point` bits. */
function arcOfInverse(n: bigint, point: number, sign: 1n | -1n): bigint {
  let term = (1n << BigInt(point)) / n;
  let sum = term;
  for (let k = 3n, s = sign; term !== 0n; k += 2n, s *= sign) {
    term /= n * n;
    sum += (s * term) / k;
  }
  return sum;
}

/** Enough of π to reduce the largest double. */
const PI_POINT = 2048;
/** Machin 1706. */
const PI = 4n * (4n * arcOfInverse(5n, PI_POINT, -1n) - arcOfInverse(239n, PI_POINT, -1n));
/** ln 2 = 2 artanh(1/3). */
const LN2 = 2n * arcOfInverse(3n, PI_POINT, 1n);

/** Σ over n ≡ first (mod step) of x^n / n!, the sign turning every term where `alternating`. */
function taylor(x: bigint, first: 0 | 1, step: 1 | 2, alternating: boolean): bigint {
  let term = first === 0 ? 1n << BigInt(POINT) : x;
  let sum = term;
  for (let n = first; term !== 0n; n += step) {
    for (let i = 1; i <= step; i++) term = (term * x) / (BigInt(n + i) << BigInt(POINT));
    if (alternating) term = -term;
    sum += term;
  }
  return sum;
}

/** e^x of any Big up to 2^20. */
export function bigExp(x: Big): Big {
  const exact = fixed(x, PI_POINT);
  const k = (2n * exact + LN2) / (2n * LN2) - (2n * exact + LN2 < 0n ? 1n : 0n);
  const r = (exact - k * LN2) >> BigInt(PI_POINT - POINT);
  return { m: taylor(r, 0, 1, false), e: Number(k) - POINT };
}

export function bigExpm1(x: number): Big {
  return Math.abs(x) < TINY ? big(x) : plus(bigExp(big(x)), negated(ONE));
}

/** The natural logarithm of a positive Big, through artanh. */
export function bigLog(x: Big): Big {
  const bits = lengthOf(x.m);
  // x = 2^lift · y with y in (¾, 1½]: a logarithm near 0 comes from the series alone and keeps its digits.
  const lift = 4n * x.m > 3n << BigInt(bits) ? bits + x.e : bits + x.e - 1;
  const y = { m: x.m, e: x.e - lift };
  const z = fixed(over(plus(y, negated(ONE)), plus(y, ONE)));
  const square = (z * z) >> BigInt(POINT);
  let [term, sum] = [z, 0n];
  for (let n = 1n; term !== 0n && term !== -1n; n += 2n) {
    sum += term / n;
    term = (term * square) >> BigInt(POINT);
  }
  return plus(fromFixed(2n * sum), { m: BigInt(lift) * LN2, e: -PI_POINT });
}

export const bigLog2 = (x: number): Big => over(bigLog(big(x)), { m: LN2, e: -PI_POINT });
export const bigLog1p = (x: number): Big => (Math.abs(x) < TINY ? big(x) : bigLog(plus(big(x), ONE)));
export const bigPow = (x: number, y: number): Big => bigExp(times(big(y), bigLog(big(x))));
export function bigTanh(x: number): Big {
  const e = bigExpm1(2 * x);
  return over(e, plus(e, TWO));
}
export function bigSigmoid(x: number): Big {
  return over(ONE, plus(ONE, bigExp(negated(big(x)))));
}

/** Sine and cosine together. */
function turned(x: number): { readonly sin: Big; readonly cos: Big } {
  if (Math.abs(x) < TINY) return { sin: big(x), cos: ONE };
  const exact = fixed(big(x), PI_POINT);
  const n = (4n * exact + PI) / (2n * PI) - (4n * exact + PI < 0n ? 1n : 0n);
  const r = (2n * exact - n * PI) >> BigInt(PI_POINT - POINT + 1);
  const [s, c] = [fromFixed(taylor(r, 1, 2, true)), fromFixed(taylor(r, 0, 2, true))];
  switch (Number(((n % 4n) + 4n) % 4n)) {
    case 0:
      return { sin: s, cos: c };
    case 1:
      return { sin: c, cos: negated(s) };
    case 2:
      return { sin: negated(s), cos: negated(c) };
    default:
      return { sin: negated(c), cos: s };
  }
}
export const bigSin = (x: number): Big => turned(x).sin;
export const bigCos = (x: number): Big => turned(x).cos;

/**
 * The angle of (x, y), from one that is right to about 2^-40: the rest d has tan d = (y cos − x sin) / (x cos + y sin), and three
 * terms of its arctangent are enough. An angle that is further off throws.
 */
export function bigAtan2(y: number, x: number, near: number): Big {
  const { sin, cos } = turned(near);
  const [bx, by] = [big(x), big(y)];
  const across = plus(times(by, cos), negated(times(bx, sin)));
  if (across.m === 0n) return big(near);
  const d = over(across, plus(times(bx, cos), times(by, sin)));
  if (lengthOf(d.m) + d.e > -40) throw new Error(`atan2(${y}, ${x}) is not near ${near}`);
  const square = times(d, d);
  const third = over(times(d, square), { m: -3n, e: 0 });
  const fifth = over(times(times(d, square), square), { m: 5n, e: 0 });
  return plus(plus(big(near), d), plus(third, fifth));
}

/** How far a double is from the truth, in units of the last place that a double of the truth's size has. */
export function ulpsOff(result: number, truth: Big): number {
  const unit = Math.max(lengthOf(truth.m) + truth.e - 53, -1074);
  const off = plus(big(result), negated(truth));
  return Math.abs(Number(shift(off.m, off.e - unit + 30)) / 2 ** 30);
}

/** ⌊2/π · 2^bits⌋ and ⌊π/2 · 2^bits⌋, as the argument reduction keeps them. */
export const twoOverPi = (bits: number): bigint => shift(2n, PI_POINT + bits) / PI;
export const halfPi = (bits: number): bigint => shift(PI, bits - PI_POINT - 1);
