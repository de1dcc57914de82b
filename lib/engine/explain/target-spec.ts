/** Targets as plain data, so that they can cross a thread and be read by the plain code and by its TF.js twin alike. */
import { classProbability, outputs, type Target } from "./target";

/**
 * What to explain: a class score before softmax; a weighted sum of scores ("why a dog, not a cat?" is +1 dog, −1 cat);
 * a class probability; or Σ weights · output over a whole layer in [channels, height, width] order (one detection: 1 at
 * its cell and channel, 0 elsewhere).
 */
export type TargetSpec =
  | { readonly logit: number }
  | { readonly logits: readonly { readonly index: number; readonly weight: number }[] }
  | { readonly probability: number }
  | { readonly layer: string; readonly weights: ArrayLike<number> };

/** The plain target of a description. Worked number: { logits: [+1 of 0, −1 of 2] } over logits (5, 1, 2) is 3. */
export function targetOf(spec: TargetSpec): Target {
  if ("logit" in spec) return outputs([{ index: spec.logit, weight: 1 }]);
  if ("logits" in spec) return outputs(spec.logits);
  if ("probability" in spec) return classProbability(spec.probability);
  const terms = Array.from(spec.weights, (weight, index) => ({ index, weight }));
  return outputs(terms.filter(({ weight }) => weight !== 0), spec.layer);
}
