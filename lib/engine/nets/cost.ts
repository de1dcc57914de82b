import type { Network } from "./types";

/**
 * Multiplications of one forward pass: k·k·in·out for every cell of a convolution's output, in·out for a dense layer. Padding is
 * counted as if it were multiplied; pooling, activations and additions are not.
 * @example 3×3 convolution, 3 → 16 channels, 56×56 cells: 9·3·16·3136 = 1,354,752
 */
export function multiplications(network: Network): number {
  let sum = 0;
  for (const layer of network.layers) {
    const cells = layer.shape.slice(1).reduce((product, n) => product * n, 1);
    if (layer.type === "conv") sum += layer.kernel ** 2 * layer.inShapes[0][0] * layer.shape[0] * cells;
    if (layer.type === "dense") sum += layer.inShapes[0][0] * layer.shape[0];
  }
  return sum;
}
