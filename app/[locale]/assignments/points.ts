import { num } from "@/lib/words";

/** Points as they are shown: whole, or with one decimal where they are not. */
export function pointsText(points: number): string {
  const shown = Math.round(points * 10) / 10;
  return num(shown, Number.isInteger(shown) ? 0 : 1);
}
