import { requireLength } from "../../errors";

/**
 * Softmax over each row, then the foreground classes alone.
 * @param logits [n, classes]  @param background the column of "no object": the first or the last  @returns [n, classes − 1]
 * @example one row (0, 0, 0), background 0 → (1/3, 1/3)
 */
export function foregroundScores(logits: ArrayLike<number>, classes: number, background: number): Float64Array {
  requireLength("logits", { length: logits.length % classes }, 0);
  const out = new Float64Array((logits.length / classes) * (classes - 1));
  for (let row = 0, o = 0; row < logits.length; row += classes) {
    let top = -Infinity;
    for (let c = 0; c < classes; c++) top = Math.max(top, logits[row + c]);
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += Math.exp(logits[row + c] - top);
    for (let c = 0; c < classes; c++) if (c !== background) out[o++] = Math.exp(logits[row + c] - top) / sum;
  }
  return out;
}
