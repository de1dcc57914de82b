/**
 * A double as its two 32-bit words (IEEE 754 binary64): sign, 11 bits of exponent and 20 of fraction above, 32 of fraction
 * below. Taking a number apart and putting it together is exact, so it is the same in every engine.
 */
const number = new Float64Array(1);
const words = new Int32Array(number.buffer);
number[0] = 1;
/** 1 is 0x3ff00000 above and 0 below: where the upper word lies tells the machine's byte order. */
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;
const LOW = 1 - HIGH;

/** The upper word as a signed integer: negative exactly when the number's sign bit is set. */
export function highWord(x: number): number {
  number[0] = x;
  return words[HIGH];
}

/** The lower word as a signed integer. */
export function lowWord(x: number): number {
  number[0] = x;
  return words[LOW];
}

/** The double of two words. */
export function fromWords(high: number, low: number): number {
  words[HIGH] = high;
  words[LOW] = low;
  return number[0];
}

/** The number with another upper word. */
export function withHigh(x: number, high: number): number {
  number[0] = x;
  words[HIGH] = high;
  return number[0];
}

/** The number with its lower 32 bits of fraction cleared, so that products with another such number are exact or nearly so. */
export function upperHalf(x: number): number {
  number[0] = x;
  words[LOW] = 0;
  return number[0];
}

const SMALLEST_POWER = -1022;
const POWERS = Float64Array.from({ length: 2046 }, (_, i) => fromWords((i + 1) << 20, 0));

/** 2^k for a whole k in [-1022, 1023], exactly; looked up, since a number written as words and read back waits for memory. */
export function powerOfTwo(k: number): number {
  return POWERS[k - SMALLEST_POWER];
}

/** x · 2^k for x in [½, 2) and a whole k in [-1076, 1024], rounded once, also where the result is subnormal. */
export function scaled(x: number, k: number): number {
  if (k > 1023) return x * 2 * powerOfTwo(k - 1);
  // Down in two steps: the first leaves the number normal, so that only the second rounds.
  return k < -1022 ? x * powerOfTwo(k + 54) * powerOfTwo(-54) : x * powerOfTwo(k);
}
