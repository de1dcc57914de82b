import { EngineInputError } from "../errors";
import { requireCount } from "../boxes/shape";
import { gaussianBlurInto } from "./gaussian";
import { gridRoom } from "./grid-edges";
import { requireImage, type PixelImage } from "./image";

export interface FelzenszwalbOptions {
  /** k of the paper for values 0..255: larger prefers larger segments. Default 100. */
  readonly scale?: number;
  /** Standard deviation of the smoothing before it, pixels. Default 0.8. */
  readonly sigma?: number;
  /** Segments with fewer pixels are merged with a neighbour afterwards. Default 20. */
  readonly minSize?: number;
  /**
   * Merge when the edge is lighter than both inner differences ("strict", scikit-image, the default) or no heavier
   * ("inclusive", the paper's D(C1, C2) ≤ MInt and its released code).
   */
  readonly boundary?: "strict" | "inclusive";
}

export interface Segmentation {
  readonly width: number;
  readonly height: number;
  /** [height, width]: the segment of each pixel, 0..count−1, numbered by first pixel in row-major order. */
  readonly labels: Int32Array;
  readonly count: number;
  /** Pixels of each segment. */
  readonly sizes: Int32Array;
}

/** Root of a tree; the path to it is halved on the way. */
function findRoot(parent: Int32Array, at: number): number {
  for (let up = parent[at]; up !== at; up = parent[at]) {
    const next = parent[up];
    parent[at] = next;
    at = next;
  }
  return at;
}

/**
 * Graph-based segmentation. Edges of the 8-neighbour grid are taken by rising colour distance w; segments A and B join when
 * w < min(Int(A) + k/|A|, Int(B) + k/|B|), where Int is the heaviest edge joined so far. Then segments smaller than
 * `minSize` join their neighbour over the lightest edge. Equal weights keep the order right, down, down-right, up-right.
 * Source: Felzenszwalb and Huttenlocher, IJCV 59 (2004), section 3; conventions of scikit-image's `felzenszwalb`
 * (values divided by 255, k by 255, Gaussian cut at 4σ). O(n log n) for n pixels there; the sort here is O(n).
 * @param image 0..255, any number of channels
 * @throws EngineInputError for a malformed image or option
 * @example two flat halves, black and white, without smoothing: 2 segments
 */
export function felzenszwalb(image: PixelImage, options: FelzenszwalbOptions = {}): Segmentation {
  requireImage("image", image);
  const { scale = 100, sigma = 0.8, minSize = 20, boundary = "strict" } = options;
  if (!(scale >= 0 && scale < Infinity)) throw new EngineInputError("scale", "must be a finite number of at least 0", scale);
  requireCount("minSize", minSize);
  const { width, height, channels } = image;
  const n = width * height;
  const room = gridRoom(width, height, channels);
  const { weights, steps } = room;
  for (let i = 0; i < room.unit.length; i++) room.unit[i] = image.data[i] * (1 / 255);
  gaussianBlurInto(room.unit, room.smooth, width, height, channels, sigma);
  const order = room.sortEdges();
  const k = scale / 255;
  const inclusive = boundary === "inclusive";

  const parent = room.parent;
  const size = room.size.fill(1);
  // Int(C) + k/|C| of each root.
  const threshold = room.threshold.fill(k);
  for (let i = 0; i < n; i++) parent[i] = i;
  // Edges whose ends stayed apart take the front of the list: only they can matter for the small segments.
  let opened = 0;
  for (let i = 0; i < order.length; i++) {
    const e = order[i];
    const from = e >>> 2;
    const a = findRoot(parent, from);
    const b = findRoot(parent, from + steps[e & 3]);
    if (a === b) continue;
    const w = weights[e];
    const limit = threshold[a] < threshold[b] ? threshold[a] : threshold[b];
    if (w < limit || (inclusive && w === limit)) {
      const root = join(parent, size, a, b);
      threshold[root] = w + k / size[root];
    } else {
      order[opened++] = e;
    }
  }
  if (minSize > 1) {
    for (let i = 0; i < opened; i++) {
      const from = order[i] >>> 2;
      const a = findRoot(parent, from);
      const b = findRoot(parent, from + steps[order[i] & 3]);
      if (a !== b && (size[a] < minSize || size[b] < minSize)) join(parent, size, a, b);
    }
  }
  return number(parent, width, height);
}

/** The larger tree takes the other in; equal ones, the first the second. @returns the root that stays */
function join(parent: Int32Array, size: Int32Array, a: number, b: number): number {
  const root = size[a] < size[b] ? b : a;
  const child = root === a ? b : a;
  parent[child] = root;
  size[root] += size[child];
  return root;
}

/** Labels by first pixel. */
function number(parent: Int32Array, width: number, height: number): Segmentation {
  const n = parent.length;
  const labels = new Int32Array(n);
  const labelOfRoot = new Int32Array(n).fill(-1);
  const sizes = new Int32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const root = findRoot(parent, i);
    if (labelOfRoot[root] < 0) labelOfRoot[root] = count++;
    labels[i] = labelOfRoot[root];
    sizes[labels[i]]++;
  }
  return { width, height, labels, count, sizes: sizes.slice(0, count) };
}
