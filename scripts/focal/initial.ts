/**
 * RetinaNet as it stood before its first step. Its run began from CenterNet's backbone, whose checkpoint is not shipped; the shipped file
 * has the batch norms folded into the kernels. Here they are unfolded again: kernel and shift from the file, and gamma and beta such that
 * the norm of a batch gives back what the folded layer gave. The function is the same, up to the batch the norms are measured on.
 */
import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import type { ConvLayer } from "@/lib/engine/nets/types";
import { seeded } from "@/lib/engine/random";
import type { TrainableModel } from "@/lib/engine/train/model.gpu";
import { BATCH_NORM_EPSILON } from "@/lib/engine/train/batch-norm.gpu";
import { backbone } from "@/lib/engine/detectors/backbone";
import { DETECTOR_TRAINING, toBatch, trainingScene, type Sources } from "../training/data";
import { retinanet } from "../training/retinanet";
import { SHARED_RATE } from "../training/step";

const SEED = "1";
/** Scenes the norms are measured on. */
const MEASURED_ON = 32;

/** [out, in, k, k] → [k, k, in, out]. */
function outLast({ weight, kernel, inShapes, shape }: ConvLayer): tf.Tensor4D {
  const [channels, out] = [inShapes[0][0], shape[0]];
  return tf.tidy(() => tf.transpose(tf.tensor4d(Float32Array.from(weight), [out, channels, kernel, kernel]), [2, 3, 1, 0]));
}

/** The untrained model: head and pyramid from the seed of the shipped run, backbone from the shipped CenterNet. */
export function initialRetinaNet(sources: Sources): TrainableModel {
  const shared = new Set(backbone().map(({ name }) => name));
  const rateOf = (layer: string) => (!shared.has(layer) ? 1 : retinanet.frozen?.includes(layer) ? 0 : SHARED_RATE);
  const model = retinanet.create(seeded(`weights/retinanet/${SEED}`), rateOf);
  const folder = "public/models/centernet";
  const file = JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelFile;
  const { network } = unpackModel(file, readFileSync(`${folder}/weights.bin`)).networks.main;
  const put = (name: string, value: tf.Tensor) => {
    const part = model.parts.find((other) => other.name === name);
    if (!part) throw new Error(`there is no ${name}`);
    part.variable.assign(value as never);
    value.dispose();
  };
  const images = tf.tensor4d(toBatch(Array.from({ length: MEASURED_ON }, (_, i) => trainingScene(sources, DETECTOR_TRAINING, SEED, i))), [
    MEASURED_ON,
    112,
    112,
    3,
  ]);
  for (const { type, name } of backbone()) {
    if (type !== "conv") continue;
    const layer = network.layers.find((other) => other.name === name);
    if (layer?.type !== "conv") throw new Error(`CenterNet has no convolution ${name}`);
    put(`${name}/weight`, outLast(layer));
    const statistics = model.statistics();
    tf.dispose(model.networks.main.forward(images, [], statistics.main));
    const found = statistics.main.get(`${name}/bn`);
    if (!found) throw new Error(`${name} has no batch norm`);
    put(
      `${name}/bn/gamma`,
      tf.tidy(() => tf.sqrt(tf.add(found.variance, BATCH_NORM_EPSILON))),
    );
    put(
      `${name}/bn/beta`,
      tf.tidy(() => tf.add(found.mean, tf.tensor1d(Float32Array.from(layer.bias)))),
    );
    for (const { mean, variance } of statistics.main.values()) tf.dispose([mean, variance]);
  }
  // The running statistics of every norm, the pyramid's own among them.
  const statistics = model.statistics();
  tf.tidy(() => void model.networks.main.forward(images, [], statistics.main));
  model.absorb(statistics, true);
  images.dispose();
  return model;
}
