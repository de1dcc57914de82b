/** Runs proposals, pooling and embeddings on their reference files. */
import type { Adapter } from "../adapter";
import { affinities, embedding, neighbours } from "./embeddings";
import { align, maxPool } from "./pooling";
import { gradients, proposals, segmentation, svm } from "./proposals";

export const adapters: Record<string, Adapter> = {
  felzenszwalb: segmentation,
  selective_search: proposals,
  hog: gradients,
  linear_svm: svm,
  roi_align: align,
  roi_pool: maxPool,
  tsne: embedding,
  tsne_affinities: affinities,
  nearest_neighbors: neighbours,
};
