/** What the simulation makes of CenterNet's maps: the heat of a class, peaks, boxes, and the target that training compares them with. */
import { decodeCenter, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { sigmoid } from "@/lib/engine/losses";
import { encodeCenterTarget, type RadiusRule } from "@/lib/engine/match";
import { batchedNms } from "@/lib/engine/suppress";
import { CELLS, CLASSES, SIDE, STRIDE, type Looked } from "./looked";

/** All classes as one map: the largest value of each cell. */
export const EVERY = -1;

/** Scores of a class, or of whichever class is largest. [28 · 28] */
export function heatOf(heatmap: Looked["heatmap"], cls: number): Float32Array {
  return Float32Array.from({ length: CELLS }, (_, cell) => {
    if (cls !== EVERY) return sigmoid(heatmap[cls * CELLS + cell]);
    let most = -Infinity;
    for (let k = 0; k < CLASSES; k++) most = Math.max(most, heatmap[k * CELLS + cell]);
    return sigmoid(most);
  });
}

export const columnOf = (cell: number): number => cell % SIDE;
export const rowOf = (cell: number): number => Math.floor(cell / SIDE);

/** The cells within `reach` of a cell, itself included, row by row; null outside the map. */
export function windowOf(cell: number, reach: number): readonly (number | null)[] {
  const [x, y] = [columnOf(cell), rowOf(cell)];
  const steps = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  return steps.flatMap((dy) =>
    steps.map((dx) => (x + dx < 0 || y + dy < 0 || x + dx >= SIDE || y + dy >= SIDE ? null : (y + dy) * SIDE + x + dx)),
  );
}

/** The cell that stands so many columns beside a cell; on the other side where the map ends. */
export const besideOf = (cell: number, by: number): number => (columnOf(cell) + by < SIDE ? cell + by : cell - by);

export interface Found {
  readonly cell: number;
  readonly label: number;
  readonly score: number;
  readonly box: BoxXYXY;
}

/** The box that a cell's offset and size give. */
export function boxAt({ offset, size }: Looked, cell: number): BoxXYXY {
  return decodeCenter(
    {
      x: columnOf(cell),
      y: rowOf(cell),
      offset: [offset[cell], offset[CELLS + cell]],
      size: [Math.exp(Math.min(4, size[cell])), Math.exp(Math.min(4, size[CELLS + cell]))],
    },
    STRIDE,
  );
}

export interface Decoding {
  readonly cls: number;
  readonly cut: number;
  /** Cells along a side of the window: 1 compares nothing. */
  readonly window: number;
  readonly keep: number;
  readonly nms: boolean;
  /** Cells beside the peak at which offset and size are read. */
  readonly beside: number;
}

export interface Decoded {
  /** Cells at or above the cut. */
  readonly hot: number;
  /** Of these, what no cell of the window exceeds. */
  readonly peaks: number;
  readonly kept: readonly Found[];
}

/** CenterNet's decoding with each of its steps open. @param looked maps @returns detections, best first */
export function decoded(looked: Looked, { cls, cut, window, keep, nms, beside }: Decoding): Decoded {
  const labels = cls === EVERY ? Array.from({ length: CLASSES }, (_, k) => k) : [cls];
  const reach = (window - 1) / 2;
  let hot = 0;
  const peaks = labels.flatMap((label) => {
    const heat = heatOf(looked.heatmap, label);
    return Array.from(heat.keys()).flatMap((cell): Found[] => {
      if (heat[cell] < cut) return [];
      hot++;
      if (windowOf(cell, reach).some((each) => each !== null && heat[each] > heat[cell])) return [];
      return [{ cell, label, score: heat[cell], box: boxAt(looked, besideOf(cell, beside)) }];
    });
  });
  const best = [...peaks].sort((a, b) => b.score - a.score || a.label - b.label || a.cell - b.cell).slice(0, keep);
  const kept = nms
    ? Array.from(
        batchedNms(
          best.flatMap(({ box }) => [...box]),
          best.map(({ score }) => score),
          best.map(({ label }) => label),
          0.6,
        ),
        (i) => best[i],
      )
    : best;
  return { hot, peaks: peaks.length, kept };
}

/** What training compares the heat with, and how wide each object's hill is. */
export function targetOf({ objects }: Looked, cls: number, rule: RadiusRule, minOverlap: number) {
  const target = encodeCenterTarget(
    objects.flatMap(({ box }) => [...box]),
    objects.map(({ label }) => label),
    { stride: STRIDE, heatmapWidth: SIDE, heatmapHeight: SIDE, classes: CLASSES, minOverlap, rule },
  );
  const heat = Float32Array.from({ length: CELLS }, (_, cell) =>
    cls === EVERY
      ? Math.max(...Array.from({ length: CLASSES }, (_, k) => target.heatmap[k * CELLS + cell]))
      : target.heatmap[cls * CELLS + cell],
  );
  return { heat, radii: target.objects.map(({ label, radius }) => ({ label, radius })) };
}

/** How well a box fits the object of its class that it fits best; 0 where there is none. */
export const fitOf = ({ objects }: Looked, { label, box }: Pick<Found, "label" | "box">): number =>
  Math.max(0, ...objects.filter((each) => each.label === label).map((each) => iou(each.box, box)));
