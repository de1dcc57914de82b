/** Colours of maps with signs: warm speaks for the class, blue against it; the sign is always written or told as well. */
import { heatColour } from "@/lib/ui/heat";

/** Cold end of the scale, from faint to strong. */
const AGAINST = [
  [40, 90, 190],
  [120, 200, 255],
] as const;

/** RGBA of a value −1 … 1 as an overlay: the nearer to 0 the clearer. @param veil over a picture, which has to show through more */
export function signedColour(value: number, veil: boolean): [number, number, number, number] {
  const size = Math.min(1, Math.abs(value));
  const alpha = veil ? 215 * Math.sqrt(Math.sqrt(size) * size) : 240 * Math.sqrt(size);
  if (value >= 0) {
    // The upper part of the heat scale: its lower one is blue, which here means the opposite.
    const [r, g, b] = heatColour(0.45 + 0.55 * size);
    return [r, g, b, alpha];
  }
  const mix = (c: 0 | 1 | 2) => AGAINST[0][c] + (AGAINST[1][c] - AGAINST[0][c]) * size;
  return [mix(0), mix(1), mix(2), alpha];
}

/** A cell's background on a table, from a value's share −1 … 1 of the largest one. */
export function cellColour(share: number): string | undefined {
  if (share === 0) return undefined;
  const percent = Math.round(12 + 42 * Math.min(1, Math.abs(share)));
  return `color-mix(in oklab, var(${share > 0 ? "--box-1" : "--box-0"}) ${percent}%, var(--sheet))`;
}
