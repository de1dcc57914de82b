/**
 * The classifier's first filters as a grey picture meets them: their three kernels added up, scaled so that the largest weight is 4, and
 * rounded. Filters 4 and 12 are left out: they weigh colours against each other, and hardly anything is left of them in grey. The test
 * works them out of the network anew.
 */
export const OWN_KERNELS: readonly (readonly number[])[] = [
  [0, 0, -1, -2, 4, -2, 0, -1, 1],
  [-1, -1, -2, 1, 3, -4, 2, -1, 2],
  [0, 1, 0, 3, 3, 2, -3, -4, -2],
  [1, 3, -4, 3, 1, -4, 0, 1, -1],
  [1, 3, 2, -2, -4, -2, 2, 0, 0],
  [-3, 1, 0, -4, 3, 2, -2, 3, 0],
  [-3, 0, 4, 0, -3, 2, 0, -1, 0],
  [3, -2, 0, 4, -3, 0, 1, 0, -1],
  [-2, 1, -1, 4, -4, 3, -1, 1, -1],
  [2, -2, 3, -1, -2, 2, -1, -4, 3],
  [1, 4, 1, -2, 0, -1, -2, -1, -1],
  [0, -2, 1, -4, 0, -2, 1, 0, 4],
  [-3, 0, 0, -1, 1, 4, 3, 2, -3],
  [-4, -4, -1, 2, 0, 0, 2, 3, 0],
];
