/**
 * The project's only source of randomness: sfc32 seeded through a 32-bit string hash (xmur3).
 * Integer arithmetic only, so the same seed gives the same numbers in every browser and in Node.
 * Source: PractRand's sfc32 (C. Doty-Humphrey, public domain); xmur3 after MurmurHash3's finaliser.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits of it. */
  next(): number;
  /** Uniform integer in [low, high], both ends included. */
  int(low: number, high: number): number;
  /** Uniform real in [low, high). */
  between(low: number, high: number): number;
  /** Uniform multiple of `step` in [low, high]: keeps generated instances exact in float32 when step is a power of two. */
  grid(low: number, high: number, step: number): number;
  /** True with probability p. */
  chance(p: number): boolean;
  /** One entry of a non-empty list. */
  pick<T>(list: readonly T[]): T;
  /** A new, shuffled copy (Fisher–Yates). */
  shuffle<T>(list: readonly T[]): T[];
  /**
   * A standard normal number as the sum of twelve uniforms minus six (Irwin–Hall). Only +,- are used: Math.log and
   * Math.cos may differ in the last bit between JavaScript engines, which would break "same seed, same instance".
   */
  normal(): number;
}

/** Hashes text to a 32-bit unsigned integer. */
export function hash32(text: string): number {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  h = Math.imul(h ^ (h >>> 16), 2246822507);
  h = Math.imul(h ^ (h >>> 13), 3266489909);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A seeded generator. @param seed any text or integer; equal seeds give equal sequences. */
export function seeded(seed: string | number): Random {
  const text = String(seed);
  let a = hash32(`${text}/a`);
  let b = hash32(`${text}/b`);
  let c = hash32(`${text}/c`);
  let d = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    between: (low, high) => low + next() * (high - low),
    grid: (low, high, step) => low + step * int(0, Math.floor((high - low) / step)),
    chance: (p) => next() < p,
    pick: (list) => list[int(0, list.length - 1)],
    shuffle: (list) => {
      const out = list.slice();
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(0, i);
        [out[i], out[j]] = [out[j], out[i]];
      }
      return out;
    },
    normal: () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += next();
      return sum;
    },
  };
}
