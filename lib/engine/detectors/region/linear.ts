import { EngineInputError } from "../../errors";
import type { Tensor } from "../../nets";

/**
 * Feature rows times weight rows plus bias: [n, k]. Here for support vector machines and box regressions on stored features.
 * @param x [n, d]  @param weight [k, d]  @param bias [k]
 * @throws EngineInputError when the shapes do not fit
 * @example linearRows([1, 2], 1, { shape: [1, 2], data: [3, 4] }, { shape: [1], data: [5] }) → [16]
 */
export function linearRows(x: ArrayLike<number>, n: number, weight: Tensor, bias: Tensor): Float64Array {
  const [k, d] = weight.shape;
  if (x.length !== n * d || bias.data.length !== k)
    throw new EngineInputError("x", `must have shape [${n}, ${d}] and the bias [${k}]`, `${x.length} and ${bias.data.length} numbers`);
  const out = new Float64Array(n * k);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) {
      let sum = bias.data[j];
      for (let a = 0, w = j * d, f = i * d; a < d; a++) sum += weight.data[w + a] * x[f + a];
      out[i * k + j] = sum;
    }
  }
  return out;
}

/** Logistic of a · s + b, class by class. @param scores [n, k]  @param platt [k, 2] */
export function probabilities(scores: ArrayLike<number>, platt: Tensor): Float64Array {
  const [k] = platt.shape;
  return Float64Array.from(scores, (s, i) => 1 / (1 + Math.exp(-(platt.data[2 * (i % k)] * s + platt.data[2 * (i % k) + 1]))));
}

/** A stored tensor by name, its shape checked. @throws EngineInputError when it is missing or of another shape */
export function storedTensor(tensors: Readonly<Record<string, Tensor>>, name: string, shape: readonly number[]): Tensor {
  const tensor = tensors[name];
  if (!tensor || String(tensor.shape) !== String(shape))
    throw new EngineInputError(
      `tensors.${name}`,
      `must have shape [${shape.join(", ")}]`,
      tensor ? `shape [${tensor.shape.join(", ")}]` : "nothing",
    );
  return tensor;
}
