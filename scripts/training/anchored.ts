import * as tf from "@tensorflow/tfjs-core";
import type { Task } from "./task";

/**
 * The maps of a convolutional head as one row an anchor: [n, h, w, A·k] each → [n · anchors, k], picture by picture, in the order
 * of `anchorRows`.
 */
export function anchorRowsTensor(maps: readonly tf.Tensor[], each: number): tf.Tensor2D {
  const n = maps[0].shape[0];
  const rows = maps.map((map) => tf.reshape(map, [n, -1, each]) as tf.Tensor3D);
  return tf.reshape(rows.length === 1 ? rows[0] : tf.concat(rows, 1), [-1, each]);
}

/**
 * Detectors that come after CenterNet start from its backbone, which has learnt to look for objects; its first two layers, at half
 * of a step's time, stay as they are.
 */
export const FROM_CENTERNET: Pick<Task, "startsFrom" | "frozen"> = {
  startsFrom: "centernet",
  frozen: ["conv1", "conv1/bn", "conv2", "conv2/bn"],
};
