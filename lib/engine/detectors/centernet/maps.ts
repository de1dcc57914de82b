import { decodeCenterMaps, encodeCenterTarget, type CenterDetection } from "../../match";
import { sigmoid } from "../../losses";
import type { Tensor } from "../../nets";
import type { BoxArray } from "../../boxes/types";
import { batchedNms } from "../../suppress";
import { VOC_CLASSES } from "../../scenes/classes";
import { CENTERNET_STRIDE } from "./layers";

/** CenterNet's outputs by the names of their layers, each [channels, rows, columns]. */
export interface CenterNetMaps {
  /** Logits, 20 channels. */
  readonly heatmap: Tensor;
  /** x, y in cells. */
  readonly offset: Tensor;
  /** Logarithms of width and height in cells. */
  readonly size: Tensor;
}

export interface CenterNetOptions {
  /** Peaks kept. Default 50. */
  readonly topK?: number;
  /** The least score. Default 0.05; evaluation takes less, for the whole curve. */
  readonly score?: number;
  /** IoU above which the weaker box of one class is dropped. Default 0.6; 1 switches it off, as in the paper. */
  readonly overlap?: number;
}

/** The largest log-size believed: e⁴ cells are 218 pixels, about twice the picture. */
const LARGEST = 4;

/** Detections of one picture from its maps, best first: 3×3 peaks, offset and size read there, then a lenient NMS per class. */
export function decodeCenterNet(maps: CenterNetMaps, options: CenterNetOptions = {}): CenterDetection[] {
  const { topK = 50, score = 0.05, overlap = 0.6 } = options;
  const [classes, height, width] = maps.heatmap.shape;
  const found = decodeCenterMaps(
    {
      heatmap: maps.heatmap.data.map(sigmoid),
      offset: maps.offset.data,
      size: maps.size.data.map((v) => Math.exp(Math.min(v, LARGEST))),
      classes,
      height,
      width,
    },
    CENTERNET_STRIDE,
    topK,
  ).filter((d) => d.score >= score);
  if (overlap >= 1 || found.length === 0) return found;
  const kept = batchedNms(
    found.flatMap((d) => [...d.box]),
    found.map((d) => d.score),
    found.map((d) => d.label),
    overlap,
  );
  return Array.from(kept, (i) => found[i]);
}

/** What training compares the maps with, channels last. */
export interface CenterNetTarget {
  /** [rows, columns, classes]. */
  readonly heatmap: Float32Array;
  /** [rows, columns, 4]: offset x, y in cells and the logarithms of width and height; zeros where no centre lies. */
  readonly boxes: Float32Array;
  /** [rows, columns]: 1 at centres. */
  readonly mask: Float32Array;
}

/** The target of one picture. @param boxes [n, 4] xyxy pixels  @param labels [n]  @param side of the picture in pixels */
export function centerNetTarget(boxes: BoxArray, labels: ArrayLike<number>, side: number): CenterNetTarget {
  const cells = side / CENTERNET_STRIDE;
  const classes = VOC_CLASSES.length;
  const { heatmap, objects } = encodeCenterTarget(boxes, labels, {
    stride: CENTERNET_STRIDE,
    heatmapWidth: cells,
    heatmapHeight: cells,
    classes,
  });
  const last = new Float32Array(heatmap.length);
  for (let c = 0, i = 0; c < classes; c++) for (let p = 0; p < cells * cells; p++, i++) last[p * classes + c] = heatmap[i];
  const places = new Float32Array(cells * cells * 4);
  const mask = new Float32Array(cells * cells);
  for (const { x, y, offset, size } of objects) {
    const p = y * cells + x;
    mask[p] = 1;
    places.set([offset[0], offset[1], Math.log(size[0]), Math.log(size[1])], p * 4);
  }
  return { heatmap: last, boxes: places, mask };
}
