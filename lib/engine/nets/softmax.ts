import { exp } from "../exact";

/** p_c = exp(z_c − max) / Σ exp(z − max). Worked number: logits 0, ln 3 → 0.25, 0.75. */
export function softmax(logits: ArrayLike<number>): Float64Array {
  let top = -Infinity;
  for (let i = 0; i < logits.length; i++) top = Math.max(top, logits[i]);
  const out = Float64Array.from(logits, (z) => exp(z - top));
  const sum = out.reduce((a, b) => a + b, 0);
  return out.map((e) => e / sum);
}
