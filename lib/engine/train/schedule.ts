import { EngineInputError } from "../errors";

/**
 * Learning rate as a share of its peak: linear from 0 over the warm-up, then half a cosine down to 0.
 * Source: SGDR (arXiv:1608.03983) eq. 5 with one cycle.
 * @param step 0 … steps − 1  @param warmup share of all steps, default 0.05
 * @example warmUpCosine(49, 1000) → 1; warmUpCosine(525, 1000) → 0.5 (half way between 50 and 1000)
 */
export function warmUpCosine(step: number, steps: number, warmup = 0.05): number {
  if (!Number.isInteger(steps) || steps < 1) throw new EngineInputError("steps", "must be a positive integer", steps);
  const first = Math.max(1, Math.round(steps * warmup));
  if (step < first) return (step + 1) / first;
  return 0.5 * (1 + Math.cos((Math.PI * (step - first)) / Math.max(1, steps - first)));
}
