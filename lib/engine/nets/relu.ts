import { requireLength } from "../errors";
import type { ReluRule } from "./types";

/**
 * One ReLU on the way back. Worked numbers: signal (−2, 3, −1, 4) at forward inputs (1, 2, −3, −4):
 * gradient (−2, 3, 0, 0), deconvnet (0, 3, 0, 4), guided (0, 3, 0, 0).
 */
export function reluBack(signal: ArrayLike<number>, x: ArrayLike<number>, rule: ReluRule): Float64Array {
  requireLength("x", x, signal.length);
  const out = new Float64Array(signal.length);
  const needInput = rule !== "deconvnet";
  const needSignal = rule !== "gradient";
  for (let i = 0; i < out.length; i++) {
    const s = signal[i];
    if ((!needInput || x[i] > 0) && (!needSignal || s > 0)) out[i] = s;
  }
  return out;
}
