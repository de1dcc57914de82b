import type { Level } from "@/lib/challenges/contract";

/** The level that a stored number means: whole, 1 to 5. */
export const levelOf = (value: number): Level => Math.min(5, Math.max(1, Math.round(value))) as Level;
