/** Where in a detector's output one detection was read, and how each of its numbers depends on that place. */
import { clipBoxes } from "../../boxes/clip";
import { decodeDeltas, RPN_WEIGHTS, type DeltaWeights } from "../../boxes/deltas";
import { CENTERNET_STRIDE } from "../../detectors/centernet/layers";
import type { DetectorName, ZooDetection } from "../../detectors/detector";
import { INPUT_SHAPE } from "../../detectors/backbone";
import { anchorRows } from "../../detectors/anchored/rows";
import { RETINANET_ANCHORS, RETINANET_LEVELS, RETINANET_PER_CELL } from "../../detectors/retinanet/layers";
import { SSD_BOXES, SSD_CLASSES, SSD_LEVELS, SSD_PER_CELL, SSD_WEIGHTS } from "../../detectors/ssd/layers";
import { YOLO_HEAD } from "../../detectors/yolo/layers";
import { EngineInputError } from "../../errors";
import type { Tensor } from "../../nets";
import { VOC_CLASSES } from "../../scenes/classes";
import type { TargetSpec } from "../target-spec";
import type { DetectionNumber } from "./numbers";

/** A target for each number of one detection: weights over the network's own output layers. */
export type DetectionTargets = Readonly<Record<DetectionNumber, TargetSpec>>;

type Parts = Readonly<Record<string, Tensor>>;
type Target = Pick<ZooDetection, "label" | "box">;
/** Non-zero derivatives of one number: layer, index in [C, H, W] order, weight. */
type Terms = readonly { readonly layer: string; readonly index: number; readonly weight: number }[];
type Read = (parts: Parts, target: Target) => Readonly<Record<DetectionNumber, Terms>>;

/**
 * The targets of one detection, or null for detectors whose answer is not read from one place of the whole picture's network (proposals,
 * queries, windows): for those only `dRise` and `occludeDetection` speak.
 * The box numbers are the derivative of the decoding at this very answer: for RCNN-style deltas (arXiv:1311.2524, appendix C)
 * ∂x2/∂tx = anchor width / w_x and ∂x2/∂tw = width / 2w_w. `score` is the class's logit where the head has one, for YOLO the product of
 * confidence and class value.
 * @param parts the answer's parts  @param target one of the answer's detections
 * @throws EngineInputError when no place of the output gives this box
 */
export function detectionTargets(name: DetectorName, parts: Parts, target: Target): DetectionTargets | null {
  const read = READ[name];
  if (!read) return null;
  const found = read(parts, target);
  const spec = (terms: Terms): TargetSpec => {
    const layers: Record<string, Float64Array> = {};
    for (const { layer, index, weight } of terms) (layers[layer] ??= new Float64Array(parts[layer].data.length))[index] += weight;
    return { layers };
  };
  return { score: spec(found.score), x1: spec(found.x1), y1: spec(found.y1), x2: spec(found.x2), y2: spec(found.y2) };
}

/** Whether `detectionTargets` has an answer. */
export const hasDetectionTargets = (name: DetectorName): boolean => READ[name] !== undefined;

/** Largest distance in pixels between the box decoded at a place and the detection's. */
const NEAR = 0.05;

/** The place whose box is the target's. */
function placeOf(count: number, boxOf: (place: number) => ArrayLike<number>, { box }: Target): number {
  let [best, least] = [-1, NEAR];
  for (let place = 0; place < count; place++) {
    const decoded = boxOf(place);
    let off = 0;
    for (let k = 0; k < 4; k++) off = Math.max(off, Math.abs(decoded[k] - box[k]));
    if (off < least) [best, least] = [place, off];
  }
  if (best < 0) throw new EngineInputError("target.box", "is not a box of this answer", box);
  return best;
}

/** x1 = cx − w/2 and so on, from the derivatives of centre and size. */
function sides(
  layer: string,
  x: readonly [number, number],
  y: readonly [number, number],
  sizeLayer: string,
  w: readonly [number, number],
  h: readonly [number, number],
): Record<Exclude<DetectionNumber, "score">, Terms> {
  const side = ([at, slope]: readonly [number, number], [sizeAt, sizeSlope]: readonly [number, number], sign: number): Terms => [
    { layer, index: at, weight: slope },
    { layer: sizeLayer, index: sizeAt, weight: (sign * sizeSlope) / 2 },
  ];
  return { x1: side(x, w, -1), y1: side(y, h, -1), x2: side(x, w, 1), y2: side(y, h, 1) };
}

/** heatmap logit; cx = 4 (column + offset), w = 4 exp(size). */
function readCenterNet({ heatmap, offset, size }: Parts, target: Target): Readonly<Record<DetectionNumber, Terms>> {
  const [, rows, columns] = heatmap.shape;
  const cells = rows * columns;
  const span = (axis: number, cell: number) => CENTERNET_STRIDE * Math.exp(size.data[axis * cells + cell]);
  const cell = placeOf(
    cells,
    (at) => {
      const cx = CENTERNET_STRIDE * ((at % columns) + offset.data[at]);
      const cy = CENTERNET_STRIDE * (Math.floor(at / columns) + offset.data[cells + at]);
      return [cx - span(0, at) / 2, cy - span(1, at) / 2, cx + span(0, at) / 2, cy + span(1, at) / 2];
    },
    target,
  );
  return {
    score: [{ layer: "heatmap", index: target.label * cells + cell, weight: 1 }],
    ...sides(
      "offset",
      [cell, CENTERNET_STRIDE],
      [cells + cell, CENTERNET_STRIDE],
      "size",
      [cell, span(0, cell)],
      [cells + cell, span(1, cell)],
    ),
  };
}

/** confidence · class; cx = (column + x) / 7 of the width, w a share of the width. */
function readYolo({ grid }: Parts, target: Target): Readonly<Record<DetectionNumber, Terms>> {
  const { S, B, imageWidth, imageHeight } = YOLO_HEAD;
  const cells = S * S;
  const at = (channel: number, cell: number) => channel * cells + cell;
  const place = placeOf(
    cells * B,
    (k) => {
      const [cell, slot] = [Math.floor(k / B), k % B];
      const [x, y, w, h] = [0, 1, 2, 3].map((i) => grid.data[at(5 * slot + i, cell)]);
      const [cx, cy] = [(((cell % S) + x) / S) * imageWidth, ((Math.floor(cell / S) + y) / S) * imageHeight];
      return [cx - (w * imageWidth) / 2, cy - (h * imageHeight) / 2, cx + (w * imageWidth) / 2, cy + (h * imageHeight) / 2];
    },
    target,
  );
  const [cell, first] = [Math.floor(place / B), 5 * (place % B)];
  const [confidence, value] = [at(first + 4, cell), at(5 * B + target.label, cell)];
  return {
    score: [
      { layer: "grid", index: confidence, weight: grid.data[value] },
      { layer: "grid", index: value, weight: grid.data[confidence] },
    ],
    ...sides(
      "grid",
      [at(first, cell), imageWidth / S],
      [at(first + 1, cell), imageHeight / S],
      "grid",
      [at(first + 2, cell), imageWidth],
      [at(first + 3, cell), imageHeight],
    ),
  };
}

/** A head whose boxes are anchors moved by RCNN-style deltas, on several levels. */
interface AnchorHead {
  readonly levels: readonly { readonly name: string; readonly side: number }[];
  readonly perCell: number;
  readonly anchors: Float64Array;
  readonly weights: DeltaWeights;
  /** Logits an anchor, and which of them is the first class's. */
  readonly classes: number;
  readonly first: number;
}

/** Class logit of the anchor; RCNN-style deltas. Sides that the picture's border cuts keep the slope of the uncut box. */
const readAnchored =
  ({ levels, perCell, anchors, weights, classes, first }: AnchorHead): Read =>
  (parts, target) => {
    const [, height, width] = INPUT_SHAPE;
    const counts = levels.map(({ side }) => side * side * perCell);
    const all = Float64Array.from(levels.flatMap(({ name }) => [...anchorRows(parts[`${name}/box`], 4)]));
    const whole = decodeDeltas(all, anchors, weights);
    const cut = clipBoxes(whole, width, height);
    const place = placeOf(anchors.length / 4, (n) => cut.subarray(4 * n, 4 * n + 4), target);
    const level = counts.findIndex((_, i) => place < counts.slice(0, i + 1).reduce((a, b) => a + b, 0));
    const { name, side } = levels[level];
    const row = place - counts.slice(0, level).reduce((a, b) => a + b, 0);
    const [cell, anchor] = [Math.floor(row / perCell), row % perCell];
    const at = (channel: number) => channel * side * side + cell;
    const [wx, wy, ww, wh] = weights;
    const [ax1, ay1, ax2, ay2] = anchors.subarray(4 * place, 4 * place + 4);
    const [x1, y1, x2, y2] = whole.subarray(4 * place, 4 * place + 4);
    const [cls, box] = [`${name}/cls`, `${name}/box`];
    return {
      score: [{ layer: cls, index: at(anchor * classes + target.label + first), weight: 1 }],
      ...sides(
        box,
        [at(anchor * 4), (ax2 - ax1) / wx],
        [at(anchor * 4 + 1), (ay2 - ay1) / wy],
        box,
        [at(anchor * 4 + 2), (x2 - x1) / ww],
        [at(anchor * 4 + 3), (y2 - y1) / wh],
      ),
    };
  };

const READ: Readonly<Partial<Record<DetectorName, Read>>> = {
  centernet: readCenterNet,
  yolo: readYolo,
  ssd: readAnchored({
    levels: SSD_LEVELS,
    perCell: SSD_PER_CELL,
    anchors: SSD_BOXES,
    weights: SSD_WEIGHTS,
    classes: SSD_CLASSES,
    // The first logit is the background's.
    first: 1,
  }),
  retinanet: readAnchored({
    levels: RETINANET_LEVELS,
    perCell: RETINANET_PER_CELL,
    anchors: RETINANET_ANCHORS,
    weights: RPN_WEIGHTS,
    classes: VOC_CLASSES.length,
    first: 0,
  }),
};
