/** Runs proposals, pooling and embeddings on their reference files. */
import type { Adapter } from "../adapter";
import { align, maxPool } from "./pooling";
import { gradients, proposals, segmentation, svm } from "./proposals";

export const adapters: Record<string, Adapter> = {
  felzenszwalb: segmentation,
  selective_search: proposals,
  hog: gradients,
  linear_svm: svm,
  roi_align: align,
  roi_pool: maxPool,
};
