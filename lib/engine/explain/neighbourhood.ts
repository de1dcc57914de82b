/** Pictures as points: what a network finds alike. The points are embeddings, e.g. the classifier's layer before its scores. */
import { nearestNeighbours, pca, pcaProject, trustworthiness, tsne, type Metric, type TsneOptions } from "../embed";
import type { NdArray } from "../boxes/types";
import { EngineInputError, requireLength } from "../errors";
import { forward, sizeOf, type Network, type Tensor } from "../nets";

/** One layer's output for each image as rows, [n, C·h·w]. @throws EngineInputError for an unknown layer */
export function embeddingsOf(network: Network, images: readonly NdArray[], layer: string): Tensor {
  const width = embeddingWidth(network, layer);
  const data = new Float64Array(images.length * width);
  images.forEach((image, n) => data.set(forward(network, image).activations[layer].data, n * width));
  return { shape: [images.length, width], data };
}

/** How many numbers a layer gives for one picture. @throws EngineInputError for an unknown layer */
export function embeddingWidth(network: Network, layer: string): number {
  const found = network.layers.find(({ name }) => name === layer);
  if (!found) throw new EngineInputError("layer", "is not a layer of the network", layer);
  return sizeOf(found.shape);
}

export interface Neighbour {
  /** Which picture. */
  readonly index: number;
  readonly distance: number;
}

/**
 * The k pictures nearest to one of the set (itself left out) or to a point from outside, nearest first.
 * Worked number: rows (0), (1), (3) and the query (2), k 2: pictures 1 and 2, both at distance 1.
 * @param of a row of the embeddings, or an embedding of its own
 */
export function similarPictures(embeddings: NdArray, of: number | ArrayLike<number>, k: number, metric: Metric = "cosine"): Neighbour[] {
  const [n, d] = embeddings.shape;
  const self = typeof of === "number" ? of : null;
  if (self !== null && (!Number.isInteger(self) || self < 0 || self >= n))
    throw new EngineInputError("of", `must be an integer in 0..${n - 1}`, self);
  if (self !== null && k > n - 1) throw new EngineInputError("k", `must be at most ${n - 1}`, k);
  const query = typeof of === "number" ? Float64Array.from({ length: d }, (_, j) => embeddings.data[of * d + j]) : Float64Array.from(of);
  requireLength("of", query, d);
  const { indices, distances } = nearestNeighbours(embeddings, { shape: [1, d], data: query }, self === null ? k : k + 1, metric);
  const all = Array.from(indices, (index, i): Neighbour => ({ index, distance: distances[i] }));
  // The picture itself may stand behind others of distance 0, or beyond all k + 1 of them.
  return all.filter(({ index }) => index !== self).slice(0, k);
}

/**
 * How often a picture's k nearest carry its label, over all pictures: 1 when every class is a cloud of its own, about the
 * classes' share when the features say nothing.
 * @param labels [n]
 */
export function labelAgreement(embeddings: NdArray, labels: ArrayLike<number>, k: number, metric: Metric = "cosine"): number {
  const [n] = embeddings.shape;
  requireLength("labels", labels, n);
  const { indices } = nearestNeighbours(embeddings, null, k, metric);
  let same = 0;
  indices.forEach((index, i) => (same += labels[index] === labels[Math.floor(i / k)] ? 1 : 0));
  return same / indices.length;
}

export interface PictureMapOptions extends Pick<TsneOptions, "perplexity" | "iterations" | "seed"> {
  /** Default "tsne". */
  readonly method?: "tsne" | "pca";
  /** "cosine" compares directions: rows are scaled to length 1 first. Default "cosine". */
  readonly metric?: Metric;
}
export interface PictureMap {
  /** [n, 2]: x, y of each picture inside the unit square, one scale for both axes, centred. */
  readonly points: Float64Array;
  readonly method: "tsne" | "pca";
  /** Venna and Kaski's trustworthiness of 5 neighbours (fewer for small sets); NaN below four pictures. */
  readonly trust: number;
  /** Share of variance on the two axes (PCA), or KL(P ‖ Q) in nats (t-SNE). */
  readonly quality: number;
}

/**
 * A flat map on which pictures with like features lie together (van der Maaten & Hinton, JMLR 2008; or two principal components).
 * @param embeddings [n, d], n ≥ 3
 */
export function pictureMap(embeddings: NdArray, { method = "tsne", metric = "cosine", ...options }: PictureMapOptions = {}): PictureMap {
  const [n] = embeddings.shape;
  if (!(n >= 3)) throw new EngineInputError("embeddings", "must have at least 3 rows", `shape [${embeddings.shape.join(", ")}]`);
  const rows = metric === "cosine" ? directions(embeddings) : embeddings;
  const { plane, quality } = method === "pca" ? byPca(rows) : byTsne(rows, options);
  const k = Math.min(5, Math.ceil(n / 2) - 1);
  return { points: unitSquare(plane), method, trust: n > 3 ? trustworthiness(rows, { shape: [n, 2], data: plane }, k) : NaN, quality };
}

function byTsne(rows: NdArray, options: TsneOptions): { plane: Float64Array; quality: number } {
  const { embedding, kl } = tsne(rows, { ...options, snapshotEvery: 0 });
  return { plane: embedding, quality: kl };
}

function byPca(rows: NdArray): { plane: Float64Array; quality: number } {
  const [n, d] = rows.shape;
  const model = pca(rows, Math.min(2, n, d));
  const { data } = pcaProject(model, rows);
  // A second axis may be missing: fewer columns, or no variance left.
  const plane = Float64Array.from({ length: n * 2 }, (_, i) => (i % 2 < model.k ? data[(i >> 1) * model.k + (i % 2)] : 0));
  return { plane, quality: model.ratios.reduce((a, b) => a + b, 0) };
}

/** Rows scaled to length 1; a row of zeros stays. */
function directions({ shape: [n, d], data }: NdArray): Tensor {
  const out = Float64Array.from(data);
  for (let i = 0; i < n; i++) {
    let squares = 0;
    for (let j = 0; j < d; j++) squares += out[i * d + j] ** 2;
    if (squares > 0) for (let j = 0; j < d; j++) out[i * d + j] /= Math.sqrt(squares);
  }
  return { shape: [n, d], data: out };
}

/** Points moved and scaled, both axes alike, into [0, 1]²; points that all coincide go to its centre. */
function unitSquare(plane: Float64Array): Float64Array {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  plane.forEach((v, i) => {
    low[i % 2] = Math.min(low[i % 2], v);
    high[i % 2] = Math.max(high[i % 2], v);
  });
  const span = Math.max(high[0] - low[0], high[1] - low[1]);
  return plane.map((v, i) => (span > 0 ? 0.5 + (v - (low[i % 2] + high[i % 2]) / 2) / span : 0.5));
}
