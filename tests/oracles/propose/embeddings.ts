/** Runs t-SNE and nearest neighbours on their reference files. */
import {
  conditionalAffinities,
  jointAffinities,
  nearestNeighbours,
  perplexities,
  squaredDistances,
  trustworthiness,
  tsne,
  tsneGradient,
  tsneKl,
  type Metric,
} from "@/lib/engine/embed";
import { atMost, compareDiscrete, compareNumbers, merge, under, type Adapter } from "../adapter";
import { flat, matrix, numberOr } from "./read";

/** The library works in single precision here and stops at an entropy error of 1e-5. */
const AFFINITY = { abs: 1e-4, rel: 0 };
const KL = { abs: 0, rel: 1e-3 };
const PERPLEXITY = { abs: 1e-2, rel: 0 };

export const affinities: Adapter = ({ input, params, expected }) => {
  const x = matrix(input.x);
  const n = x.shape[0];
  const { p } = conditionalAffinities(squaredDistances(x), n, numberOr(params.perplexity, 30));
  const joint = jointAffinities(p, n);
  const results = [
    under("conditionalP", compareNumbers({ shape: [n, n], data: p }, expected.conditionalP, AFFINITY)),
    under("jointP", compareNumbers({ shape: [n, n], data: joint }, expected.jointP, AFFINITY)),
  ];
  if (expected.perplexityPerRow !== undefined) {
    results.push(under("perplexityPerRow", compareNumbers(perplexities(p, n), expected.perplexityPerRow, PERPLEXITY)));
  }
  if (input.y !== undefined) {
    const y = matrix(input.y);
    results.push(
      under("klAtY", compareNumbers(tsneKl(joint, y), expected.klAtY, KL)),
      under("gradientAtY", compareNumbers(tsneGradient(joint, y), flat(expected.gradientAtY), AFFINITY)),
    );
  }
  return merge(...results);
};

export const embedding: Adapter = ({ input, params, expected }) => {
  const x = matrix(input.x);
  const init = input.init === undefined ? undefined : matrix(input.init);
  const found = tsne(x, {
    init,
    perplexity: numberOr(params.perplexity, 30),
    iterations: numberOr(params.iterations, 1000),
    learningRate: numberOr(params.learningRate, "auto" as const),
    earlyExaggeration: numberOr(params.earlyExaggeration, 12),
    method: "exact",
    snapshotEvery: 0,
  });
  const reached = [numberOr(expected.finalKl, 0), ...flat(expected.finalKlOtherInits ?? [])];
  const results = [
    atMost("KL", found.kl, 1.1 * Math.max(...reached) + 0.02),
    atMost(
      "shortfall of trustworthiness",
      numberOr(expected.trustworthiness5, 0) - trustworthiness(x, { shape: found.shape, data: found.embedding }, 5),
      0.03,
    ),
  ];
  if (init !== undefined && expected.trustworthiness5OfInit !== undefined) {
    results.push(under("trustworthiness5OfInit", compareNumbers(trustworthiness(x, init, 5), expected.trustworthiness5OfInit)));
  }
  return merge(...results);
};

export const neighbours: Adapter = ({ input, params, expected }) => {
  const found = nearestNeighbours(matrix(input.x), matrix(input.queries), numberOr(params.k, 1), (params.metric ?? "euclidean") as Metric);
  const distances = under("distances", compareNumbers(found.distances, flat(expected.distances)));
  // Ties: the library's order is not stated.
  return expected.indices === null ? distances : merge(distances, under("indices", compareDiscrete(found.indices, flat(expected.indices))));
};
