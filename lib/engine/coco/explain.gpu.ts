/** Why the COCO detector said one thing at one place: gradients of a class's logit or of one number of a box. */
import * as tf from "@tensorflow/tfjs-core";
import type { NdArray } from "../boxes/types";
import { EngineInputError } from "../errors";
import type { Tensor } from "../nets";
import { COCO_CLASSES } from "./classes";
import type { FeatureLayer } from "./feature-layers";
import { BOX_NUMBERS, boxNumberAt, FROM_SIDES, type BoxNumber, type Cell, type Sides } from "./peaks";
import type { GraphPass } from "./run.gpu";

/** One number of the model's answer. */
export interface CocoTarget {
  /** Class id; for "score". The box is the same for all classes. */
  readonly label: number;
  readonly peak: Cell;
  /** "score": the class's logit; otherwise the box's centre or size in pixels. */
  readonly of: "score" | BoxNumber;
}

/**
 * - "grad-cam": ReLU(Σ_k α_k A_k), α_k the mean over cells of ∂S/∂A_k (arXiv:1610.02391). One weight a channel for the whole map:
 *   it also lights up other objects of the class.
 * - "odam": ReLU(Σ_k ∂S/∂A_k ∘ A_k), a weight for every cell (ODAM, arXiv:2304.06354, without its smoothing; HiResCAM,
 *   arXiv:2011.08891): two objects of one class are told apart. On five test photos (person, cup, cat, person, motorcycle; boxes
 *   cover 18–69 % of the square) 97–100 % of its heat at "top" lies in the detection's box; of Grad-CAM's 33–71 %.
 * - "saliency": max over channels of |∂S/∂x| (arXiv:1312.6034).
 * - "gradient-input": Σ over channels of x · ∂S/∂x, signed (arXiv:1605.01713).
 */
export const COCO_METHODS = ["grad-cam", "odam", "saliency", "gradient-input"] as const;
export type CocoMethod = (typeof COCO_METHODS)[number];

export interface CocoExplanation {
  /** [rows, columns]: of the layer for "grad-cam" and "odam", else 512 × 512. Neither resized nor normalised. */
  readonly map: Tensor;
  /** Before the ReLU, for "grad-cam" and "odam"; equal to `map` otherwise. */
  readonly raw: Tensor;
  /** Pixels a cell of the map. */
  readonly stride: number;
  /** The target's value: a logit, or pixels. */
  readonly value: number;
  /** The layer read, for "grad-cam" and "odam". */
  readonly layer: string | null;
  /** ∂S/∂x [512, 512, 3], signed, per unit of 0–255; for "saliency" and "gradient-input". */
  readonly gradient: NdArray | null;
}

/** Where methods on features look when no layer is named: the backbone's last map, before the head mixes scales. */
export const DEFAULT_LAYER = "top";

const LOGITS = "tower_0/CenternetHead/centernet_cls_output/BiasAdd";
const SIDES = "tower_0/wh";

/** The outputs whose numbers can be explained. */
export const EXPLAINED: readonly string[] = [LOGITS, SIDES];

export const targetOutput = (target: CocoTarget): string => (target.of === "score" ? LOGITS : SIDES);

/** @throws EngineInputError unless the target names a class, a cell of the maps and a known number */
export function requireTarget({ label, peak, of }: CocoTarget, mapSide: number): void {
  if (of !== "score" && !BOX_NUMBERS.includes(of)) throw new EngineInputError("target.of", `must be score, ${BOX_NUMBERS.join(", ")}`, of);
  if (!(Number.isInteger(label) && label >= 0 && label < COCO_CLASSES.length))
    throw new EngineInputError("target.label", `must be in 0..${COCO_CLASSES.length - 1}`, label);
  for (const axis of ["x", "y"] as const) {
    if (!(Number.isInteger(peak[axis]) && peak[axis] >= 0 && peak[axis] < mapSide))
      throw new EngineInputError(`target.peak.${axis}`, `must be in 0..${mapSide - 1}`, peak[axis]);
  }
}

/** The target's value in a pass that kept `targetOutput`. */
export async function readTarget(pass: GraphPass, target: CocoTarget): Promise<number> {
  const { label, peak, of } = target;
  const output = pass.value(targetOutput(target));
  const cell = tf.tidy(() => tf.slice(output, [0, peak.y, peak.x, of === "score" ? label : 0], [1, 1, 1, of === "score" ? 1 : 4]));
  const values = await cell.data<"float32">();
  cell.dispose();
  return of === "score" ? values[0] : boxNumberAt(peak, [values[0], values[1], values[2], values[3]] satisfies Sides, of);
}

/** One explanation from a reversible pass that kept what it reads. @throws EngineInputError for an unknown target, method or layer */
export async function explainPass(
  pass: GraphPass,
  input: string,
  layers: readonly FeatureLayer[],
  target: CocoTarget,
  method: CocoMethod,
  layer = DEFAULT_LAYER,
): Promise<CocoExplanation> {
  const [, mapSide] = pass.value(SIDES).shape;
  requireTarget(target, mapSide);
  if (!COCO_METHODS.includes(method)) throw new EngineInputError("method", `must be one of ${COCO_METHODS.join(", ")}`, method);
  const onFeatures = method === "grad-cam" || method === "odam";
  const found = layers.find((l) => l.name === layer);
  if (onFeatures && !found) throw new EngineInputError("layer", `must be one of ${layers.map((l) => l.name).join(", ")}`, layer);
  const node = onFeatures && found ? found.node : input;
  const [map, slopes] = tf.tidy(() => {
    const gradient = pass.backward(targetOutput(target), signalOf(target, mapSide), [node]).get(node) as tf.Tensor4D;
    const value = pass.value(node);
    switch (method) {
      case "grad-cam":
        return [tf.sum(tf.mul(value, tf.mean(gradient, [1, 2], true)), 3)];
      case "odam":
        return [tf.sum(tf.mul(value, gradient), 3)];
      case "gradient-input":
        return [tf.sum(tf.mul(value, gradient), 3), gradient];
      case "saliency":
        return [tf.max(tf.abs(gradient), 3), gradient];
    }
  });
  const [, height, width] = map.shape;
  const raw: Tensor = { shape: [height!, width!], data: Float64Array.from(await map.data()) };
  const gradient = slopes ? { shape: slopes.shape.slice(1), data: (await slopes.data<"float32">()).slice() } : null;
  tf.dispose(slopes ? [map, slopes] : [map]);
  return {
    raw,
    gradient,
    map: onFeatures ? { shape: raw.shape, data: raw.data.map((v) => (v > 0 ? v : 0)) } : raw,
    stride: onFeatures && found ? found.stride : 1,
    value: await readTarget(pass, target),
    layer: onFeatures ? layer : null,
  };
}

/** ∂S/∂(output): 1 at the class's logit, or the weights by which a box's number follows from its four sides. */
function signalOf({ label, peak, of }: CocoTarget, mapSide: number): tf.Tensor4D {
  const channels = of === "score" ? COCO_CLASSES.length : 4;
  const data = new Float32Array(mapSide * mapSide * channels);
  const at = (peak.y * mapSide + peak.x) * channels;
  if (of === "score") data[at + label] = 1;
  else data.set(FROM_SIDES[of], at);
  return tf.tensor4d(data, [1, mapSide, mapSide, channels]);
}
