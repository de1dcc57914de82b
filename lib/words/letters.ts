/**
 * The name of the i-th of many: A, B, … Z, AA, AB, … as spreadsheets count.
 * @param index 0, 1, 2, …
 * @example letter(0) → "A" · letter(25) → "Z" · letter(26) → "AA"
 * @throws {RangeError} when the index is negative or not whole
 */
export function letter(index: number): string {
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`index: ${index} is not one of 0, 1, 2, …`);
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letter(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
