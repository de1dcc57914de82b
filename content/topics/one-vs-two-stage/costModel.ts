import type { BankModel } from "./raceModels";

/** Stops of the proposals' slider: 10 to about 2,000 in equal ratios. */
export const STEPS = 23;

/** The number of proposals at a stop, rounded to two figures. @example 0 → 10, 23 → 2000 */
export function proposalsAt(step: number): number {
  const exact = 10 * 200 ** (step / STEPS);
  const unit = 10 ** (Math.floor(Math.log10(exact) + 1e-9) - 1);
  return Math.round(exact / unit) * unit;
}

/** Million multiplications for one picture: fixed + each · proposals. */
export const costAt = ({ fixed, each }: Pick<BankModel, "fixed" | "each">, proposals: number): number => fixed + each * proposals;
