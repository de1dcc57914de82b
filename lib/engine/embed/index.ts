export { symmetricEigen, type SymmetricEigen } from "./eigen";
export { pca, pcaProject, pcaReconstruct, type Pca } from "./pca";
export { nearestNeighbours, neighbourVote, trustworthiness, type Metric, type Neighbours } from "./neighbours";
export {
  conditionalAffinities,
  jointAffinities,
  perplexities,
  sparseAffinities,
  squaredDistances,
  type ConditionalAffinities,
  type SparseAffinities,
} from "./affinities";
export { tsneGradient, tsneKl } from "./kl";
export { barnesHutGradient } from "./barnes-hut";
export { startTsne, tsne, type TsneOptions, type TsneResult, type TsneRun, type TsneSnapshot } from "./tsne";
