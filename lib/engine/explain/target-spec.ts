/** Targets as plain data, so that they can cross a thread and be read by the plain code and by its TF.js twin alike. */
import { classProbability, outputs, type Target } from "./target";

/**
 * What to explain: a class score before softmax; a weighted sum of scores ("why a dog, not a cat?" is +1 dog, −1 cat);
 * a class probability; or Σ weights · output over a whole layer in [channels, height, width] order (one detection: 1 at
 * its cell and channel, 0 elsewhere), or over several (a box side that follows from centre and size, each its own layer).
 */
export type TargetSpec =
  | { readonly logit: number }
  | { readonly logits: readonly { readonly index: number; readonly weight: number }[] }
  | { readonly probability: number }
  | { readonly layer: string; readonly weights: ArrayLike<number> }
  | { readonly layers: Readonly<Record<string, ArrayLike<number>>> };

/** The plain target of a description. Worked number: { logits: [+1 of 0, −1 of 2] } over logits (5, 1, 2) is 3. */
export function targetOf(spec: TargetSpec): Target {
  if ("logit" in spec) return outputs([{ index: spec.logit, weight: 1 }]);
  if ("logits" in spec) return outputs(spec.logits);
  if ("probability" in spec) return classProbability(spec.probability);
  if ("layers" in spec) return together(Object.entries(spec.layers).map(([layer, weights]) => weighted(layer, weights)));
  return weighted(spec.layer, spec.weights);
}

function weighted(layer: string, weights: ArrayLike<number>): Target {
  const terms = Array.from(weights, (weight, index) => ({ index, weight }));
  return outputs(
    terms.filter(({ weight }) => weight !== 0),
    layer,
  );
}

/** The sum of targets that read different layers. */
function together(targets: readonly Target[]): Target {
  return (pass) =>
    targets.map((target) => target(pass)).reduce((a, b) => ({ value: a.value + b.value, seeds: { ...a.seeds, ...b.seeds } }));
}
