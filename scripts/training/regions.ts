/** What a step of a region detector's second stage needs: objects, boxes near them, the head and its loss. */
import * as tf from "@tensorflow/tfjs-core";
import { poolForTraining } from "@/lib/engine/detectors/region/align.gpu";
import { asRois, HEAD_INPUT, REGION_CLASSES, regionHead, type RegionPooling } from "@/lib/engine/detectors/region/head";
import { sampleRegions } from "@/lib/engine/detectors/region/targets";
import { clipBoxes } from "@/lib/engine/boxes";
import { smoothL1Tensor, softmaxCrossEntropyTensor } from "@/lib/engine/losses/gpu";
import { seeded, type Random } from "@/lib/engine/random";
import { SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { Trainable } from "@/lib/engine/train/trainable.gpu";
import type { TrainableModel, StepStatistics } from "@/lib/engine/train/model.gpu";

/** Rows of objects a picture in the tensors of a step, and of boxes near each. */
const ROOM = 16;
const NEAR = 3;
/** Regions drawn a picture; half may show objects, for there are few proposals and many objects in them. */
const SAMPLE = { count: 24, foreground: 0.5 } as const;

/** Objects as rows [x1, y1, x2, y2, class] (class −1: none) and boxes near each, shaken, so that the head meets good regions from the start. */
export function regionTargets(scenes: readonly EmojiScene[], seed: string): tf.Tensor[] {
  const objects = new Float32Array(scenes.length * ROOM * 5);
  const near = new Float32Array(scenes.length * ROOM * NEAR * 4);
  scenes.forEach((scene, i) => {
    const random = seeded(`regions/${seed}/${i}`);
    for (let k = 0; k < ROOM; k++) {
      const object = scene.objects[k];
      objects.set(object ? [...object.box, object.label] : [0, 0, 0, 0, -1], (i * ROOM + k) * 5);
      if (object) for (let j = 0; j < NEAR; j++) near.set(shaken(object.box, random), ((i * ROOM + k) * NEAR + j) * 4);
    }
  });
  return [tf.tensor3d(objects, [scenes.length, ROOM, 5]), tf.tensor3d(near, [scenes.length, ROOM * NEAR, 4])];
}

/** A box moved and stretched by up to a fifth of its sides. */
function shaken([x1, y1, x2, y2]: ArrayLike<number> & Iterable<number>, random: Random): Float64Array {
  const [w, h] = [(x2 - x1) / 5, (y2 - y1) / 5];
  return clipBoxes(
    [x1 + random.between(-w, w), y1 + random.between(-h, h), x2 + random.between(-w, w), y2 + random.between(-h, h)],
    SCENE_SIDE,
    SCENE_SIDE,
  );
}

export function createHead(random: Random): Trainable {
  return new Trainable(HEAD_INPUT, regionHead(), random, {
    outputs: ["cls", "box"],
    bias: { cls: Array.from({ length: REGION_CLASSES }, (_, c) => (c === 0 ? 2 : 0)) },
  });
}

/**
 * The second stage's loss (Fast R-CNN, arXiv:1504.08083 eq. 1): cross-entropy of the regions drawn, smooth L1 of those that show objects.
 * @param map the backbone's top map  @param proposals boxes of each picture, best first  @param way how regions are cut out of the map
 */
export function regionLoss(
  model: TrainableModel,
  map: tf.Tensor4D,
  proposals: readonly ArrayLike<number>[],
  targets: readonly tf.Tensor[],
  statistics: StepStatistics,
  way: RegionPooling = "align",
): tf.Scalar {
  const [objects, near] = targets.map((tensor) => tensor.dataSync<"float32">());
  // The draw's seed is the step's own boxes: no step sees another's.
  const random = seeded(`regions/${Array.from(objects.subarray(0, 10), (v) => v.toFixed(3)).join()}`);
  const rois: number[] = [];
  const labels: number[] = [];
  const deltas: number[] = [];
  proposals.forEach((boxes, i) => {
    const rows = Array.from({ length: ROOM }, (_, k) => objects.subarray((i * ROOM + k) * 5, (i * ROOM + k + 1) * 5)).filter(
      (row) => row[4] >= 0,
    );
    const shakenBoxes = near.subarray(i * ROOM * NEAR * 4, (i * ROOM + rows.length) * NEAR * 4);
    const sample = sampleRegions(
      [...Array.from(boxes), ...shakenBoxes],
      rows.flatMap((row) => [...row.subarray(0, 4)]),
      rows.map((row) => row[4]),
      random,
      SAMPLE,
    );
    rois.push(...asRois(sample.rois, i));
    labels.push(...sample.labels);
    deltas.push(...sample.deltas);
  });
  const pooled = poolForTraining(map, Float64Array.from(rois), way);
  const [cls, box] = model.networks.head.forward(pooled, ["cls", "box"], statistics.head);
  const n = labels.length;
  const positive = tf.tensor2d(
    labels.map((label) => (label > 0 ? 1 : 0)),
    [n, 1],
  );
  const classLoss = softmaxCrossEntropyTensor(tf.reshape(cls, [n, REGION_CLASSES]), tf.tensor1d(labels, "int32")) as tf.Scalar;
  const boxLoss = smoothL1Tensor(tf.mul(tf.reshape(box, [n, 4]), positive), tf.tensor2d(deltas, [n, 4]), { beta: 1, reduction: "sum" });
  return tf.add(classLoss, tf.div(boxLoss, n));
}
