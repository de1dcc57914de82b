/** The true minus sign, U+2212: as wide as a plus and read out as a minus. */
const MINUS = "−";

/**
 * A number for the page, alike in Korean and English: thousands in groups, a true minus sign, never "−0".
 * @param digits digits after the point, 0 to 20
 * @example num(-1234.5, 1) → "−1,234.5" · num(-0.001, 2) → "0.00"
 * @throws {RangeError} when the value is not a number, or digits is outside 0–20
 */
export function num(value: number, digits = 0): string {
  if (Number.isNaN(value)) throw new RangeError("value: not a number");
  if (!Number.isInteger(digits) || digits < 0 || digits > 20) throw new RangeError(`digits: ${digits} is outside 0 to 20`);
  if (!Number.isFinite(value)) return value < 0 ? `${MINUS}∞` : "∞";
  const [whole, decimals] = plainFixed(Math.abs(value), digits).split(".");
  const size = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (decimals === undefined ? "" : `.${decimals}`);
  return value < 0 && /[1-9]/.test(size) ? MINUS + size : size;
}

/** `toFixed` turns to exponents from 10²¹ on; a whole number that large is written out. */
const plainFixed = (size: number, digits: number) =>
  size < 1e21 ? size.toFixed(digits) : BigInt(size).toString() + (digits > 0 ? `.${"0".repeat(digits)}` : "");

/** With its sign also when positive: signed(0.25, 2) → "+0.25". Zero has none. */
export function signed(value: number, digits = 0): string {
  const text = num(value, digits);
  return value > 0 && /[1-9∞]/.test(text) ? `+${text}` : text;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A very small or very large number by a power of ten: scientific(6e-8, 1) → "6.0 × 10⁻⁸" · scientific(0, 1) → "0".
 * @param digits digits after the point of the leading number
 */
export function scientific(value: number, digits: number): string {
  if (value === 0) return "0";
  const [lead, power] = value.toExponential(digits).split("e");
  const raised = [...String(Math.abs(Number(power)))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return `${num(Number(lead), digits)} × 10${Number(power) < 0 ? "⁻" : ""}${raised}`;
}

/**
 * The sign before a result: "=" where the numbers as printed give the result as printed, "≈" where their rounding shows.
 * @param ofPrinted what the printed numbers give
 * @param digits digits after the point of the printed result
 * @example equality(0.55 * 3.46, 1.89, 2) → "≈" · equality(0.5 * 3.4, 1.7, 2) → "="
 */
export const equality = (ofPrinted: number, result: number, digits = 0): "=" | "≈" =>
  num(ofPrinted, digits) === num(result, digits) ? "=" : "≈";

/** A ratio as a percentage, without a space in either language: percent(0.857) → "86%". */
export const percent = (ratio: number, digits = 0): string => `${num(ratio * 100, digits)}%`;
