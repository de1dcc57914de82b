import type { Loss } from "./simulationModel";
import { num, scientific } from "@/lib/words";

/** Below this a number is written with a power of ten. */
const SMALL = 1e-4;

/** A positive number with three figures that count: fine(1005.03) → "1,005" · fine(0.072571) → "0.0726" · fine(7.5e-7) → "7.50 × 10⁻⁷". */
export function fine(value: number): string {
  if (value === 0) return "0";
  if (value < SMALL) return scientific(value, 2);
  return num(value, Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(value)))));
}

/** A loss by its knobs: γ, and α where it is on. */
export const knobsSaid = ({ gamma, alpha }: Loss): string => `γ ${num(gamma, 1)}${alpha < 0 ? "" : `, α ${num(alpha, 2)}`}`;
