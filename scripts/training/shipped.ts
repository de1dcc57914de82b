import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import { unpackModel, type ModelFile, type StoredModel } from "@/lib/engine/detectors/files/weights";
import { BATCH_NORM_EPSILON, type BatchStatistics } from "@/lib/engine/train/batch-norm.gpu";
import type { TrainableModel } from "@/lib/engine/train/model.gpu";

/** A shipped model as read from its files. */
export function readShipped(name: string): StoredModel {
  const folder = `public/models/${name}`;
  return unpackModel(JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelFile, readFileSync(`${folder}/weights.bin`));
}

/**
 * Gives a model that learns the convolutions that it shares with a shipped one, for where that one's checkpoint is not at hand. A shipped
 * model has no batch norms any more: each is set so that on `images` the layer answers as the shipped one does. Kernels are brought to the
 * length that He's initialisation gives them, which batch norm undoes, so that steps are as large for them as for new ones.
 * @param images [n, h, w, c] in the network's units  @returns names of the layers and batch norms that were set
 */
export function loadShipped({ networks }: StoredModel, model: TrainableModel, images: tf.Tensor4D): Set<string> {
  const { main } = model.networks;
  const given = networks.main.spec.weights;
  const part = (layer: string, name: string) => main.parts.find((each) => each.layer === layer && each.part === name)?.variable;
  const set = new Set<string>();
  for (const { name, type } of main.layers) {
    const [weight, norm] = [part(name, "weight"), `${name}/bn`];
    const source = given[name]?.weight;
    if (type !== "conv" || !weight || !source || !part(norm, "gamma")) continue;
    const [out, inside, kernel] = source.shape;
    if (String(weight.shape) !== String([kernel, kernel, inside, out])) continue;
    const each = source.data.length / out;
    const lengths = Array.from({ length: out }, (_, o) => Math.hypot(...Array.from(source.data).slice(o * each, (o + 1) * each)));
    const scale = tf.tensor1d(lengths.map((length) => (length > 0 ? length / Math.SQRT2 : 1)));
    weight.assign(tf.div(tf.transpose(tf.tensor4d(Float32Array.from(source.data), [out, inside, kernel, kernel]), [2, 3, 1, 0]), scale));
    const statistics = new Map<string, BatchStatistics>();
    main.forward(images, [name], statistics);
    const { mean, variance } = statistics.get(norm)!;
    const bias = tf.tensor1d(Float32Array.from(given[name].bias ?? new Float32Array(out)));
    part(norm, "gamma")!.assign(tf.mul(scale, tf.sqrt(tf.add(variance, BATCH_NORM_EPSILON))));
    part(norm, "beta")!.assign(tf.add(bias, tf.mul(scale, mean)));
    part(norm, "mean")!.assign(mean);
    part(norm, "variance")!.assign(variance);
    for (const both of statistics.values()) tf.dispose([both.mean, both.variance]);
    set.add(name).add(norm);
  }
  return set;
}
