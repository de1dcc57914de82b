import { seeded, type Random } from "@/lib/engine/random";

const view = new DataView(new ArrayBuffer(8));

/** The double of a sign, an exponent of two in [-1023, 1024] (-1023: subnormal, 1024: infinite or NaN) and random fraction bits. */
function withExponent(random: Random, exponent: number): number {
  view.setUint32(0, (random.chance(0.5) ? 0x80000000 : 0) | ((exponent + 1023) << 20) | random.int(0, 0xfffff));
  view.setUint32(4, random.int(0, 0xffffffff));
  return view.getFloat64(0);
}

/**
 * Seeded arguments, the same in every engine: a third over all finite doubles, a third of everyday size (2^-30 … 2^12), a third
 * round numbers and their neighbours.
 */
export function argumentsOf(seed: string, count: number): number[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    if (i % 3 === 0) return withExponent(random, random.int(-1023, 1023));
    if (i % 3 === 1) return withExponent(random, random.int(-30, 12));
    return random.grid(-64, 64, 0.125) + (random.chance(0.5) ? withExponent(random, random.int(-50, -30)) : 0);
  });
}

/** The places where a function of doubles breaks, if it breaks. */
export const EDGES: readonly number[] = [
  0,
  5e-324,
  2.225073858507201e-308,
  2.2250738585072014e-308,
  2 ** -54,
  2 ** -29,
  2 ** -28,
  2 ** -27,
  0.25,
  0.34657359027997264,
  0.4375,
  0.5,
  0.6931471805599453,
  0.7853981633974483,
  1 - 2 ** -53,
  1,
  1 + 2 ** -52,
  1.0397207708399179,
  1.5,
  1.5707963267948966,
  2,
  3,
  3.141592653589793,
  10,
  22,
  38.816242111356935,
  708.3964185322641,
  709.782712893384,
  745.1332191019411,
  1023,
  1024,
  1074,
  1075,
  1647099.3291652855,
  1647099.3291652858,
  2 ** 31,
  2 ** 32,
  2 ** 53 - 1,
  2 ** 53,
  1e22,
  1e300,
  1.7976931348623157e308,
  Infinity,
].flatMap((x) => [x, -x]);
