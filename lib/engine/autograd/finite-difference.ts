import { EngineInputError, requireLength } from "../errors";

/**
 * The slope of a function of n numbers along each of them, by central differences: (f(x + h eᵢ) − f(x − h eᵢ)) / 2h, error O(h²).
 * @param f is handed an array it may read but not keep  @param step h, scaled by max(1, |xᵢ|)
 * @example f(x) = x₀², x = 3: 6
 * @throws EngineInputError when step is not above 0 or f gives no finite number
 */
export function centralDifferences(f: (x: Float64Array) => number, x: ArrayLike<number>, step = 1e-5): Float64Array {
  if (!(step > 0 && step < Infinity)) throw new EngineInputError("step", "must be a finite number above 0", step);
  const at = Float64Array.from(x);
  const out = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) {
    const centre = at[i];
    const high = centre + step * Math.max(1, Math.abs(centre));
    const low = centre - step * Math.max(1, Math.abs(centre));
    at[i] = high;
    const above = f(at);
    at[i] = low;
    const below = f(at);
    at[i] = centre;
    out[i] = (above - below) / (high - low); // the steps really taken, after rounding
    if (!Number.isFinite(out[i])) throw new EngineInputError("f", `must be finite around x[${i}]`, out[i]);
  }
  return out;
}

export interface GradientCheck {
  /** Central differences, [n]. */
  numeric: Float64Array;
  /** Worst |analytic − numeric|, and where. */
  absolute: number;
  index: number;
  /** Worst |analytic − numeric| / max(1, |analytic|, |numeric|). */
  relative: number;
}

/**
 * Compares a gradient with central differences. At a kink (ReLU at 0, a tied maximum) the two differ rightly.
 * @example f(x) = x₀², x = 3, analytic 6: absolute below 1e-9
 * @throws EngineInputError when lengths disagree
 */
export function checkGradient(
  f: (x: Float64Array) => number,
  x: ArrayLike<number>,
  analytic: ArrayLike<number>,
  step = 1e-5,
): GradientCheck {
  requireLength("analytic", analytic, x.length);
  const numeric = centralDifferences(f, x, step);
  const out: GradientCheck = { numeric, absolute: 0, relative: 0, index: -1 };
  for (let i = 0; i < numeric.length; i++) {
    const absolute = Math.abs(analytic[i] - numeric[i]);
    // NaN is worse than any number, and stays the worst.
    if (!Number.isNaN(out.absolute) && !(absolute <= out.absolute)) {
      out.absolute = absolute;
      out.index = i;
    }
    const relative = absolute / Math.max(1, Math.abs(analytic[i]), Math.abs(numeric[i]));
    if (!Number.isNaN(out.relative) && !(relative <= out.relative)) out.relative = relative;
  }
  return out;
}
