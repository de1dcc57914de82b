/** Half-precision numbers (IEEE 754 binary16), the form in which weights are stored. */
import { EngineInputError } from "../../errors";

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/**
 * The 16 bits nearest to a number; ties go to the even one.
 * @example toHalf(1) → 0x3c00; toHalf(0.1) → 0x2e66; toHalf(65504) → 0x7bff
 * @throws EngineInputError for a number that is not finite or beyond 65504
 */
export function toHalf(value: number): number {
  if (!(Math.abs(value) < 65520)) throw new EngineInputError("value", "must fit a half-precision number", value);
  float[0] = value;
  const x = bits[0];
  const sign = (x >>> 16) & 0x8000;
  const exponent = ((x >>> 23) & 255) - 112;
  const fraction = x & 0x7fffff;
  if (exponent >= 1) {
    const whole = (exponent << 10) | (fraction >>> 13);
    const rest = fraction & 0x1fff;
    return sign | (whole + (rest > 0x1000 || (rest === 0x1000 && (whole & 1) === 1) ? 1 : 0));
  }
  if (exponent < -10) return sign;
  const shift = 14 - exponent;
  const full = fraction | 0x800000;
  const whole = full >>> shift;
  const rest = full & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  return sign | (whole + (rest > half || (rest === half && (whole & 1) === 1) ? 1 : 0));
}

/**
 * The number that 16 bits stand for; infinities and NaN included.
 * @example fromHalf(0x3c00) → 1; fromHalf(0x0001) → 2⁻²⁴
 */
export function fromHalf(half: number): number {
  const exponent = (half >>> 10) & 31;
  const fraction = half & 1023;
  const sign = half & 0x8000 ? -1 : 1;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
